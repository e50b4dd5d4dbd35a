#include "platform/http/multipart.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kith::http {

namespace {

Error in_pieces() { return Error::invalid("", "This form came in pieces. Go back and send it again."); }

bool is_of_boundary(char c) {
    constexpr std::string_view others = "'()+_,-./:=?";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.find(c) != others.npos;
}

// `; name=value` or `; name="value"`: takes one off the front. Nothing where there is none that is whole.
struct Parameter {
    std::string_view name, value;
};
std::optional<Parameter> take_parameter(std::string_view& rest) {
    rest = text::trim(rest);
    if (!rest.starts_with(';')) return std::nullopt;
    rest = text::trim(rest.substr(1));
    auto const equals = rest.find('=');
    if (equals == rest.npos) return std::nullopt;
    Parameter found{rest.substr(0, equals), {}};
    rest.remove_prefix(equals + 1);
    if (rest.starts_with('"')) {
        auto const end = rest.find('"', 1);
        if (end == rest.npos) return std::nullopt;
        found.value = rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
    } else {
        found.value = text::trim(rest.substr(0, rest.find(';')));
        rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    }
    return found;
}

// The three characters that browsers write otherwise in a name (WHATWG HTML, multipart form data).
std::string plain_name(std::string_view name) {
    std::string plain;
    while (!name.empty()) {
        char const c = name.starts_with("%22")   ? '"'
                       : name.starts_with("%0D") ? '\r'
                       : name.starts_with("%0A") ? '\n'
                                                 : 0;
        plain += c ? c : name.front();
        name.remove_prefix(c ? 3 : 1);
    }
    return plain;
}

struct PartHead {
    std::optional<std::string> name;
    bool is_file = false, file_has_name = false;
};

bool read_disposition(std::string_view value, PartHead& head) {
    constexpr std::string_view kind = "form-data";
    if (head.name || !value.starts_with(kind)) return false;
    value.remove_prefix(kind.size());
    while (auto const parameter = take_parameter(value)) {
        if (parameter->name == "name" && !head.name) {
            head.name = plain_name(parameter->value);
        } else if (parameter->name == "filename" || parameter->name == "filename*") {
            head.is_file = true;
            head.file_has_name = head.file_has_name || !parameter->value.empty();
        } else {
            return false;
        }
    }
    return text::trim(value).empty() && head.name && text::is_utf8(*head.name);
}

std::optional<PartHead> read_part_head(std::string_view lines) {
    PartHead head;
    while (!lines.empty()) {
        auto const end = lines.find("\r\n");
        auto const line = lines.substr(0, end);
        lines = end == lines.npos ? std::string_view{} : lines.substr(end + 2);
        auto const colon = line.find(':');
        if (colon == line.npos || line.find_first_of(std::string_view{"\0\r\n", 3}) != line.npos) return std::nullopt;
        auto const name = text::ascii_lower(line.substr(0, colon));
        auto const value = text::trim(line.substr(colon + 1));
        if (name == "content-disposition" ? !read_disposition(value, head) : name != "content-type")
            return std::nullopt;
        // A part that holds parts, as an older form of sending several files had it.
        if (name == "content-type" && text::ascii_lower(value).starts_with("multipart/")) return std::nullopt;
    }
    if (!head.name) return std::nullopt;
    return head;
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view type) {
    constexpr std::string_view kind = "multipart/form-data";
    if (text::ascii_lower(type.substr(0, kind.size())) != kind) return std::nullopt;
    type.remove_prefix(kind.size());
    std::optional<std::string> boundary;
    while (auto const parameter = take_parameter(type)) {
        if (text::ascii_lower(parameter->name) != "boundary") continue;
        if (boundary) return std::nullopt;
        boundary = parameter->value;
    }
    bool const will_do = boundary && !boundary->empty() && boundary->size() <= boundary_bytes_max &&
                         std::ranges::all_of(*boundary, is_of_boundary) && text::trim(type).empty();
    return will_do ? boundary : std::nullopt;
}

Result<std::vector<Part>> read_multipart(std::string_view body, std::string_view boundary, std::size_t parts_max) {
    auto const between = "\r\n--" + std::string{boundary};
    // Before the first part there is nothing, so its line has no line before it.
    if (!body.starts_with(std::string_view{between}.substr(2))) return fail(in_pieces());
    body.remove_prefix(between.size() - 2);
    std::vector<Part> parts;
    std::size_t files = 0;
    while (body.starts_with("\r\n")) {
        body.remove_prefix(2);
        auto const head_end = body.substr(0, part_head_bytes_max).find("\r\n\r\n");
        if (head_end == body.npos) return fail(in_pieces());
        auto const head = read_part_head(body.substr(0, head_end));
        if (!head) return fail(in_pieces());
        body.remove_prefix(head_end + 2);  // the line that ends the head may begin the boundary: nothing stands between
        auto const end = body.find(between);
        if (end == body.npos) return fail(in_pieces());
        auto const content = end == 0 ? std::string_view{} : body.substr(2, end - 2);
        body.remove_prefix(end + between.size());
        if (head->is_file && !head->file_has_name && content.empty()) continue;
        if (parts.size() == parts_max) return fail(Error::invalid("", "This form has more fields than Kith can read."));
        if (head->is_file && ++files > files_of_form_max)
            return fail(Error::invalid("file", "Send at most four files at once."));
        parts.push_back({*head->name, content, head->is_file});
    }
    if (body != "--" && body != "--\r\n") return fail(in_pieces());
    return parts;
}

}  // namespace kith::http
