#include "domain/people/sign_up.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/call/call.hpp"
#include "platform/crypto/common_passwords.hpp"
#include "platform/crypto/password.hpp"

namespace kith::people {

bool looks_like_email(std::string_view email) {
    auto const at = email.find('@');
    return at != email.npos && at > 0 && at + 1 < email.size() && email.find('@', at + 1) == email.npos &&
           email.size() <= email_bytes_max && email.find_first_of(" \t\r\n<>,;") == email.npos;
}

std::optional<std::string> fault_of_password(std::string_view password, Person const& person) {
    if (text::characters(password) < crypto::password_characters_min)
        return fmt::format(
            "Choose a password of at least {} characters. Three words that only you would put together "
            "are good.",
            crypto::password_characters_min);
    if (password.size() > crypto::password_bytes_max) return "Choose a shorter password.";
    auto const lower = text::ascii_lower(password);
    if (lower == person.email || lower == text::ascii_lower(person.name))
        return "Choose a password that is not your name or address.";
    if (crypto::is_common_password(password))
        return "Many people have chosen this password, or nearly this, so it is among the first that a thief tries. "
               "Choose another: three words that only you would put together.";
    return std::nullopt;
}

Result<SignUp> read_sign_up(Call const& call) {
    SignUp read;
    std::vector<Fault> faults;
    read.person.id = PersonId::random();
    read.person.joined_at = call.now;
    read.person.name = text::one_line(call.form.value("name"));
    if (read.person.name.empty()) faults.push_back({"name", "Write your name, as colleagues know you."});
    if (text::characters(read.person.name) > name_characters_max)
        faults.push_back({"name", fmt::format("Write a name of at most {} characters.", name_characters_max)});
    read.person.email = text::ascii_lower(text::trim(call.form.value("email")));
    if (!looks_like_email(read.person.email))
        faults.push_back({"email", "Write your e-mail address, like ada@example.org."});
    if (auto const capacity = capacity_from(call.form.value("capacity")))
        read.person.capacity = *capacity;
    else
        faults.push_back({"capacity", "Choose in which capacity you come."});
    read.password = std::string{call.form.value("password")};
    if (auto fault = fault_of_password(read.password, read.person)) faults.push_back({"password", std::move(*fault)});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    return read;
}

html::View::List capacity_choices(std::string_view chosen) {
    html::View::List choices;
    for (auto const capacity : capacities) {
        html::View choice;
        auto words = std::string{in_words(capacity)};
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
        choice.text("value", std::string{stored(capacity)})
            .text("label", std::move(words))
            .flag("chosen", stored(capacity) == chosen);
        choices.push_back(std::move(choice));
    }
    return choices;
}

void show_sign_up(Call const& call, html::View& view) {
    view.text("name", call.field("name")).text("name_fault", call.fault("name"));
    view.text("email", call.field("email")).text("email_fault", call.fault("email"));
    view.list("capacities", capacity_choices(call.field("capacity", "practitioner")));
    view.text("capacity_fault", call.fault("capacity"));
    view.text("password_fault", call.fault("password"));
    view.number("password_characters_min", static_cast<std::int64_t>(crypto::password_characters_min));
}

}  // namespace kith::people
