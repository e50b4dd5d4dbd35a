// ZIP archives, by libzip: what is in them, and the bytes of each member.
//
// The one place that knows libzip. An archive is read where it lies or in memory, never
// unpacked to a disk. A member is given as it is unpacked, so a large one takes no memory,
// and every byte is counted against a Budget: an archive that grows beyond reason is stopped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "scan/bytes.hpp"

namespace kith::scan {

inline constexpr std::size_t archive_members_max = 200'000;
// Text packs to a tenth, what repeats itself to a hundredth; a bomb to a thousandth.
inline constexpr std::uint64_t unpacked_ratio_max = 200;
inline constexpr std::uint64_t unpacked_bytes_free = std::uint64_t{32} << 20;  // so much is never too much
inline constexpr std::uint64_t unpacked_bytes_max = std::uint64_t{64} << 30;   // of one file and all inside it

// What may be unpacked from one file of `packed` bytes, with all archives inside it.
class Budget {
public:
    explicit Budget(std::uint64_t packed)
        : left_{std::min(unpacked_bytes_max, std::max(unpacked_bytes_free, packed * unpacked_ratio_max))} {}
    // Throws Unreadable when there is nothing left.
    void spend(std::uint64_t bytes);
    bool is_spent() const { return left_ == 0; }

private:
    std::uint64_t left_;
};

struct Member {
    std::uint64_t index;
    std::string name;
    std::uint64_t size, packed;
    bool is_folder, is_encrypted;
};

class Archive {
public:
    // Throw Unreadable.
    explicit Archive(std::string const& path);
    explicit Archive(std::shared_ptr<std::string const> bytes);
    ~Archive();
    Archive(Archive const&) = delete;
    Archive& operator=(Archive const&) = delete;

    std::uint64_t count() const;
    Member member(std::uint64_t index) const;
    std::optional<Member> find(std::string const& name) const;
    // The archive must outlive it. Throws Unreadable.
    std::unique_ptr<ByteSource> open(Member const&, Budget&) const;

private:
    void* zip_;
    std::shared_ptr<std::string const> bytes_;
};

}  // namespace kith::scan
