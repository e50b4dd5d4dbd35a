#include "platform/html/view.hpp"

#include <charconv>

#include "platform/html/escape.hpp"

namespace kith::html {

namespace {

constexpr std::size_t entries_at_first = 8;  // a line of a list

void append_json(std::string& out, View const& view);

template <class... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};

void append_json(std::string& out, View::Content const& content) {
    std::visit(Match{
                   [&](std::monostate) { out += "null"; },
                   [&](std::string const& text) { append_json_string(out, text); },
                   [&](std::int64_t number) {
                       char digits[24];
                       auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
                       out.append(digits, end);
                   },
                   [&](bool flag) { out += flag ? "true" : "false"; },
                   [&](Markup const& markup) { append_json_string(out, markup.text()); },
                   [&](std::unique_ptr<View> const& child) { append_json(out, *child); },
                   [&](View::List const& list) {
                       out += '[';
                       for (auto const& each : list) {
                           if (&each != list.data()) out += ',';
                           append_json(out, each);
                       }
                       out += ']';
                   },
               },
               content);
}

void append_json(std::string& out, View const& view) {
    out += '{';
    bool first = true;
    for (auto const& entry : view.entries()) {
        if (entry.seen == Seen::by_templates_only) continue;
        if (!first) out += ',';
        first = false;
        append_json_string(out, entry.name);
        out += ':';
        append_json(out, entry.content);
    }
    out += '}';
}

}  // namespace

// Set twice, a name keeps its place and takes the later value, so that no JSON has a name twice.
template <class Value>
View& View::put(std::string_view name, Seen seen, Value&& value) {
    if (entries_.capacity() == 0) entries_.reserve(entries_at_first);
    auto const sketch = sketch_of(name);
    for (auto& entry : entries_) {
        if (entry.sketch != sketch || entry.name != name) continue;
        entry.seen = seen;
        entry.content = std::forward<Value>(value);
        return *this;
    }
    entries_.emplace_back(name, sketch, seen, std::forward<Value>(value));
    return *this;
}

View& View::text(Name name, std::string value, Seen seen) { return put(name.view(), seen, std::move(value)); }
View& View::number(Name name, std::int64_t value, Seen seen) { return put(name.view(), seen, value); }
View& View::flag(Name name, bool value, Seen seen) { return put(name.view(), seen, value); }
View& View::null(Name name) { return put(name.view(), Seen::everywhere, std::monostate{}); }
View& View::markup(MarkupName name, Markup value, Seen seen) { return put(name.view(), seen, std::move(value)); }
View& View::child(Name name, View value, Seen seen) {
    return put(name.view(), seen, std::make_unique<View>(std::move(value)));
}
View& View::list(Name name, List value, Seen seen) { return put(name.view(), seen, std::move(value)); }

View::Entry const* View::find(std::string_view name) const {
    auto const sketch = sketch_of(name);
    for (auto const& entry : entries_)
        if (entry.sketch == sketch && entry.name == name) return &entry;
    return nullptr;
}

std::string View::json() const {
    std::string out;
    append_json(out, *this);
    return out;
}

}  // namespace kith::html
