// What a writer is told of a name, by whose it is.
#pragma once

#include <string_view>

namespace kith::screen {

inline constexpr std::string_view public_reason =
    "This person is known from the news or from books. If it is somebody else of that name, leave the name out.";
inline constexpr std::string_view author_reason = "This looks like the author of something to read.";
inline constexpr std::string_view colleague_reason =
    "This looks like a colleague's name. Would they mind standing here?";
inline constexpr std::string_view client_reason =
    "This looks like the name of somebody you work with. Say \"my client\" or an initial that is not theirs.";
inline constexpr std::string_view pet_reason = "This looks like the name of an animal.";

}  // namespace kith::screen
