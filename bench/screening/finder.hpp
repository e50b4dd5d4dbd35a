// What is measured: the engine as a whole, or the tagger with the document pass alone.
#pragma once

#include <string_view>
#include <vector>

#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::bench {

struct Found {
    std::size_t start, end;  // bytes
    screen::Class what;
    float confidence;
};

enum class Parts : unsigned char { whole, tagger };

class Finder {
public:
    Finder(screen::Model const& model, Parts parts) : model_(model), parts_(parts) {}
    std::vector<Found> operator()(std::string_view text, screen::Level) const;

private:
    screen::Model const& model_;
    Parts parts_;
};

}  // namespace kith::bench
