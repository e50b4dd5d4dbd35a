#include "domain/files/changing.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/files/chosen.hpp"
#include "domain/files/store.hpp"
#include "domain/files/views.hpp"

namespace kith::files {

namespace {

using html::Seen;

bool takes_away(http::Form const& form, FileId id) {
    return std::ranges::any_of(form.values(take_away_field), [&](auto const value) { return value == id.text(); });
}

}  // namespace

Result<std::vector<Change>> changes_in(http::Form const& form, std::vector<AttachedFile> const& attached,
                                       std::vector<std::string> const& words) {
    std::vector<Change> changes;
    auto const ids = form.values(id_field);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto const id = FileId::parse(ids[i]);
        auto const file = id ? std::ranges::find(attached, *id, &AttachedFile::id) : attached.end();
        if (file == attached.end())
            return fail(Error::invalid(std::string{file_field}, "This file is not here any more."));
        bool const goes = takes_away(form, *id);
        auto const alternative = i < words.size() ? words[i] : file->alternative;
        if (text::characters(alternative) > alternative_characters_max)
            return fail(Error::invalid(std::string{alternative_field}, "Say it in at most 500 characters."));
        if (alternative.empty() && !file->alternative.empty() && !goes)
            return fail(Error::invalid(std::string{alternative_field},
                                       "Say in a sentence what can be seen, for those who cannot see it."));
        if (goes || alternative != file->alternative) changes.push_back({*id, alternative, goes});
    }
    return changes;
}

void keep(sql::Transaction& transaction, PostId post, std::vector<Change> const& changes) {
    for (auto const& change : changes)
        if (change.goes)
            take_away(transaction, post, change.id);
        else
            describe(transaction, post, change.id, change.alternative);
}

void add_changeable(Call& call, html::View& view, std::vector<AttachedFile> const& attached, std::string const& path) {
    html::View::List list;
    auto const* form = call.filled();
    auto const ids = form ? form->values(id_field) : std::vector<std::string_view>{};
    auto const words = form ? form->values(alternative_field) : std::vector<std::string_view>{};
    for (auto const& file : attached) {
        if (file.versions.empty()) continue;
        auto const at = static_cast<std::size_t>(std::ranges::find(ids, file.id.text()) - ids.begin());
        html::View line;
        line.text("kept_id", file.id.text()).text("kept_words", kind_in_words(file.kind, file.versions.size()));
        line.text("kept_src", path + "/files/" + file.id.text() + "/" + file.versions.front().name);
        line.text("kept_alternative", at < words.size() ? std::string{words[at]} : file.alternative);
        line.number("kept_place", static_cast<std::int64_t>(list.size() + 1));
        line.flag("goes", form && takes_away(*form, file.id));
        list.push_back(std::move(line));
    }
    view.text("alternative_fault", call.fault(alternative_field), Seen::by_templates_only);
    view.list("changeable", std::move(list), Seen::by_templates_only);
}

}  // namespace kith::files
