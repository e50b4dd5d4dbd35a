// The rows of the route table that lead to files before they are said: a file comes in pieces, in order
// (docs/api/files.md).
#pragma once

#include "domain/call/gates.hpp"
#include "domain/files/policy.hpp"

namespace kith::files {

// POST …/files, of the domains whose gates know the place.
Result<Answer> begin_at(Call&, FilePlace);

Result<Answer> begin_anywhere(Call&, SignedIn const&);  // POST /messages/files
Result<Answer> show_arrival(Call&, FileSender const&);  // GET /files/{file}
Result<Answer> take_piece(Call&, FileSender const&);    // POST /files/{file}; opens its own transactions
Result<Answer> drop(Call&, FileSender const&);          // POST /files/{file}/end
Result<Answer> preview(Call&, FileSender const&);       // GET /files/{file}/{size}

}  // namespace kith::files
