#include "platform/mail/letter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace kith::mail {

namespace {

constexpr std::size_t address_bytes_max = 254;    // RFC 5321 section 4.5.3.1
constexpr std::size_t local_part_bytes_max = 64;  // likewise
constexpr std::size_t secret_characters = 43;
constexpr std::size_t line_characters = 72;  // of the plain text, but for a link

bool is_atom(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"!#$%&'*+-/=?^_`{|}~."}.find(c) != std::string_view::npos;
}

bool is_of_host(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool has_good_dots(std::string_view text) {
    return !text.empty() && !text.starts_with('.') && !text.ends_with('.') && text.find("..") == text.npos;
}

std::string number_in_words(std::int64_t number) {
    static constexpr std::array<std::string_view, 13> words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (number >= 0 && number < static_cast<std::int64_t>(words.size()))
        return std::string{words[static_cast<std::size_t>(number)]};
    return std::to_string(number);
}

std::string text_of(std::vector<Part> const& paragraph) {
    std::string text;
    for (auto const& part : paragraph) {
        if (auto const* words = std::get_if<Words>(&part)) {
            text += words->view();
            continue;
        }
        auto const& count = std::get<Count>(part);
        text.append(number_in_words(count.number))
            .append(" ")
            .append((count.number == 1 ? count.one : count.many).view());
    }
    return text;
}

// Words folded into lines of the usual length, CRLF after each.
std::string folded(std::string_view text) {
    std::string lines;
    std::size_t column = 0;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        if (column > 0 && column + 1 + end > line_characters) {
            lines += "\r\n";
            column = 0;
        } else if (column > 0) {
            lines += ' ';
            ++column;
        }
        lines += text.substr(0, end);
        column += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines + "\r\n";
}

constexpr std::string_view stop_words = "No more e-mail from here:";

std::string plain_part(Letter const& letter) {
    std::string text;
    for (auto const& paragraph : letter.paragraphs) text += folded(text_of(paragraph)) + "\r\n";
    if (letter.link) text += letter.link->text() + "\r\n\r\n";
    for (auto const& paragraph : letter.after) text += folded(text_of(paragraph)) + "\r\n";
    if (letter.stop) text += fmt::format("{}\r\n{}\r\n", stop_words, letter.stop->text());
    return text;
}

// No styles, no pictures: nothing that tells a sender that the letter was opened.
std::string html_part(Letter const& letter) {
    auto const link = [](Link const& to) { return fmt::format("<p><a href=\"{0}\">{0}</a></p>\r\n", to.text()); };
    std::string html = "<!doctype html>\r\n<html lang=\"en\"><body>\r\n";
    for (auto const& paragraph : letter.paragraphs) html += "<p>" + folded(text_of(paragraph)) + "</p>\r\n";
    if (letter.link) html += link(*letter.link);
    for (auto const& paragraph : letter.after) html += "<p>" + folded(text_of(paragraph)) + "</p>\r\n";
    if (letter.stop) html += fmt::format("<p>{}</p>\r\n{}", stop_words, link(*letter.stop));
    return html + "</body></html>\r\n";
}

// "Sat, 21 Nov 2026 14:30:00 +0000" (RFC 5322 section 3.3)
std::string date_field(Time time) {
    static constexpr std::array days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    using namespace std::chrono;
    auto const instant = sys_seconds{floor<seconds>(milliseconds{time.milliseconds})};
    auto const day = floor<std::chrono::days>(instant);
    year_month_day const date{day};
    hh_mm_ss const clock{instant - day};
    auto const weekday = static_cast<std::size_t>((day.time_since_epoch().count() % 7 + 7) % 7);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[weekday], unsigned(date.day()),
                       months[unsigned(date.month()) - 1], int(date.year()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
    auto const at = text.find('@');
    if (at == text.npos || text.size() > address_bytes_max || at > local_part_bytes_max) return std::nullopt;
    auto const local = text.substr(0, at), domain = text.substr(at + 1);
    if (!has_good_dots(local) || !has_good_dots(domain) || !std::ranges::all_of(local, is_atom) ||
        !std::ranges::all_of(domain, is_of_host))
        return std::nullopt;
    return Address{std::string{text}};
}

std::string_view Address::domain() const { return std::string_view{text_}.substr(text_.find('@') + 1); }

std::optional<Secret> Secret::parse(std::string_view text) {
    auto const is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (text.size() != secret_characters || !std::ranges::all_of(text, is_letter)) return std::nullopt;
    return Secret{std::string{text}};
}

std::optional<Origin> Origin::parse(std::string_view text) {
    auto const start = text.starts_with("https://") ? 8u : text.starts_with("http://") ? 7u : 0u;
    auto const is_good = [](char c) { return is_of_host(c) || c == ':' || c == '[' || c == ']'; };
    if (start == 0 || text.size() == start || !std::ranges::all_of(text.substr(start), is_good)) return std::nullopt;
    return Origin{std::string{text}};
}

std::string written_out(Letter const& letter, Address const& from, Address const& to, IdBytes const& id, Time now) {
    auto const mark = detail::id_text(id);
    std::string message;
    auto const field = [&](std::string_view name, std::string_view value) {
        message.append(name).append(": ").append(value).append("\r\n");
    };
    field("Date", date_field(now));
    field("From", from.text());
    field("To", to.text());
    field("Subject", letter.subject.view());
    field("Message-ID", fmt::format("<{}@{}>", mark, from.domain()));
    field("Auto-Submitted", "auto-generated");
    field("X-Auto-Response-Suppress", "All");
    if (letter.stop) {
        field("List-Unsubscribe", "<" + letter.stop->text() + ">");
        field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    field("MIME-Version", "1.0");
    field("Content-Type", fmt::format("multipart/alternative; boundary=\"{}\"", mark));
    auto const part = [&](std::string_view type, std::string const& body) {
        message += fmt::format(
            "\r\n--{}\r\nContent-Type: {}; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n", mark, type);
        message += body;
    };
    part("text/plain", plain_part(letter));
    part("text/html", html_part(letter));
    return message + fmt::format("\r\n--{}--\r\n", mark);
}

}  // namespace kith::mail
