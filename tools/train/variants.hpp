// Copies of a document as others would have typed it: without capitals, shouting, with slips of
// the keys.
#pragma once

#include "corpora.hpp"
#include "random.hpp"

namespace kith::train {

Document in_lower(Document const&);
Document in_upper(Document const&);
// About one word in twelve loses, doubles or swaps a letter; apostrophes go, capitals now and then.
Document with_slips(Document const&, Random&);

}  // namespace kith::train
