// A disk that can lose its power: it keeps apart what is durable from what was written and not yet synced, and at the
// cut decides which of the latter was written after all.
//
// A file is known by its path. Until a sync, every write waits. At the cut each sector (512 bytes) of what waits
// becomes any one of the versions that it had since the last sync, by itself: dropped, of some moment before, or new;
// so a write is torn between sectors, and later writes can be there while earlier ones are not. Some cuts tear within a
// sector too, some keep or drop whole writes, some drop or keep all. The seed decides.
//
// Threads: any, behind one lock. Nothing here knows SQLite.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace kith::trial {

inline constexpr std::size_t sector_bytes = 512;

class Disk {
public:
    enum class Syncs { true_to_word, lying };  // lying: says yes and does nothing, as some disks do
    enum class Done { yes, failed, no_power };

    using Files = std::map<std::string, std::string>;  // what they hold, by path

    explicit Disk(std::uint64_t seed, Syncs syncs = Syncs::true_to_word) : random_{seed}, syncs_{syncs} {}

    // As it is after a start: all of it durable.
    void hold(Files const&);

    Done write(std::string const& path, std::size_t offset, std::string_view bytes);
    Done truncate(std::string const& path, std::size_t size);
    // A file that is made anew is durable with its first sync (SQLite syncs the folder too).
    Done sync(std::string const& path);
    Done remove(std::string const& path);
    bool has_power() const;

    // After so many more writes, truncations, syncs and removals.
    void cut_after(std::uint64_t operations);
    void cut();
    // The next sync of any file fails, and what waited for it never reaches the disk, although it can still be read, as
    // it is on Linux.
    void fail_next_sync();
    bool sync_has_failed() const;

    // What is found when the power comes back. After the cut.
    Files what_is_left();

private:
    struct Change {
        bool cuts_off = false;  // then `offset` is the new size
        std::size_t offset = 0;
        std::string bytes;
    };
    struct File {
        bool is_durable = false;  // its name is
        std::string durable;
        std::vector<Change> waiting;
    };
    enum class Damage { drop_all, keep_all, whole_writes, sectors, torn_sectors };
    static constexpr std::uint64_t damages = 5;

    bool count_operation();
    static void apply(std::string& bytes, Change const&);
    std::string damaged(File const&, Damage);
    std::string with_sectors_of_any_time(File const&, Damage);
    bool chance() { return (random_() & 1) != 0; }

    mutable std::mutex mutex_;
    std::mt19937_64 random_;
    Syncs const syncs_;
    std::map<std::string, File> files_;
    bool power_ = true;
    bool fails_next_sync_ = false, sync_failed_ = false;
    std::uint64_t operations_left_ = UINT64_MAX;
};

}  // namespace kith::trial
