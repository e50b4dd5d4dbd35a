// A form with files in it, as browsers send it: multipart/form-data (RFC 7578), and nothing else that MIME can do.
//
// Walks over the body once and copies nothing: what it finds looks into the body. Strict: a part that is not whole, a
// header that a form does not have, a nested part or an encoding is refused. The name and the type that come with a
// file are read over and not kept: a name can tell of people, a type can lie.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace kith::http {

inline constexpr std::size_t files_of_form_max = 4;
inline constexpr std::size_t part_head_bytes_max = 2 * 1024;
inline constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046 section 5.1.1

struct Part {
    std::string name;
    std::string_view content;
    bool is_file = false;
};

// The boundary that a Content-Type names; nothing where it is no multipart/form-data or names none that will do.
std::optional<std::string> boundary_of(std::string_view content_type);
// At most `parts_max` parts. A file that was not chosen (no name and no bytes) is left out.
Result<std::vector<Part>> read_multipart(std::string_view body, std::string_view boundary, std::size_t parts_max);

}  // namespace kith::http
