// What is asked about, as a page lists it and a program reads it.
#pragma once

#include "domain/screening/screening.hpp"
#include "platform/html/view.hpp"

namespace kith::screening {

// Adds things, findings, jigsaw, tone, looked (the mark to send the text as it is; empty where it may
// not be), says, and the words themselves for templates.
void add_look(html::View&, Asked const&);

}  // namespace kith::screening
