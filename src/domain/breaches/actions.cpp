#include "domain/breaches/actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/breaches/store.hpp"
#include "domain/moderation/actions.hpp"
#include "domain/moderation/store.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/store.hpp"

namespace kith::breaches {

namespace {

Result<std::chrono::hours> read_hours(std::string_view text) {
    int hours = 0;
    auto const trimmed = text::trim(text);
    auto const* const last = trimmed.data() + trimmed.size();
    auto const read = std::from_chars(trimmed.data(), last, hours);
    if (read.ec != std::errc{} || read.ptr != last || hours < 0 || hours > breach_known_hours_max)
        return fail(Error::invalid("hours_ago", fmt::format("Give a number from 0 to {}.", breach_known_hours_max)));
    return std::chrono::hours{hours};
}

Error over() { return Error::conflict("This drill has ended."); }

}  // namespace

Result<BreachId> begin(Call& call, BreachBeginner const& beginner, std::string_view hours_ago) {
    auto& transaction = call.transaction();
    auto const& post = beginner->post;
    auto const hours = TRY(read_hours(hours_ago));
    if (post.withdrawn) return fail(Error::conflict("Its author has taken this post back. Its words are gone."));
    auto const me = call.viewer().person;
    if (!put_out_of_sight(transaction, post, me, call.now))
        return fail(Error::conflict("This post is out of sight already."));
    auto const readers = who_may_have_seen(transaction, post);
    Breach breach;
    breach.id = BreachId::ordered(call.now);
    breach.group = post.group;
    breach.post = post.id;
    breach.known_at = call.now - hours;
    breach.begun_at = call.now;
    breach.members = static_cast<std::int64_t>(readers.size());
    breach.seen = std::ranges::count_if(readers, [](Reader const& reader) { return reader.how.has_value(); });
    add(transaction, breach, me);
    keep_seen(transaction, breach, readers);
    moderation::log_about_author(call, post, Act::quarantined, "");
    moderation::announce_change(call, post);
    Event told{.what = Event::What::quarantined};
    told.group = post.group;
    told.actor = me;
    call.announce(std::move(told));
    return breach.id;
}

Result<void> keep_facts(Call& call, BreachHandler const& handler, std::string_view facts) {
    auto const text = text::many_lines(facts);
    if (text::characters(text) > breach_facts_characters_max)
        return fail(
            Error::invalid("facts", fmt::format("Keep this under {} characters.", breach_facts_characters_max)));
    set_facts(call.transaction(), handler->breach.id, text);
    return {};
}

Result<void> note_step(Call& call, BreachHandler const& handler, BreachStep step) {
    auto const& breach = handler->breach;
    if (!add_step(call.transaction(), breach, step, call.viewer().person, call.now))
        return fail(Error::conflict("This was noted already."));
    return {};
}

Result<void> end(Call& call, BreachHandler const& handler, BreachOutcome outcome) {
    auto& transaction = call.transaction();
    auto const& breach = handler->breach;
    if (breach.outcome || !end(transaction, breach, outcome, call.viewer().person, call.now)) return fail(over());
    auto const post = posts::find(transaction, breach.post);
    if (!post) return fail(over());
    if (outcome == BreachOutcome::shown)
        moderation::show(transaction, post->id);
    else
        posts::remove_words(transaction, *post);
    moderation::log_about_author(call, *post, outcome == BreachOutcome::shown ? Act::showed_post : Act::removed_words,
                                 "");
    moderation::announce_change(call, *post);
    return {};
}

}  // namespace kith::breaches
