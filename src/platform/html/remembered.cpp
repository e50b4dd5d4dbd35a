#include "platform/html/remembered.hpp"

namespace kith::html {

namespace {

constexpr std::size_t entry_bytes = 128;  // about what a map and a shared pointer need besides

std::size_t size_of(std::string const& key, Markup const& markup) {
    return key.size() + markup.text().size() + entry_bytes;
}

}  // namespace

std::shared_ptr<Markup const> Remembered::find(std::string const& key) {
    std::lock_guard const lock{mutex_};
    if (auto const found = recent_.find(key); found != recent_.end()) return found->second;
    auto node = older_.extract(key);
    if (node.empty()) return nullptr;
    auto markup = node.mapped();
    older_bytes_ -= size_of(node.key(), *markup);
    keep_locked(std::move(node.key()), markup);
    return markup;
}

void Remembered::keep(std::string key, std::shared_ptr<Markup const> markup) {
    std::lock_guard const lock{mutex_};
    keep_locked(std::move(key), std::move(markup));
}

void Remembered::keep_locked(std::string key, std::shared_ptr<Markup const> markup) {
    auto const size = size_of(key, *markup);
    if (size > half_) return;
    if (recent_bytes_ + size > half_) {
        older_ = std::exchange(recent_, {});
        older_bytes_ = std::exchange(recent_bytes_, 0);
    }
    if (recent_.try_emplace(std::move(key), std::move(markup)).second) recent_bytes_ += size;
}

std::size_t Remembered::bytes() const {
    std::lock_guard const lock{mutex_};
    return recent_bytes_ + older_bytes_;
}

}  // namespace kith::html
