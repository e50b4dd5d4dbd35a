#include "domain/sessions/actions.hpp"

#include "base/text.hpp"
#include "domain/people/store.hpp"
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

Result<Opened> sign_in(Services const& services, std::string_view email, std::string_view password, std::string label,
                       Time now) {
    auto const address = text::ascii_lower(text::trim(email));
    auto const known = services.database.read(
        [&](sql::Transaction& transaction) { return people::find_credentials(transaction, address); });
    bool const right =
        known ? crypto::password_matches(known->password_hash, password) : crypto::no_password_matches(password);
    if (!right)
        return fail(Error::invalid("password",
                                   "This e-mail address and password do not go together. Check both and "
                                   "try again."));
    return services.database.write([&](sql::Transaction& transaction) -> Result<Opened> {
        return open(transaction, known->person, SessionKind::browser, label, now);
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
