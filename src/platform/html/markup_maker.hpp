// The one door to Markup. Include it only in files of this folder, and only to
// wrap HTML that the file itself has written, escaping whatever came from people.
#pragma once

#include <string>
#include <utility>

#include "platform/html/view.hpp"

namespace kith::html {

class MarkupMaker {
public:
    static Markup make(std::string html) { return Markup{std::move(html)}; }
};

}  // namespace kith::html
