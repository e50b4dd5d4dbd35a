// How I get in: devices, codes from a phone, and what happened with my account.
#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/tabs.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/codes.hpp"
#include "domain/proofs/log.hpp"
#include "domain/proofs/passkeys.hpp"
#include "domain/recovery/store.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/token.hpp"
#include "platform/proofs/one_time_code.hpp"
#include "platform/proofs/passkey.hpp"
#include "platform/proofs/public_key.hpp"

namespace kith::me {

namespace {

using html::Seen;
using html::View;
using proofs::Deed;

constexpr std::string_view place = "/me/getting-in";

View passkey_view(Passkey const& passkey) {
    View view;
    view.text("id", passkey.id.text()).text("label", passkey.label);
    view.text("made_at", iso(passkey.made_at)).text("made_in_words", in_words(passkey.made_at));
    view.text("used_on", passkey.used_on ? iso_day(*passkey.used_on) : std::string{});
    return view;
}

View entry_view(proofs::Entry const& entry) {
    View view;
    view.text("deed", std::string{proofs::stored(entry.deed)}).text("says", proofs::in_words(entry.deed));
    view.text("label", entry.label).text("about", entry.about_name);
    view.text("done_at", iso(entry.done_at)).text("done_in_words", in_words(entry.done_at));
    return view;
}

View recovery_view(Recovery const& recovery) {
    View view;
    view.text("id", recovery.id.text());
    view.text("asked_at", iso(recovery.asked_at)).text("asked_in_words", in_words(recovery.asked_at));
    view.text("due_at", recovery.due_at ? iso(*recovery.due_at) : std::string{});
    view.text("due_in_words", recovery.due_at ? in_words(*recovery.due_at) : std::string{});
    return view;
}

std::string bytes64(std::string_view bytes) {
    return crypto::base64url({reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()});
}

}  // namespace

Result<Answer> show_getting_in(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    View view;
    add_tabs(view, place);
    View::List passkeys, log, recoveries;
    for (auto const& one : recovery::open_of(transaction, person, call.now)) recoveries.push_back(recovery_view(one));
    view.list("recoveries", std::move(recoveries));
    for (auto const& passkey : proofs::passkeys_of(transaction, person)) passkeys.push_back(passkey_view(passkey));
    for (auto const& entry : proofs::log_of(transaction, person, account_log_on_a_page))
        log.push_back(entry_view(entry));
    view.list("passkeys", std::move(passkeys)).list("log", std::move(log));
    bool const asks = proofs::asks_for_code(transaction, person);
    view.flag("asks_for_code", asks);
    view.number("recovery_codes_left", static_cast<std::int64_t>(proofs::recovery_codes_left(transaction, person)));
    view.flag("confirmed", call.viewer().is_confirmed(call.now));
    view.text("label", call.field("label", sessions::label_of(call.request)), Seen::by_templates_only);
    view.text("label_fault", call.fault("label")).text("passkey_fault", call.fault("passkey"));
    return Page{"getting_in", std::move(view)};
}

Result<Answer> begin_passkey(Call& call, Confirmed const&) {
    auto& transaction = call.transaction();
    auto const person = people::find(transaction, call.viewer().person);
    if (!person) return fail(Error::not_found());
    View view;
    view.text("challenge", proofs::begin_ceremony(transaction, person->id, call.now));
    view.text("place", std::string{proofs::place_of(call.origin())});
    view.text("person", bytes64(proofs::handle_of(transaction, person->id))).text("name", person->email);
    View::List kinds, known;
    for (auto const algorithm : proofs::algorithms) {
        View kind;
        kind.number("algorithm", static_cast<std::int64_t>(algorithm));
        kinds.push_back(std::move(kind));
    }
    for (auto const& passkey : proofs::passkeys_of(transaction, person->id)) {
        View one;
        one.text("credential", bytes64(passkey.credential_id));
        known.push_back(std::move(one));
    }
    view.list("algorithms", std::move(kinds)).list("known", std::move(known));
    return Page{"passkey_needs_script", std::move(view)};
}

Result<Answer> make_passkey(Call& call, Confirmed const&) {
    auto label = text::one_line(call.form.value("label"));
    if (label.empty() || text::characters(label) > passkey_label_characters_max)
        return fail(Error::invalid("label", "Give this device a short name, like \"My phone\"."));
    auto const made = TRY(proofs::make_passkey(call, call.viewer().person, std::move(label)));
    proofs::note(call.transaction(), made.person, Deed::passkey_made, made.label, call.now);
    return Done{std::string{place}, made.id.text()};
}

Result<Answer> end_passkey(Call& call, Confirmed const&) {
    auto const person = call.viewer().person;
    auto const label = proofs::end_passkey(call.transaction(), person, TRY(call.id<Passkey>("passkey")));
    if (!label) return fail(Error::not_found());
    proofs::note(call.transaction(), person, Deed::passkey_ended, *label, call.now);
    return Done{std::string{place}};
}

namespace {

// "JBSW Y3DP EHPK 3PXP": easier to type.
std::string in_fours(std::string const& text) {
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) grouped += ' ';
        grouped += text[i];
    }
    return grouped;
}

