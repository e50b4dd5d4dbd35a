#include "domain/me/password.hpp"

#include "domain/people/store.hpp"
#include "platform/crypto/password.hpp"

namespace kith::me {

Result<Person> confirm_password(Call const& call, std::string_view field) {
    auto const id = call.viewer().person;
    struct Known {
        std::optional<Person> person;
        std::optional<std::string> hash;
    };
    auto known = call.services.database.read([&](sql::Transaction& transaction) {
        return Known{people::find(transaction, id), people::password_hash_of(transaction, id)};
    });
    if (!known.person || !known.hash) return fail(Error::not_found());
    if (!crypto::password_matches(*known.hash, call.form.value(field)))
        return fail(Error::invalid(std::string{field}, "This is not your password. Try again."));
    return *std::move(known.person);
}

}  // namespace kith::me
