#include "domain/notices/endpoints.hpp"

#include "domain/notices/store.hpp"
#include "domain/notices/views.hpp"

namespace kith::notices {

namespace {

// ?older=ID or ?newer=ID; anything else is the first page.
Position position_from(http::Form const& query) {
    if (auto const edge = NoticeId::parse(query.value("older"))) return {Position::Side::older_than, *edge};
    if (auto const edge = NoticeId::parse(query.value("newer"))) return {Position::Side::newer_than, *edge};
    return {};
}

}  // namespace

Result<Answer> list(Call& call, SignedIn const&) {
    auto const page = notices::page(call.transaction(), call.viewer().person, position_from(call.form));
    html::View view;
    html::View::List list;
    for (auto const& notice : page.notices) list.push_back(notice_view(notice));
    view.list("notices", std::move(list));
    view.flag("any_unread", call.viewer().has_unread_notices);
    if (page.older)
        view.text("older", "/notices?older=" + page.older->text());
    else
        view.null("older");
    if (page.newer)
        view.text("newer", "/notices?newer=" + page.newer->text());
    else
        view.null("newer");
    view.flag("more_pages", page.older || page.newer, html::Seen::by_templates_only);
    return Page{"notices", std::move(view)};
}

Result<Answer> mark_everything_read(Call& call, SignedIn const&) {
    mark_all_read(call.transaction(), call.viewer().person, call.now);
    return Done{"/notices"};
}

// A link, so that it opens in a new tab like any other. That it was opened is noted after the answer; if that is
// lost in a crash, the notice stands there as unread once more.
Result<Answer> follow(Call& call, NoticeReader const& notice) {
    if (!notice->read)
        call.services.later([person = notice->person, id = notice->id, now = call.now](sql::Transaction& transaction) {
            mark_read(transaction, person, id, now);
        });
    return Done{place_of(*notice)};
}

Result<Answer> mark_one_read(Call& call, NoticeReader const& notice) {
    mark_read(call.transaction(), notice->person, notice->id, call.now);
    return Done{"/notices"};
}

}  // namespace kith::notices
