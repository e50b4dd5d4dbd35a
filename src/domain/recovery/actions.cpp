#include "domain/recovery/actions.hpp"

#include "base/text.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/codes.hpp"
#include "domain/proofs/log.hpp"
#include "domain/proofs/passkeys.hpp"
#include "domain/recovery/store.hpp"
#include "domain/sessions/store.hpp"
#include "platform/crypto/password.hpp"
#include "platform/crypto/token.hpp"

namespace kith::recovery {

using proofs::Deed;

Result<std::string> ask(Call const& call, std::string_view email, std::string_view new_password) {
    auto const address = text::ascii_lower(text::trim(email));
    if (!people::looks_like_email(address))
        return fail(Error::invalid("email", "Write the e-mail address that you sign in with."));
    Person const as_typed{{}, address, {}, {}, {}, false};
    if (auto fault = people::fault_of_password(new_password, as_typed))
        return fail(Error::invalid("new_password", std::move(*fault)));
    auto const hash = crypto::hash_password(new_password);
    auto code = crypto::random_code();
    TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<void> {
        auto const known = people::find_credentials(transaction, address);
        auto const person = known ? known->person : PersonId::random();
        add(transaction, person, code, hash, call.now);
        proofs::note_once_a_day(transaction, person, Deed::recovery_asked, call.now);
        return {};
    }));
    return code;
}

Result<Spoken> find(Call const& call, std::string_view code) {
    auto spoken = find_spoken(call.transaction(), code, call.viewer().person, call.now);
    if (!spoken)
        return fail(Error::invalid(
            "spoken",
            "This code opens nothing for you. Read it once more, and ask whether you are in a group together."));
    return *std::move(spoken);
}

Result<void> vouch(Call& call, Spoken const& spoken) {
    auto& transaction = call.transaction();
    auto const& recovery = spoken.recovery;
    if (recovery.due_at) return fail(Error::conflict("Enough members have vouched already. Thank you."));
    if (!add_vouch(transaction, recovery.id, call.viewer().person, spoken.group, call.now))
        return fail(Error::conflict("You have vouched already. Somebody else has to do it too."));
    proofs::note(transaction, recovery.person, Deed::recovery_vouched, "", call.now, call.viewer().person);
    if (vouches_of(transaction, recovery.id) >= recovery_vouches_needed) {
        set_due(transaction, recovery.id, call.now + recovery_waits);
        proofs::note(transaction, recovery.person, Deed::recovery_due, "", call.now);
    }
    call.announce({.what = Event::What::recovery_vouched,
                   .group = spoken.group,
                   .actor = call.viewer().person,
                   .about = recovery.person});
    return {};
}

Result<void> stop(Call& call, RecoveryId recovery) {
    if (!remove(call.transaction(), call.viewer().person, recovery)) return fail(Error::not_found());
    proofs::note(call.transaction(), call.viewer().person, Deed::recovery_stopped, "", call.now);
    return {};
}

namespace {

// Everything by which somebody could have come in before is over. What open pages should hear.
std::vector<Event> let_in(sql::Transaction& transaction, Due const& one, Time now) {
    people::set_password_hash(transaction, one.person, one.password_hash);
    proofs::end_passkeys(transaction, one.person);
    proofs::end_codes(transaction, one.person);
    std::vector<Event> events;
    for (auto const& session : sessions::end_others(transaction, one.person, SessionId{}))
        events.push_back({.what = Event::What::session_ended, .session = session, .actor = one.person});
    remove_all(transaction, one.person);
    proofs::note(transaction, one.person, Deed::recovery_done, "", now);
    return events;
}

}  // namespace

void do_what_is_due(Services const& services, Time now) {
    auto const any =
        services.database.read([&](sql::Transaction& transaction) { return !due(transaction, now).empty(); });
    if (!any) return;
    auto const events = services.database.write([&](sql::Transaction& transaction) -> Result<std::vector<Event>> {
        std::vector<Event> all;
        for (auto const& one : due(transaction, now))
            for (auto& event : let_in(transaction, one, now)) all.push_back(std::move(event));
        return all;
    });
    if (!events) return;
    for (auto const& event : *events) services.tell(event);
}

}  // namespace kith::recovery
