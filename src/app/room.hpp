// Room on the disk that the data lies on, and the ballast: a file beside the database that holds nothing but room.
//
// A full disk must not stop what makes it emptier, nor anybody from reading, and SQLite needs a little room even to
// open. So the ballast is made at the first start. When the disk is nearly full, new words are refused (507) while all
// else goes on in what is left; when that is gone too, the ballast is let go. Once there is room for it again it is
// made again, and all is as before.
//
// Looks every second on a thread of its own. `enough` and `ran_out` from any thread. Says on standard error when it
// changes, in megabytes and nothing else.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "app/coming_round.hpp"

namespace kith::app {

// Parts of the ballast's size: with less free than the one, new words are refused; with less than the other, it is let
// go.
inline constexpr std::uint64_t low_part = 4;
inline constexpr std::uint64_t nothing_part = 16;
inline constexpr std::chrono::milliseconds room_looked_at_every{1'000};

class Room {
public:
    // Lets the ballast go at once where the disk is full, so that the database can be opened. 0 bytes: there is none,
    // and always enough.
    Room(std::string const& folder, std::uint64_t ballast_bytes);
    // Makes the ballast where it is not there, and begins to look. After the database was made.
    void begin();

    // For new words.
    bool enough() const { return enough_; }
    // A write found the disk full.
    void ran_out();

private:
    void look();
    std::uint64_t free_bytes() const;
    bool stands() const;
    void make();
    void let_go();
    void now_enough(bool enough);

    std::string const folder_, ballast_;
    std::uint64_t const bytes_;
    std::atomic<bool> enough_ = true;
    std::mutex mutex_;  // who makes it and lets it go
    std::optional<ComingRound> looking_;
};

}  // namespace kith::app
