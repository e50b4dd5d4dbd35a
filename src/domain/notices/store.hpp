// Notices in the database.
#pragma once

#include <optional>
#include <vector>

#include "domain/notices/notice.hpp"
#include "platform/sql/database.hpp"

namespace kith::notices {

// What a notice leads to: a post, an admission, an ask, or none of them.
struct About {
    std::optional<PostId> post{};
    std::optional<PostId> thread{};
    std::optional<AdmissionId> admission{};
    std::optional<AskId> ask{};
    bool under_pen = false;  // it tells of words that stand under one
};

// For a current member; nothing happens when they have one of this kind about the same thread, admission
// or ask unread.
void tell_member(sql::Transaction&, PersonId, GroupId, NoticeKind, About const&, Time now);
// For a newcomer, about their own admission.
void tell_newcomer(sql::Transaction&, PersonId, GroupId, NoticeKind, AdmissionId, Time now);

// Who hears of a message: those in its conversation who have not muted it, each with a group that they share
// with its writer. One unread notice for one conversation.
struct Hearer {
    PersonId person;
    GroupId group;
};
std::vector<Hearer> hearers(sql::Transaction&, ConversationId, PersonId writer);
void tell_hearer(sql::Transaction&, Hearer const&, ConversationId, Time now);

std::optional<Notice> find(sql::Transaction&, PersonId, NoticeId);
void mark_read(sql::Transaction&, PersonId, NoticeId, Time now);
void mark_all_read(sql::Transaction&, PersonId, Time now);
// Nobody needs to vouch or decide any more.
void close_admission(sql::Transaction&, AdmissionId, Time now);
// They have answered the ask, or pass it by: what asked them about it is gone.
void forget_ask(sql::Transaction&, PersonId, AskId);
// Nobody is asked any more.
void forget_ask(sql::Transaction&, AskId);
// Everything told to a person about a group that they left.
void forget(sql::Transaction&, GroupId, PersonId);

struct Position {
    enum class Side { newest, older_than, newer_than } side = Side::newest;
    NoticeId id{};
};
struct PageOf {
    std::vector<Notice> notices;
    std::optional<NoticeId> older, newer;
};
// The newest first.
PageOf page(sql::Transaction&, PersonId, Position);

// Whom an event concerns. Who wrote it, under whatever name: they are told, and nobody is told of them.
std::optional<PersonId> author_of(sql::Transaction&, PostId);
std::optional<PersonId> author_quoted_by(sql::Transaction&, PostId);
std::vector<PersonId> members(sql::Transaction&, GroupId);
std::vector<PersonId> facilitators(sql::Transaction&, GroupId);
// The members who have not yet vouched for this newcomer.
std::vector<PersonId> members_to_ask(sql::Transaction&, GroupId, AdmissionId);
bool has_enough_vouches(sql::Transaction&, AdmissionId);

}  // namespace kith::notices
