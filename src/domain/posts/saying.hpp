// From a form to what is said: shared by words that are said at once and words that were held.
#pragma once

#include "domain/posts/actions.hpp"
#include "domain/posts/manners.hpp"
#include "domain/screening/screening.hpp"

namespace kith::posts {

// `words` are all of the form's. Invalid when something was chosen that is in no list, or a file that is not there.
Result<Draft> draft_from(Call&, Of, GroupId, std::string_view words);

screening::Where where_of(Speaker const&);
screening::Where where_of(PostAnswerer const&);
screening::Where where_of(PostEditor const&);

}  // namespace kith::posts
