#include "domain/posts/visits.hpp"

#include "domain/posts/post.hpp"

namespace kith::posts {

namespace {

// Within a visit the time is moved on only this often, so that a page loaded again writes nothing.
constexpr std::chrono::minutes noted_every{5};

}  // namespace

groups::Visit after_looking(std::optional<groups::Visit> const& before, std::int64_t group_sequence, Time now,
                            Looked looked) {
    if (!before) return {group_sequence, group_sequence, now};
    auto visit = *before;
    bool const returned = now - visit.seen_at >= visit_gap;
    if (returned) visit.before_sequence = visit.seen_sequence;
    if (looked == Looked::at_group) visit.seen_sequence = group_sequence;
    bool const moved = returned || visit.seen_sequence != before->seen_sequence || now - visit.seen_at >= noted_every;
    if (moved) visit.seen_at = now;
    return visit;
}

std::int64_t note_visit(Call const& call, Group const& group, Looked looked) {
    auto const person = call.viewer().person;
    auto const before = groups::find_visit(call.transaction(), group.id, person);
    auto const visit = after_looking(before, group.sequence, call.now, looked);
    if (!before || visit.seen_at != before->seen_at)
        call.services.later([group = group.id, person, visit](sql::Transaction& transaction) {
            if (groups::find_membership(transaction, group, person))
                groups::keep_visit(transaction, group, person, visit);
        });
    return visit.before_sequence;
}

}  // namespace kith::posts