Answer recovery_codes_page(Call& call, std::vector<std::string> const& codes) {
    View view;
    add_tabs(view, place);
    View::List list;
    for (auto const& code : codes) {
        View line;
        line.text("code", code);
        list.push_back(std::move(line));
    }
    view.list("codes", std::move(list));
    proofs::note(call.transaction(), call.viewer().person, Deed::recovery_codes_made, sessions::label_of(call.request),
                 call.now);
    return Page{"recovery_codes", std::move(view)};
}

}  // namespace

Result<Answer> begin_codes(Call& call, Confirmed const&) {
    if (proofs::asks_for_code(call.transaction(), call.viewer().person))
        return fail(Error::conflict("Codes are on already. Turn them off first, to begin with another app."));
    proofs::begin_codes(call.transaction(), call.viewer().person, call.now);
    return Done{"/me/getting-in/codes"};
}

Result<Answer> show_codes(Call& call, Confirmed const&) {
    auto const key = proofs::code_key_of(call.transaction(), call.viewer().person);
    if (!key || key->confirmed) return Done{std::string{place}};
    auto const secret = proofs::in_base32(key->secret);
    View view;
    add_tabs(view, place);
    view.text("secret", in_fours(secret)).text("digits_fault", call.fault("digits"));
    // Neither the place nor the person is named in it: the app asks what to call it.
    view.text("link", fmt::format("otpauth://totp/Kith?secret={}&digits={}&period={}", secret, proofs::code_digits,
                                  proofs::code_step_seconds));
    return Page{"codes_begin", std::move(view)};
}

Result<Answer> confirm_codes(Call& call, Confirmed const&) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    if (!proofs::confirm_codes(transaction, person, call.form.value("digits"), call.now))
        return fail(Error::invalid("digits", "This is not the code that the app shows now. Wait for the next one."));
    proofs::note(transaction, person, Deed::codes_began, sessions::label_of(call.request), call.now);
    return recovery_codes_page(call, proofs::make_recovery_codes(transaction, person, call.now));
}

Result<Answer> end_codes(Call& call, Confirmed const&) {
    if (!proofs::code_key_of(call.transaction(), call.viewer().person)) return Done{std::string{place}};
    proofs::end_codes(call.transaction(), call.viewer().person);
    proofs::note(call.transaction(), call.viewer().person, Deed::codes_ended, sessions::label_of(call.request),
                 call.now);
    return Done{std::string{place}};
}

Result<Answer> new_recovery_codes(Call& call, Confirmed const&) {
    auto const person = call.viewer().person;
    if (!proofs::asks_for_code(call.transaction(), person))
        return fail(Error::conflict("Recovery codes stand in for codes from a phone. Turn those on first."));
    return recovery_codes_page(call, proofs::make_recovery_codes(call.transaction(), person, call.now));
}

}  // namespace kith::me
