// What a page needs, already decided: an ordered tree of named values.
//
// One view, three uses. The template of the page reads it (html/render.hpp), so
// does the fragment that a live event brings, and `Accept: application/json`
// answers with it as it is (json()). Names are lower_snake_case.
//
// Text is escaped by the template where it stands. Markup is HTML that is
// trusted because of how it was made (Markdown through our own emitter, an
// icon); it can only be put under a name ending in `_html`, text cannot, and a
// template can switch escaping off only for such a name (checked by a test).
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kith::html {

// HTML by construction. Only those who emit it can make one.
class Markup {
public:
    Markup() = default;
    std::string const& text() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    friend class MarkupMaker;
    explicit Markup(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

constexpr bool names_markup(std::string_view name) { return name.ends_with("_html"); }

// What two names are told apart by before their letters are compared: a view is searched for every name
// that is set and every marker that is shown.
constexpr std::uint32_t sketch_of(std::string_view name) {
    if (name.empty()) return 0;
    auto const letter = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(name[i])); };
    return static_cast<std::uint32_t>(name.size() & 0xff) << 24 | letter(0) << 16 | letter(name.size() / 2) << 8 |
           letter(name.size() - 1);
}

// A name known when the program is compiled.
class Name {
public:
    consteval Name(char const* name) : name_{name} {
        if (names_markup(name_)) throw std::logic_error{"a name ending in _html takes Markup"};
    }
    constexpr std::string_view view() const { return name_; }

private:
    std::string_view name_;
};

class MarkupName {
public:
    consteval MarkupName(char const* name) : name_{name} {
        if (!names_markup(name_)) throw std::logic_error{"Markup takes a name ending in _html"};
    }
    constexpr std::string_view view() const { return name_; }

private:
    std::string_view name_;
};

// For the page alone: not in the JSON (a CSRF token, the layout's own needs).
enum class Seen { everywhere, by_templates_only };

class View {
public:
    using List = std::vector<View>;

    View() = default;
    // With room for so many names.
    explicit View(std::size_t entries) { entries_.reserve(entries); }
    View(View&&) noexcept = default;
    View& operator=(View&&) noexcept = default;
    View(View const&) = delete;
    View& operator=(View const&) = delete;

    View& text(Name, std::string value, Seen = Seen::everywhere);
    View& number(Name, std::int64_t value, Seen = Seen::everywhere);
    // A template shows the section {{#name}} when it is true, and {{#not_name}} when it is not.
    View& flag(Name, bool value, Seen = Seen::everywhere);
    // Absent: null in JSON; a template sees empty text, and hides the section.
    View& null(Name);
    View& markup(MarkupName, Markup value, Seen = Seen::everywhere);
    // A section shown once: {{#name}}…{{/name}}, or an include {{>name}}.
    View& child(Name, View value, Seen = Seen::everywhere);
    // A section shown for each. {{#any_name}} and {{#no_name}} tell whether there are any.
    View& list(Name, List value, Seen = Seen::everywhere);

    std::string json() const;

    using Content = std::variant<std::monostate, std::string, std::int64_t, bool, Markup, std::unique_ptr<View>, List>;
    struct Entry {
        std::string_view name;
        std::uint32_t sketch;
        Seen seen;
        Content content;
    };
    std::vector<Entry> const& entries() const { return entries_; }
    Entry const* find(std::string_view name) const;

private:
    template <class Value>
    View& put(std::string_view name, Seen, Value&&);
    std::vector<Entry> entries_;
};

}  // namespace kith::html
