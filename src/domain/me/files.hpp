// The pictures and documents that are one's own: said under one's name or a pen that one holds, in a message, or not
// said yet. They can be taken along also where one may not read any more what they were said with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/files/file.hpp"
#include "platform/html/view.hpp"
#include "platform/sql/database.hpp"

namespace kith::me {

// In the order in which they were sent; without what has not wholly arrived.
html::View::List files_of(sql::Transaction&, PersonId);
// The bytes of one version of one of them; nothing for a file of anybody else's.
std::optional<std::string> own_bytes(sql::Transaction&, PersonId, FileId, std::string_view version);

}  // namespace kith::me
