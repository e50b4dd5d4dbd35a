#include "platform/http/form.hpp"

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/url.hpp"

namespace kith::http {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Error unreadable(std::string message) { return Error::invalid("", std::move(message)); }
Error too_many_fields() { return unreadable("This form has more fields than Kith can read. Send fewer."); }
Error not_text(std::string field) {
    return Error::invalid(std::move(field), "Some of this is not text that Kith can read. Type it again.");
}

// WHATWG URL section 5.1, but strict: a broken % is refused, not kept.
Result<Fields> read_pairs(std::string_view text) {
    Fields fields;
    while (!text.empty()) {
        auto const end = text.find('&');
        auto const pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (pair.empty()) continue;
        if (fields.size() == form_fields_max) return fail(too_many_fields());
        auto const equals = pair.find('=');
        auto name = percent_decode(pair.substr(0, equals), Plus::is_space);
        auto value = percent_decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1),
                                    Plus::is_space);
        if (!name || !value) return fail(unreadable("This form came in pieces. Go back and send it again."));
        if (!text::is_utf8(*name)) return fail(not_text(""));
        if (!text::is_utf8(*value)) return fail(not_text(std::move(*name)));
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return fields;
}

// Takes the events of nlohmann's reader, so that nothing is built before it is
// known to fit: an object of scalars and arrays of scalars, no deeper. A member
// that is null counts as not sent.
class FlatReader : public nlohmann::json::json_sax_t {
public:
    explicit FlatReader(Fields& fields) : fields_{fields} {}
    std::optional<Error> const& error() const { return error_; }

    bool null() override { return at_value(); }
    bool boolean(bool value) override { return put(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) override { return put(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) override { return put(std::to_string(value)); }
    bool number_float(double, string_t const& as_sent) override { return put(as_sent); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return refuse(wrong_shape()); }
    bool key(string_t& name) override {
        name_ = std::move(name);
        return true;
    }
    bool start_object(std::size_t) override {
        if (place_ != Place::outside) return refuse(wrong_shape());
        place_ = Place::in_object;
        return true;
    }
    bool end_object() override {
        place_ = Place::outside;
        return true;
    }
    bool start_array(std::size_t) override {
        if (place_ != Place::in_object) return refuse(wrong_shape());
        place_ = Place::in_array;
        return true;
    }
    bool end_array() override {
        place_ = Place::in_object;
        return true;
    }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const&) override {
        return refuse(unreadable("This is not well-formed JSON."));
    }

private:
    enum class Place { outside, in_object, in_array };

    static Error wrong_shape() {
        return unreadable("Send one flat JSON object: text, numbers, true or false, and lists of them.");
    }
    bool refuse(Error error) {
        if (!error_) error_ = std::move(error);
        return false;
    }
    bool at_value() { return place_ != Place::outside || refuse(wrong_shape()); }
    bool put(std::string value) {
        if (!at_value()) return false;
        if (fields_.size() == form_fields_max) return refuse(too_many_fields());
        if (!text::is_utf8(name_)) return refuse(not_text(""));
        if (!text::is_utf8(value)) return refuse(not_text(name_));
        fields_.emplace_back(name_, std::move(value));
        return true;
    }

    Fields& fields_;
    std::optional<Error> error_;
    std::string name_;
    Place place_ = Place::outside;
};

Result<Fields> read_json(std::string_view body) {
    Fields fields;
    FlatReader reader{fields};
    bool const read = nlohmann::json::sax_parse(body.begin(), body.end(), &reader);
    if (reader.error()) return fail(*reader.error());
    if (!read) return fail(unreadable("This is not well-formed JSON."));
    return fields;
}

// "application/json; charset=utf-8" is application/json.
std::string media_type(Request const& request) {
    auto const type = request.header("content-type").value_or("");
    return text::ascii_lower(text::trim(type.substr(0, type.find(';'))));
}

}  // namespace

Result<Form> Form::read(Request const& request) {
    Form form;
    if (request.body.empty()) return form;
    auto const type = media_type(request);
    if (type == "application/x-www-form-urlencoded") {
        form.fields_ = TRY(read_pairs(request.body));
    } else if (type == "application/json") {
        form.fields_ = TRY(read_json(request.body));
    } else if (auto const boundary = boundary_of(request.header("content-type").value_or(""))) {
        TRY(form.read_parts(request.body, *boundary));
    } else {
        return fail(unreadable("Kith reads forms and JSON. Send one of the two."));
    }
    return form;
}

// Only files may be as long as the body: words are bounded as in any other form.
Result<void> Form::read_parts(std::string_view body, std::string_view boundary) {
    std::size_t text_bytes = 0;
    for (auto& part : TRY(read_multipart(body, boundary, form_fields_max))) {
        if (part.is_file) {
            files_.push_back({std::move(part.name), part.content});
            continue;
        }
        text_bytes += part.content.size();
        if (text_bytes > body_bytes_max) return fail(unreadable("This form is longer than Kith can read."));
        if (!text::is_utf8(part.content)) return fail(not_text(std::move(part.name)));
        fields_.emplace_back(std::move(part.name), std::string{part.content});
    }
    return {};
}

Result<Form> Form::read_query(std::string_view query) {
    Form form;
    form.fields_ = TRY(read_pairs(query));
    return form;
}

std::optional<std::string_view> Form::find(std::string_view field) const {
    for (auto const& [name, value] : fields_)
        if (name == field) return value;
    return std::nullopt;
}

std::string_view Form::value(std::string_view field) const { return find(field).value_or(std::string_view{}); }

std::vector<std::string_view> Form::values(std::string_view field) const {
    std::vector<std::string_view> all;
    for (auto const& [name, value] : fields_)
        if (name == field) all.push_back(value);
    return all;
}

}  // namespace kith::http
