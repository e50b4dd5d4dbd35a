#include "domain/me/password.hpp"

#include "domain/people/store.hpp"
#include "domain/proofs/codes.hpp"
#include "platform/crypto/password.hpp"

namespace kith::me {

Result<Person> confirm_here(Call const& call, std::string_view field) {
    auto const id = call.viewer().person;
    struct Known {
        std::optional<Person> person;
        std::optional<std::string> hash;
        bool asks_for_code = false;
    };
    auto known = call.services.database.read([&](sql::Transaction& transaction) {
        return Known{people::find(transaction, id), people::password_hash_of(transaction, id),
                     proofs::asks_for_code(transaction, id)};
    });
    if (!known.person || !known.hash) return fail(Error::not_found());
    auto const password = call.form.value(field);
    if (!password.empty() && !crypto::password_matches(*known.hash, password))
        return fail(Error::invalid(std::string{field}, "This is not your password. Try again."));
    bool const enough = call.viewer().is_confirmed(call.now) || (!password.empty() && !known.asks_for_code);
    if (!enough) return fail(Error::unconfirmed());
    return *std::move(known.person);
}

}  // namespace kith::me
