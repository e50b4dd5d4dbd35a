// What people try first: the commonest passwords of what was stolen elsewhere, names, and words. Looked up here, in a
// filter of a quarter of a megabyte; no password is asked about anywhere else.
//
// Any thread. Says yes to all of them, and to about one in ten thousand of random ones of twelve characters.
#pragma once

#include <string_view>

namespace kith::crypto {

// Also when it was dressed up a little: capitals, digits and signs before or behind, signs in place of letters
// ("P@ssw0rd2026!"), or the same a few times over.
bool is_common_password(std::string_view password);

}  // namespace kith::crypto
