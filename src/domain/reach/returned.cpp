#include "domain/reach/returned.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "platform/mail/letter.hpp"

namespace kith::reach {

namespace {

constexpr std::string_view path_of_way_out = "/reach/stop/";
constexpr std::size_t secret_characters = 43;  // mail::Secret

// Without its line end. `rest` goes on behind it.
std::string_view next_line(std::string_view& rest) {
    auto const end = rest.find('\n');
    auto line = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool begins(std::string_view line, std::string_view lower) {
    return line.size() >= lower.size() && text::ascii_lower(line.substr(0, lower.size())) == lower;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// What stands behind the name of a field.
std::string_view value_of(std::string_view line, std::string_view name) {
    line.remove_prefix(name.size());
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    return line;
}

// The head says that it is a report of a delivery. Fields may go on in lines that begin with a blank.
bool is_report(std::string_view head) {
    std::string type;
    bool in_type = false;
    while (!head.empty()) {
        auto const line = next_line(head);
        in_type = line.empty() ? false : is_blank(line.front()) ? in_type : begins(line, "content-type:");
        if (in_type) type += text::ascii_lower(line);
    }
    return type.contains("multipart/report") && type.contains("delivery-status");
}

bool is_for_good(std::string_view status) {
    constexpr std::array<std::string_view, 7> for_good{"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"};
    auto const code = status.substr(0, std::min(status.find_first_not_of("0123456789."), status.size()));
    return std::ranges::find(for_good, code) != for_good.end();
}

std::optional<std::string> secret_in(std::string_view line) {
    auto const at = line.find(path_of_way_out);
    if (at == line.npos) return std::nullopt;
    auto const secret = mail::Secret::parse(line.substr(at + path_of_way_out.size(), secret_characters));
    return secret ? std::optional{secret->text()} : std::nullopt;
}

}  // namespace

std::optional<std::string> way_out_of_returned(std::string_view message) {
    auto rest = message.substr(0, returned_bytes_max);
    auto const whole = rest;
    while (!rest.empty() && !next_line(rest).empty()) {
    }
    if (!is_report(whole.substr(0, whole.size() - rest.size()))) return std::nullopt;
    bool failed = false, for_good = false, in_way_out = false;
    while (!rest.empty()) {
        auto const line = next_line(rest);
        // An empty line ends what is said of one recipient.
        if (line.empty() && !(failed && for_good)) failed = for_good = false;
        failed |= begins(line, "action:") && begins(value_of(line, "action:"), "failed");
        for_good |= begins(line, "status:") && is_for_good(value_of(line, "status:"));
        // The address may stand in a line of its own.
        in_way_out = begins(line, "list-unsubscribe:") || (in_way_out && !line.empty() && is_blank(line.front()));
        if (!in_way_out || !failed || !for_good) continue;
        if (auto secret = secret_in(line)) return secret;
    }
    return std::nullopt;
}

}  // namespace kith::reach
