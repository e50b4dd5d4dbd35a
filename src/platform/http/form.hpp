// What somebody sent with a form, by field name, whichever way it came:
// application/x-www-form-urlencoded, multipart/form-data (multipart.hpp), or a
// flat JSON object (strings, numbers, booleans, and arrays of strings for a field
// that may come more than once).
//
// Values are well-formed UTF-8. Everything a form holds is kept, so that a
// refused form can be shown again filled in. Files look into the body of the
// request and live as long as it does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "platform/http/request.hpp"

namespace kith::http {

inline constexpr std::size_t form_fields_max = 200;

struct SentFile {
    std::string field;
    std::string_view bytes;
};

class Form {
public:
    // Invalid when the body is not what its Content-Type says. An empty body is an empty form.
    static Result<Form> read(Request const&);
    // The query part of a URL, with the same rules.
    static Result<Form> read_query(std::string_view query);

    // The first value of a field, as sent; empty when it was not sent.
    std::string_view value(std::string_view field) const;
    std::optional<std::string_view> find(std::string_view field) const;
    std::vector<std::string_view> values(std::string_view field) const;
    bool has(std::string_view field) const { return find(field).has_value(); }
    void set(std::string field, std::string value) { fields_.emplace_back(std::move(field), std::move(value)); }
    std::vector<std::pair<std::string, std::string>> const& fields() const { return fields_; }
    std::vector<SentFile> const& files() const { return files_; }

private:
    Result<void> read_parts(std::string_view body, std::string_view boundary);

    std::vector<std::pair<std::string, std::string>> fields_;
    std::vector<SentFile> files_;
};

}  // namespace kith::http
