// The letters that Kith writes. There are four, and nothing else leaves by mail.
//
// Each takes numbers, an enum and the secrets for its links; mail::Letter has no room for anything more.
#pragma once

#include "domain/reach/how_soon.hpp"
#include "platform/mail/letter.hpp"

namespace kith::reach {

// "There are two answers and one mention for you in Kith."
mail::Letter news_letter(HowSoon, Counts const&, mail::Origin const&, mail::Secret const& stop);
// To an address that somebody gave as their own.
mail::Letter confirmation_letter(mail::Origin const&, mail::Secret const& confirm);
// Somebody asks to be let in as them, and members vouch.
mail::Letter warning_letter(mail::Origin const&);
// From the host to themselves (kith mail).
mail::Letter trial_letter(mail::Origin const&);

}  // namespace kith::reach
