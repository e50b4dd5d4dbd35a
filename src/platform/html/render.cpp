#include "platform/html/render.hpp"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>

#include "platform/html/assets.hpp"
#include "platform/html/template_text.hpp"

namespace kith::html {

namespace {

using ctemplate::TemplateString;

// Room for a page from the start, instead of moving it each time it has doubled.
constexpr std::size_t rendered_bytes_usual = 32 * 1024;

// Written by load_templates, set_global and note_missing_markers, all before threads start; read only after that.
struct Library {
    std::unique_ptr<ctemplate::TemplateCache> cache = std::make_unique<ctemplate::TemplateCache>();
    // Every template's name, with the closing NUL that ctemplate wants.
    std::map<std::string, std::string, std::less<>> names;
    std::map<std::string, std::string, std::less<>> globals;
    std::function<void(std::string_view)> note;
};

Library& library() {
    static Library one;
    return one;
}

std::string_view view_of(TemplateString const& text) { return {text.data(), text.size()}; }

// Whether a section of this content shows at all.
bool shows(View::Content const& content) {
    if (auto const* text = std::get_if<std::string>(&content)) return !text->empty();
    if (auto const* number = std::get_if<std::int64_t>(&content)) return *number != 0;
    if (auto const* flag = std::get_if<bool>(&content)) return *flag;
    if (auto const* markup = std::get_if<Markup>(&content)) return !markup->empty();
    if (auto const* list = std::get_if<View::List>(&content)) return !list->empty();
    return std::holds_alternative<std::unique_ptr<View>>(content);
}

// The views that a section or an include goes through: a list's, or the one child.
std::span<View const> views_of(View::Content const& content) {
    if (auto const* child = std::get_if<std::unique_ptr<View>>(&content)) return {child->get(), 1};
    if (auto const* list = std::get_if<View::List>(&content)) return *list;
    return {};
}

// A View as ctemplate asks for it. Nothing is copied: it points into the views
// and lives only while the template is expanded. `outer` is the view around it.
class Reader final : public ctemplate::TemplateDictionaryInterface {
public:
    Reader(View const& view, Reader const* outer, std::string_view template_name)
        : view_{view}, outer_{outer}, template_name_{template_name} {}

protected:
    TemplateString GetValue(TemplateString const& variable) const override {
        auto const name = view_of(variable);
        if (auto const* entry = find(name)) return value_of(entry->content);
        auto const& globals = library().globals;
        if (auto const global = globals.find(name); global != globals.end())
            return {global->second.data(), global->second.size()};
        note_missing(name);
        return {"", 0};
    }

    bool IsHiddenSection(TemplateString const& name) const override { return !section_shows(view_of(name)); }
    bool IsUnhiddenSection(TemplateString const& name) const override { return section_shows(view_of(name)); }

    Iterator* CreateSectionIterator(TemplateString const& section) const override;

    bool IsHiddenTemplate(TemplateString const& name) const override {
        auto const* entry = find(view_of(name));
        return entry != nullptr && !shows(entry->content);
    }
    char const* GetIncludeTemplateName(TemplateString const& variable, int) const override {
        auto const& names = library().names;
        auto const found = names.find(view_of(variable));
        return found == names.end() ? "" : found->second.c_str();  // load_templates saw to it that it is there
    }
    Iterator* CreateTemplateIterator(TemplateString const& name) const override;

    void DumpToString(std::string*, int) const override {}

private:
    class Views;

    View::Entry const* find(std::string_view name) const {
        for (auto const* reader = this; reader != nullptr; reader = reader->outer_)
            if (auto const* entry = reader->view_.find(name)) return entry;
        return nullptr;
    }

    TemplateString value_of(View::Content const& content) const {
        if (auto const* text = std::get_if<std::string>(&content)) return {text->data(), text->size()};
        if (auto const* markup = std::get_if<Markup>(&content)) return {markup->text().data(), markup->text().size()};
        if (auto const* number = std::get_if<std::int64_t>(&content)) {
            auto const end = std::to_chars(digits_, digits_ + sizeof digits_, *number).ptr;
            return {digits_, static_cast<std::size_t>(end - digits_)};
        }
        return {"", 0};
    }

    // The name itself goes before what it says with not_, any_ or no_ in front.
    bool section_shows(std::string_view name) const {
        if (auto const* entry = find(name)) return shows(entry->content);
        auto const without = [&](std::string_view prefix) -> View::Entry const* {
            return name.starts_with(prefix) ? find(name.substr(prefix.size())) : nullptr;
        };
        if (auto const* entry = without("any_")) return shows(entry->content);
        if (auto const* entry = without("not_")) return !shows(entry->content);
        if (auto const* entry = without("no_")) return !shows(entry->content);
        note_missing(name);
        return name.starts_with("not_") || name.starts_with("no_");
    }

