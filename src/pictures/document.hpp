// A document (PDF), as a picture of each page. What lies under a black bar, in a form's scripts, in its history or
// beside it as an attachment is not in the pictures.
#pragma once

#include <expected>
#include <string_view>

#include "platform/media/made.hpp"

namespace kith::pictures {

inline constexpr int page_side = 1600;  // pixels of the longer side: A4 at 137 to the inch

std::expected<media::Made, media::Refused> document_from(std::string_view bytes);

}  // namespace kith::pictures
