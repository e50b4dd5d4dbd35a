// Copies of a document as others would have typed it: without capitals, shouting, with slips of
// the keys.
#pragma once

#include "corpora.hpp"
#include "lists.hpp"
#include "random.hpp"

namespace kith::train {

Document in_lower(Document const&);
Document in_upper(Document const&);
// About one word in twelve loses, doubles or swaps a letter; apostrophes go, capitals now and then.
Document with_slips(Document const&, Random&);

// Other people in the same sentences: each word of a person's name becomes another forename or surname of the lists,
// the same one all through the text, written as the first was. Towns of one word become others too.
Document with_other_names(Document const&, Lists const&, Random&);

}  // namespace kith::train