    void note_missing(std::string_view name) const {
        if (auto const& note = library().note) note(std::string{template_name_} + ":" + std::string{name});
    }

    View const& view_;
    Reader const* outer_;
    std::string_view template_name_;
    mutable char digits_[24];  // of the number that GetValue gave last; ctemplate writes it out before it asks again
};

// ctemplate takes ownership of what it asks for.
class Reader::Views final : public Iterator {
public:
    Views(std::span<View const> views, Reader const* outer, std::string_view template_name)
        : views_{views}, outer_{outer}, template_name_{template_name} {}
    bool HasNext() const override { return !views_.empty(); }
    Reader const& Next() override {
        current_.emplace(views_.front(), outer_, template_name_);
        views_ = views_.subspan(1);
        return *current_;
    }

private:
    std::span<View const> views_;
    Reader const* outer_;
    std::string_view template_name_;
    std::optional<Reader> current_;
};

auto Reader::CreateSectionIterator(TemplateString const& section) const -> Iterator* {
    auto const* entry = find(view_of(section));
    return new Views{entry ? views_of(entry->content) : std::span<View const>{}, this, template_name_};
}

// An include that no view is listed under is a part of this page: it reads this view.
auto Reader::CreateTemplateIterator(TemplateString const& name) const -> Iterator* {
    auto const* entry = find(view_of(name));
    auto const views = entry ? views_of(entry->content) : std::span<View const>{};
    if (!views.empty()) return new Views{views, this, view_of(name)};
    return new Views{{&view_, 1}, outer_, view_of(name)};
}

void add_template(ctemplate::TemplateCache& cache, std::string const& name, std::string const& text) {
    if (!cache.StringToTemplateCache(name, text.data(), text.size(), ctemplate::DO_NOT_STRIP))
        throw std::runtime_error{"Template \"" + name +
                                 "\" cannot be read: see the line above, or its name comes twice."};
}

// What the layout asks for, whatever page it frames.
constexpr std::pair<std::string_view, std::string_view> asset_paths[] = {
    {"stylesheet_path", "main.css"},       {"script_path", "main.js"},
    {"font_path", "atkinson.woff2"},       {"favicon_path", "favicon.svg"},
    {"manifest_path", "kith.webmanifest"},
};

}  // namespace

void load_templates(std::span<TemplateFile const> files) {
    auto& shelf = library();
    auto cache = std::make_unique<ctemplate::TemplateCache>();
    std::map<std::string, std::string, std::less<>> names;
    auto const add = [&](std::string const& name, std::string const& text) {
        add_template(*cache, name, text);
        names.emplace(name, name);
    };
    for (auto const& file : files) {
        check_escaping(file.name, file.text);
        add(std::string{file.name}, tightened(file.text));
    }
    for (auto const& file : files)
        for (auto const& marker : markers_of(file.text))
            if (marker.sort == Marker::Sort::include && !names.contains(marker.name))
                throw std::runtime_error{"Template \"" + std::string{file.name} + "\" includes \"" +
                                         std::string{marker.name} + "\", which is not there."};
    for (auto const& [marker, asset] : asset_paths)
        shelf.globals.insert_or_assign(std::string{marker}, std::string{assets::path_of(asset)});
    cache->Freeze();  // from here on it is only read, so any thread may
    shelf.cache = std::move(cache);
    shelf.names = std::move(names);
}

void set_global(Name name, std::string value) {
    library().globals.insert_or_assign(std::string{name.view()}, std::move(value));
}

void render(std::string_view template_name, View const& view, std::string& out) {
    auto const& shelf = library();
    auto const found = shelf.names.find(template_name);
    if (found == shelf.names.end())
        throw std::logic_error{"There is no template \"" + std::string{template_name} + "\"."};
    Reader const reader{view, nullptr, found->first};
    ctemplate::PerExpandData per_expand_data;
    out.reserve(out.size() + rendered_bytes_usual);
    ctemplate::StringEmitter emitter{&out};
    shelf.cache->ExpandNoLoad(found->first, ctemplate::DO_NOT_STRIP, &reader, &per_expand_data, &emitter);
}

std::string render(std::string_view template_name, View const& view) {
    std::string out;
    render(template_name, view, out);
    return out;
}

void note_missing_markers(std::function<void(std::string_view)> note) { library().note = std::move(note); }

}  // namespace kith::html
