#include "platform/html/assets.hpp"

#include <algorithm>

namespace kith::assets {

// A handful of assets: a walk is quicker than a table of hashes.
const Asset* find(std::string_view path) {
    const auto assets = all();
    const auto found = std::ranges::find(assets, path, &Asset::path);
    return found == assets.end() ? nullptr : &*found;
}

std::string_view path_of(std::string_view name) {
    const auto assets = all();
    const auto found = std::ranges::find(assets, name, &Asset::name);
    return found == assets.end() ? std::string_view{} : found->path;
}

}  // namespace kith::assets
