#include "domain/sessions/actions.hpp"

#include "base/text.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/codes.hpp"
#include "domain/proofs/log.hpp"
#include "domain/sessions/store.hpp"
#include "platform/crypto/password.hpp"
#include "platform/crypto/token.hpp"

namespace kith::sessions {

Opened open(sql::Transaction& transaction, PersonId person, SessionKind kind, std::string label, Time now) {
    auto const lifetime = kind == SessionKind::browser ? session_lifetime : token_lifetime;
    auto const day = std::chrono::milliseconds{std::chrono::hours{24}}.count();
    Opened opened{
        {SessionId::random(), person, kind, std::move(label), now, {now.milliseconds / day * day}, now + lifetime},
        crypto::random_token()};
    add(transaction, opened.session, opened.secret);
    return opened;
}

Opened come_in(sql::Transaction& transaction, PersonId person, std::string label, Time now) {
    proofs::note(transaction, person, proofs::Deed::signed_in, label, now);
    return open(transaction, person, SessionKind::browser, std::move(label), now);
}

Result<PersonId> check_password(Services const& services, std::string_view email, std::string_view password) {
    auto const address = text::ascii_lower(text::trim(email));
    auto const known = services.database.read(
        [&](sql::Transaction& transaction) { return people::find_credentials(transaction, address); });
    bool const right =
        known ? crypto::password_matches(known->password_hash, password) : crypto::no_password_matches(password);
    if (!right)
        return fail(Error::invalid("password",
                                   "This e-mail address and password do not go together. Check both and "
                                   "try again."));
    return known->person;
}

Result<SignIn> sign_in(Services const& services, std::string_view email, std::string_view password, std::string label,
                       Time now) {
    auto const person = TRY(check_password(services, email, password));
    return services.database.write([&](sql::Transaction& transaction) -> Result<SignIn> {
        if (proofs::asks_for_code(transaction, person)) return SignIn{{}, begin_half(transaction, person, now)};
        return SignIn{come_in(transaction, person, label, now), {}};
    });
}

namespace {

struct Tried {
    PersonId person;
    proofs::Took took;
};

}  // namespace

Result<Opened> sign_in_by_code(Services const& services, std::string_view half, std::string_view code,
                               std::string label, Time now) {
    // A try is kept whatever comes of it.
    auto const tried = TRY(services.database.write([&](sql::Transaction& transaction) -> Result<std::optional<Tried>> {
        auto const person = try_half(transaction, half, now);
        if (!person) return std::optional<Tried>{};
        auto const took = proofs::take_code(transaction, *person, code, now);
        if (took == proofs::Took::nothing) proofs::note(transaction, *person, proofs::Deed::code_wrong, label, now);
        if (took == proofs::Took::recovery_code)
            proofs::note(transaction, *person, proofs::Deed::recovery_code_used, label, now);
        return std::optional{Tried{*person, took}};
    }));
    if (!tried)
        return fail(
            Error::invalid("digits", "That took too long, or there were too many tries. Sign in from the start."));
    if (tried->took == proofs::Took::nothing)
        return fail(
            Error::invalid("digits", "This is not the code of now. Look at the app again, and wait for the next."));
    return services.database.write([&](sql::Transaction& transaction) -> Result<Opened> {
        end_half(transaction, half);
        return come_in(transaction, tried->person, label, now);
    });
}

std::string label_of(http::Request const& request) {
    auto const agent = request.header("user-agent").value_or("");
    auto const first_of = [&](std::initializer_list<std::pair<std::string_view, std::string_view>> marks,
                              std::string_view otherwise) {
        for (auto const& [mark, word] : marks)
            if (agent.find(mark) != agent.npos) return std::string{word};
        return std::string{otherwise};
    };
    // The order matters: Edge and Chrome also call themselves Safari, Android also Linux.
    auto const browser = first_of(
        {{"Firefox/", "Firefox"}, {"Edg/", "Edge"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}, "A browser");
    auto const system = first_of({{"Android", "Android"},
                                  {"iPhone", "iPhone"},
                                  {"iPad", "iPad"},
                                  {"Windows", "Windows"},
                                  {"Mac OS", "a Mac"},
                                  {"Linux", "Linux"}},
                                 "an unknown device");
    return browser + " on " + system;
}

}  // namespace kith::sessions
