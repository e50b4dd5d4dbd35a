// A letter that came back: what a mail server says of it later, in a report to the address that letters come from
// (RFC 3461 to 3464: multipart/report with message/delivery-status and the head of what was returned).
//
// Whom it was sent to is told by the way out that stood in its head, a secret of ours: the addresses in a
// report are not trusted, and not read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::reach {

inline constexpr std::size_t returned_bytes_max = 1024 * 1024;  // what stands beyond is not looked at

// The secret of the way out of the letter that a report returns for good, because its address takes none: 5.1.x
// (there is no such address; not 5.1.7 and 5.1.8, which are of ours), 5.2.1 (its mailbox is closed), 5.4.4 (its domain
// is not there). Nothing for anything else: a delay, a full mailbox, an answer from a holiday, a letter of somebody.
std::optional<std::string> way_out_of_returned(std::string_view message);

}  // namespace kith::reach
