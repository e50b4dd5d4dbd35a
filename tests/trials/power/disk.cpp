#include "trials/power/disk.hpp"

#include <algorithm>

namespace kith::trial {

void Disk::hold(Files const& files) {
    std::lock_guard const lock{mutex_};
    files_.clear();
    for (auto const& [path, bytes] : files) files_[path] = {true, bytes, {}};
}

bool Disk::count_operation() {
    if (operations_left_ > 0) --operations_left_;
    if (operations_left_ == 0) power_ = false;
    return power_;
}

Disk::Done Disk::write(std::string const& path, std::size_t offset, std::string_view bytes) {
    std::lock_guard const lock{mutex_};
    // A write that the power was cut in may have begun.
    bool const on = power_;
    if (on) files_[path].waiting.push_back({false, offset, std::string{bytes}});
    return on && count_operation() ? Done::yes : Done::no_power;
}

Disk::Done Disk::truncate(std::string const& path, std::size_t size) {
    std::lock_guard const lock{mutex_};
    bool const on = power_;
    if (on) files_[path].waiting.push_back({true, size, {}});
    return on && count_operation() ? Done::yes : Done::no_power;
}

Disk::Done Disk::sync(std::string const& path) {
    std::lock_guard const lock{mutex_};
    if (!power_ || !count_operation()) return Done::no_power;
    auto& file = files_[path];
    if (fails_next_sync_) {
        fails_next_sync_ = false;
        sync_failed_ = true;
        file.waiting.clear();
        return Done::failed;
    }
    if (syncs_ == Syncs::lying) return Done::yes;
    for (auto const& change : file.waiting) apply(file.durable, change);
    file.waiting.clear();
    file.is_durable = true;
    return Done::yes;
}

Disk::Done Disk::remove(std::string const& path) {
    std::lock_guard const lock{mutex_};
    if (!power_ || !count_operation()) return Done::no_power;
    files_.erase(path);
    return Done::yes;
}

bool Disk::has_power() const {
    std::lock_guard const lock{mutex_};
    return power_;
}

void Disk::cut_after(std::uint64_t operations) {
    std::lock_guard const lock{mutex_};
    operations_left_ = operations;
}

void Disk::cut() {
    std::lock_guard const lock{mutex_};
    power_ = false;
}

void Disk::fail_next_sync() {
    std::lock_guard const lock{mutex_};
    fails_next_sync_ = true;
}

bool Disk::sync_has_failed() const {
    std::lock_guard const lock{mutex_};
    return sync_failed_;
}

void Disk::apply(std::string& bytes, Change const& change) {
    if (change.cuts_off) return bytes.resize(change.offset);
    auto const end = change.offset + change.bytes.size();
    if (bytes.size() < end) bytes.resize(end);
    std::copy(change.bytes.begin(), change.bytes.end(), bytes.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

Disk::Files Disk::what_is_left() {
    std::lock_guard const lock{mutex_};
    Files left;
    for (auto const& [path, file] : files_) {
        if (!file.is_durable && chance()) continue;  // its name never reached the disk
        left[path] = damaged(file, static_cast<Damage>(random_() % damages));
    }
    return left;
}

std::string Disk::damaged(File const& file, Damage damage) {
    switch (damage) {
        case Damage::drop_all: return file.durable;
        case Damage::keep_all: {
            auto bytes = file.durable;
            for (auto const& change : file.waiting) apply(bytes, change);
            return bytes;
        }
        case Damage::whole_writes: {
            auto bytes = file.durable;
            for (auto const& change : file.waiting)
                if (chance()) apply(bytes, change);
            return bytes;
        }
        case Damage::sectors:
        case Damage::torn_sectors: return with_sectors_of_any_time(file, damage);
    }
    return file.durable;
}

std::string Disk::with_sectors_of_any_time(File const& file, Damage damage) {
    // What each sector has held since the last sync, oldest first, with zeros where it lay beyond the end.
    std::map<std::size_t, std::vector<std::string>> versions;
    auto bytes = file.durable;
    auto const sector_of = [](std::string const& all, std::size_t number) {
        auto sector =
            number * sector_bytes < all.size() ? all.substr(number * sector_bytes, sector_bytes) : std::string{};
        sector.resize(sector_bytes);
        return sector;
    };
    for (auto const& change : file.waiting) {
        auto const first = change.offset / sector_bytes;
        auto const last =
            change.cuts_off ? first : (change.offset + change.bytes.size() + sector_bytes - 1) / sector_bytes;
        for (auto number = first; number < last; ++number)
            if (auto& known = versions[number]; known.empty()) known.push_back(sector_of(bytes, number));
        apply(bytes, change);
        for (auto number = first; number < last; ++number) versions[number].push_back(sector_of(bytes, number));
    }
    // The size is one that it had, or as far as what was written reaches.
    auto left = file.durable;
    if (chance() && bytes.size() > left.size()) left.resize(bytes.size());
    for (auto const& [number, known] : versions) {
        auto const chosen = random_() % known.size();
        if (chosen == 0 && number * sector_bytes >= file.durable.size()) continue;
        auto sector = known[chosen];
        if (damage == Damage::torn_sectors && chosen > 0) {
            auto const torn = random_() % (sector_bytes + 1);
            sector.replace(torn, sector_bytes - torn, known[chosen - 1], torn, sector_bytes - torn);
        }
        auto const end = std::min((number + 1) * sector_bytes, std::max(bytes.size(), file.durable.size()));
        if (number * sector_bytes >= end) continue;
        sector.resize(end - number * sector_bytes);
        apply(left, {false, number * sector_bytes, sector});
    }
    return left;
}

}  // namespace kith::trial
