// What is asked about, as a page lists it and a program reads it.
#pragma once

#include "domain/screening/screening.hpp"
#include "platform/html/view.hpp"

namespace kith::screening {

// Adds things, findings, jigsaw, tone, pause, besides, looked (the mark to send the text as it is; empty where it may
// not be) and says; for templates the words themselves, and me_test: whether to read them once as if they
// were about oneself.
void add_look(html::View&, Asked const&);

}  // namespace kith::screening
