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
    // `least`: the confidence from which on a finding counts.
    Finder(screen::Model const& model, Parts parts, float least) : model_(model), parts_(parts), least_(least) {}
    std::vector<Found> operator()(std::string_view text, screen::Level) const;

private:
    screen::Model const& model_;
    Parts parts_;
    float least_;
};

}  // namespace kith::bench
