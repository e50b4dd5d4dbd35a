#include "platform/media/made.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/named.hpp"

namespace kith::media {

namespace {

constexpr std::array<Named<MadeKind>, 2> kinds{{{MadeKind::picture, "picture"}, {MadeKind::document, "document"}}};
constexpr std::array<Named<Refused>, 9> refusals{{{Refused::unknown, "unknown"},
                                                  {Refused::broken, "broken"},
                                                  {Refused::too_large, "too_large"},
                                                  {Refused::too_many_pixels, "too_many_pixels"},
                                                  {Refused::too_many_pages, "too_many_pages"},
                                                  {Refused::locked, "locked"},
                                                  {Refused::no_fonts, "no_fonts"},
                                                  {Refused::too_slow, "too_slow"},
                                                  {Refused::busy, "busy"}}};
constexpr std::size_t line_bytes_max = 80;
constexpr std::size_t name_bytes_max = 12;

// Takes what stands before `end` off the front; nothing where it does not end.
std::optional<std::string_view> take_until(std::string_view& text, char end) {
    auto const at = text.substr(0, line_bytes_max).find(end);
    if (at == text.npos) return std::nullopt;
    auto const taken = text.substr(0, at);
    text.remove_prefix(at + 1);
    return taken;
}

std::optional<std::uint32_t> take_number(std::string_view& line) {
    auto const digits = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(digits.size() + 1, line.size()));
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= name_bytes_max &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

std::optional<Version> take_version(std::string_view line, std::string_view& rest) {
    auto const name = take_until(line, ' ');
    auto const width = take_number(line), height = take_number(line), bytes = take_number(line);
    if (!name || !is_name(*name) || !width || !height || !bytes || *bytes > rest.size()) return std::nullopt;
    Version version{std::string{*name}, {*width, *height}, std::string{rest.substr(0, *bytes)}};
    rest.remove_prefix(*bytes);
    auto const real = extent_of(FileKind::webp, version.bytes);
    bool const whole =
        holds_only_pixels(version.bytes) && real && fits(*real) && real->width == *width && real->height == *height;
    if (!whole) return std::nullopt;
    return version;
}

}  // namespace

std::string_view name_of(MadeKind kind) { return named(kinds, kind).stored; }
std::optional<MadeKind> made_kind_from(std::string_view name) { return value_named(kinds, name); }
std::string_view name_of(Refused why) { return named(refusals, why).stored; }
std::optional<Refused> refused_from(std::string_view name) { return value_named(refusals, name); }

std::string told(Version const& version) {
    return fmt::format("picture {} {} {} {}\n", version.name, version.extent.width, version.extent.height,
                       version.bytes.size()) +
           version.bytes;
}
std::string told(MadeKind kind) { return fmt::format("ready {}\n", name_of(kind)); }
std::string told(Refused why) { return fmt::format("refused {}\n", name_of(why)); }

std::expected<Made, Refused> read_told(std::string_view text) {
    Made made;
    while (auto line = take_until(text, '\n')) {
        auto const word = take_until(*line, ' ');
        if (!word) break;
        if (*word == "refused") return std::unexpected(refused_from(*line).value_or(Refused::broken));
        if (*word == "ready") {
            auto const kind = made_kind_from(*line);
            if (!kind || made.versions.empty() || !text.empty()) break;
            made.kind = *kind;
            return made;
        }
        if (*word != "picture" || made.versions.size() > document_pages_max) break;
        auto version = take_version(*line, text);
        if (!version) break;
        made.versions.push_back(*std::move(version));
    }
    return std::unexpected(Refused::broken);
}

}  // namespace kith::media
