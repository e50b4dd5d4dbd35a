// Markup that was made before, found again by all that it was made from.
//
// The key is the whole input, not a digest of it: what is found is exactly what would be made.
// Bounded by its bytes, keys included: what has not been asked for during one filling of half of
// them goes. Any thread; what is made is made outside the lock.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "platform/html/view.hpp"

namespace kith::html {

class Remembered {
public:
    explicit Remembered(std::size_t bytes_max) : half_{bytes_max / 2} {}

    template <class Make>
    std::shared_ptr<Markup const> find_or_make(std::string key, Make&& make) {
        if (auto found = find(key)) return found;
        auto made = std::make_shared<Markup const>(make());
        keep(std::move(key), made);
        return made;
    }
    std::size_t bytes() const;

private:
    using Kept = std::unordered_map<std::string, std::shared_ptr<Markup const>>;

    std::shared_ptr<Markup const> find(std::string const& key);
    void keep(std::string key, std::shared_ptr<Markup const>);
    void keep_locked(std::string key, std::shared_ptr<Markup const>);

    std::size_t const half_;
    mutable std::mutex mutex_;
    Kept recent_, older_;
    std::size_t recent_bytes_ = 0, older_bytes_ = 0;
};

}  // namespace kith::html
