// What is wrong with a file, in words for who sent it.
#pragma once

#include "base/error.hpp"
#include "platform/media/made.hpp"

namespace kith::files {

// Invalid at `file`; unavailable where many come at once.
Error refusal(media::Refused);

}  // namespace kith::files
