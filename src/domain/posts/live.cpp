#include "domain/posts/live.hpp"

#include <array>
#include <mutex>
#include <unordered_map>

#include "domain/groups/store.hpp"
#include "domain/posts/cards.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/endpoints.hpp"
#include "domain/posts/live_page.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/views.hpp"
#include "platform/html/frame.hpp"

namespace kith::posts {

namespace {

live::CircleId circle_of(GroupId group) { return {group.bytes}; }
live::ListenerId listener_of(PersonId person) { return {person.bytes}; }

// Up to where each group that somebody listens to has been told. Groups share a lock, a few each: it
// is held while a change is read and rendered, so that one thread tells a group at a time.
struct Told {
    std::mutex mutex;
    std::unordered_map<GroupId, std::int64_t> upto;
};

Told& told_in(GroupId group) {
    static std::array<Told, 64> all;
    return all[std::hash<GroupId>{}(group) % all.size()];
}

std::string_view kind_of(Post const& post, std::int64_t heard) {
    if (post.sequence <= heard) return "changed";
    return post.is_head() ? "post" : "comment";
}

Chunk chunk_for(Shown const& shown, Company& company, std::int64_t heard) {
    auto const& post = shown.post;
    html::View view;
    view.text("kind", std::string{kind_of(post, heard)});
    view.text("group", post.group.text()).text("thread", post.head().text()).text("id", post.id.text());
    auto const item =
        post.is_head() ? card(shown, company, {}) : html::rendered("answer_item", post_view(shown, company, {}));
    view.text("html", item.text());
    return make_chunk({post.group, post.changed_sequence}, "post", view.json());
}

// Reads and renders what changed; tells it outside the transaction.
void tell_changes(Services const& services, Event const& event) {
    auto& told = told_in(event.group);
    std::lock_guard const lock{told.mutex};
    if (services.hub.present(circle_of(event.group)).empty()) {
        told.upto.erase(event.group);
        return;
    }
    auto& upto = told.upto.try_emplace(event.group, event.sequence - 1).first->second;
    while (upto < event.sequence) {
        auto const heard = upto;
        auto const chunks = services.database.read([&](sql::Transaction& transaction) {
            std::vector<Chunk> made;
            Company company{transaction, event.group};
            for (auto const& shown : changed_since(transaction, event.group, heard, live_changes_max)) {
                made.push_back(chunk_for(shown, company, heard));
                upto = shown.post.changed_sequence;
            }
            return made;
        });
        for (auto const& chunk : chunks) services.hub.tell(circle_of(event.group), chunk);
        if (chunks.empty()) upto = event.sequence;  // what it announced has changed again, or is gone
    }
}

struct Missed {
    bool is_member = false;
    CursorPart now;
    std::vector<Chunk> chunks;
};

Missed missed_in(sql::Transaction& transaction, GroupId group, PersonId person, std::optional<std::int64_t> heard) {
    auto const membership = groups::find_membership(transaction, group, person);
    if (!membership) return {};
    Missed missed{true, {group, membership->group.sequence}, {}};
    if (!heard || *heard >= missed.now.sequence) return missed;
    auto const changes = changed_since(transaction, group, *heard, live_changes_max + 1);
    if (changes.size() > live_changes_max) {
        missed.chunks.push_back(make_chunk(missed.now, "reload", "{}"));
        return missed;
    }
    Company company{transaction, group};
    for (auto const& shown : changes) missed.chunks.push_back(chunk_for(shown, company, *heard));
    return missed;
}

struct Listening {
    Services const& services;
    PersonId person;
    SessionId session;
    std::vector<GroupId> groups;
    Cursor heard;  // as the page says; groups that it does not name begin now

    // Listens first, then reads what was missed: nothing falls between.
    std::shared_ptr<void> open(std::shared_ptr<http::EventSink> sink) const {
        std::vector<live::CircleId> circles;
        Cursor begin;
        for (auto const group : groups) {
            circles.push_back(circle_of(group));
            begin.push_back({group, sequence_in(heard, group).value_or(0)});
        }
        auto const page = std::make_shared<LivePage>(std::move(sink), std::move(begin));
        auto subscription = services.hub.listen(listener_of(person), session.bytes, circles, page);
        for (auto const group : groups) {
            auto& told = told_in(group);
            std::lock_guard const lock{told.mutex};
            auto const missed = services.database.read([&](sql::Transaction& transaction) {
                return missed_in(transaction, group, person, sequence_in(heard, group));
            });
            // Whoever left since the gate was passed is parted here; whoever leaves from now on, by the event.
            if (!missed.is_member) {
                services.hub.part(listener_of(person), circle_of(group));
                page->drop(group);
                continue;
            }
            told.upto.try_emplace(group, missed.now.sequence);
            page->catch_up(missed.now, missed.chunks);
        }
        page->begin();
        return subscription;
    }
};

}  // namespace

void tell_pages(Services const& services, Event const& event) {
    auto const whom = event.about.value_or(event.actor);
    switch (event.what) {
        case Event::What::posted:
        case Event::What::commented:
        case Event::What::changed: return tell_changes(services, event);
        case Event::What::left: return services.hub.part(listener_of(whom), circle_of(event.group));
        case Event::What::session_ended:
            if (event.session) services.hub.end_session(event.session->bytes);
            return;
        case Event::What::person_ended: return services.hub.end_person(listener_of(whom));
        default: return;
    }
}

// Without ?group= all the groups of the person who asks.
Result<Answer> listen(Call& call, SignedIn const&) {
    auto const& viewer = call.viewer();
    Listening listening{call.services, viewer.person, viewer.session, {}, {}};
    if (call.form.has("group")) {
        auto const group = GroupId::parse(call.form.value("group"));
        if (!group || !groups::find_membership(call.transaction(), *group, viewer.person))
            return fail(Error::not_found());
        listening.groups.push_back(*group);
    } else {
        for (auto const& listed : groups::of_person(call.transaction(), viewer.person))
            listening.groups.push_back(listed.id);
    }
    // What the browser heard last goes before what the page began with.
    auto const last_heard = call.request.header("last-event-id").value_or(call.form.value("after"));
    listening.heard = cursor_from(last_heard).value_or(Cursor{});
    return Stream{[listening = std::move(listening)](std::shared_ptr<http::EventSink> sink) {
        return listening.open(std::move(sink));
    }};
}

}  // namespace kith::posts
