#include "domain/admission/invitations.hpp"

#include "platform/crypto/token.hpp"

namespace kith::admission {

static sql::Statement const insert_invitation{
    "INSERT INTO invitations (id, group_id, token_hash, code_hash, inviter_id, how_known, made_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};

void add(sql::Transaction& transaction, Invitation const& invitation, std::string_view token, std::string_view code) {
    auto const token_hash = crypto::digest(token);
    auto const code_hash = crypto::digest(crypto::plain_code(code));
    transaction.run(insert_invitation, invitation.id, invitation.group, std::span<std::uint8_t const>{token_hash},
                    std::span<std::uint8_t const>{code_hash}, invitation.inviter, invitation.how_known,
                    invitation.made_at, invitation.expires_at);
}

static Invitation read_invitation(sql::Row const& row) {
    return {row.id<Invitation>(0), row.id<Group>(1), row.id<Person>(2), row.string(3), row.time(4), row.time(5)};
}

#define KITH_OPEN_INVITATIONS                                                                          \
    "SELECT invitations.id, invitations.group_id, invitations.inviter_id, invitations.how_known, "     \
    "invitations.made_at, invitations.expires_at FROM invitations "                                    \
    "WHERE invitations.expires_at > $1 AND NOT EXISTS "                                                \
    "(SELECT 1 FROM invitation_ends WHERE invitation_ends.invitation_id = invitations.id) AND EXISTS " \
    "(SELECT 1 FROM memberships WHERE memberships.group_id = invitations.group_id "                    \
    " AND memberships.person_id = invitations.inviter_id) "

static sql::Statement const select_by_secret{KITH_OPEN_INVITATIONS
                                             "AND (invitations.token_hash = $2 OR invitations.code_hash = $3)"};

std::optional<Invitation> find_open(sql::Transaction& transaction, std::string_view token_or_code, Time now) {
    auto const as_token = crypto::digest(token_or_code);
    auto const as_code = crypto::digest(crypto::plain_code(token_or_code));
    return transaction.one(select_by_secret, read_invitation, now, std::span<std::uint8_t const>{as_token},
                           std::span<std::uint8_t const>{as_code});
}

static sql::Statement const select_of_inviter{KITH_OPEN_INVITATIONS
                                              "AND invitations.group_id = $2 AND invitations.inviter_id = $3 "
                                              "ORDER BY invitations.made_at DESC, invitations.id"};

#undef KITH_OPEN_INVITATIONS

std::vector<Invitation> open_invitations(sql::Transaction& transaction, GroupId group, PersonId inviter, Time now) {
    return transaction.all(select_of_inviter, read_invitation, now, group, inviter);
}

static sql::Statement const insert_end{
    "INSERT INTO invitation_ends (invitation_id, group_id, used_by, ended_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};

bool end(sql::Transaction& transaction, InvitationId id, GroupId group, std::optional<PersonId> used_by, Time now) {
    return transaction.run(insert_end, id, group, used_by, now) == 1;
}

}  // namespace kith::admission
