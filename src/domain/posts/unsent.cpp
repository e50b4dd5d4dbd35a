// Words that are kept and not said: all of somebody's drafts on one page, also of places where they cannot be said any
// more, to be read, taken along or thrown away.
#include "domain/files/chosen.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/endpoints.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

using html::Seen;

std::string kind_in_words(DraftPlace::Kind kind) {
    switch (kind) {
        case DraftPlace::Kind::group: return "A post";
        case DraftPlace::Kind::thread: return "An answer";
        case DraftPlace::Kind::post: return "A change to a post";
        case DraftPlace::Kind::ask: return "An ask";
        case DraftPlace::Kind::offer: return "An offer";
    }
    return {};
}

html::View draft_view(Call& call, KeptDraft const& draft) {
    auto const place = DraftPlace::parse(draft.place);
    html::View view;
    view.text("place", draft.place).text("group_name", draft.group_name).text("body", draft.body);
    view.text("kept_at", iso(draft.kept_at)).text("kept_in_words", in_words(draft.kept_at));
    view.text("kind_in_words", place ? kind_in_words(place->kind) : std::string{"Words"}, Seen::by_templates_only);
    auto const form = http::Form::read_query(draft.fields).value_or(http::Form{});
    view.flag("with_files", form.has(files::id_field));
    bool const can_go = place && takes_words(call.transaction(), *place);
    view.text("go_on", can_go ? place->page() : std::string{});  // empty where they cannot be said any more
    view.flag("can_go", can_go, Seen::by_templates_only);
    return view;
}

}  // namespace

bool takes_words(sql::Transaction& transaction, DraftPlace const& place) {
    if (place.kind != DraftPlace::Kind::thread && place.kind != DraftPlace::Kind::post) return true;
    auto const post = find(transaction, PostId{place.id});
    return post && !post->withdrawn && !(post->hidden && place.kind == DraftPlace::Kind::thread);
}

Result<Answer> show_drafts(Call& call, SignedIn const&) {
    html::View::List drafts;
    std::int64_t number = 0;
    for (auto const& draft : drafts_of(call.transaction(), call.viewer().person)) {
        auto view = draft_view(call, draft);
        view.number("number", ++number, Seen::by_templates_only);
        drafts.push_back(std::move(view));
    }
    html::View view;
    view.flag("any_drafts", !drafts.empty(), Seen::by_templates_only);
    view.list("drafts", std::move(drafts));
    return Page{"unsent", std::move(view)};
}

Result<Answer> throw_away_draft(Call& call, SignedIn const&) {
    forget_draft(call.transaction(), call.viewer().person, call.form.value("place"));
    return Done{std::string{drafts_page}};
}

}  // namespace kith::posts
