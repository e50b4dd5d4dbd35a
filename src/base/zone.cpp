#include "base/zone.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace kith {

namespace {

constexpr std::string_view zone_folder = "/usr/share/zoneinfo/";
constexpr std::int64_t day_seconds = 24 * 60 * 60;

constexpr std::array<std::string_view, 40> zone_names{
    "UTC",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Copenhagen",
    "Europe/Helsinki",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Oslo",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zurich",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "America/Halifax",
    "America/Toronto",
    "America/Vancouver",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Asia/Kolkata",
    "Asia/Hong_Kong",
    "Asia/Singapore",
    "Australia/Perth",
    "Australia/Sydney",
    "Pacific/Auckland",
};

// Big-endian, as RFC 8536 has it. Beyond the end of the file all is 0.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_{bytes} {}

    std::int64_t number(std::size_t size) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i) value = value << 8 | byte();
        if (size == 4) return static_cast<std::int32_t>(value);
        return static_cast<std::int64_t>(value);
    }
    std::uint8_t byte() { return at_ < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at_++]) : 0; }
    void skip(std::size_t count) { at_ = std::min(bytes_.size(), at_ + count); }
    bool at_end() const { return at_ >= bytes_.size(); }
    std::string_view rest() const { return bytes_.substr(at_); }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

struct Head {
    std::uint8_t version;
    std::size_t utc_marks, standard_marks, leaps, changes, kinds, letters;
};

Head read_head(Bytes& bytes) {
    bytes.skip(4);  // "TZif"
    Head head{bytes.byte(), 0, 0, 0, 0, 0, 0};
    bytes.skip(15);
    for (auto* const count :
         {&head.utc_marks, &head.standard_marks, &head.leaps, &head.changes, &head.kinds, &head.letters})
        *count = static_cast<std::size_t>(std::max<std::int64_t>(0, bytes.number(4)));
    return head;
}

std::size_t length_of(Head const& head, std::size_t time_bytes) {
    return head.changes * (time_bytes + 1) + head.kinds * 6 + head.letters + head.leaps * (time_bytes + 4) +
           head.standard_marks + head.utc_marks;
}

std::string read_file(std::string const& name) {
    std::ifstream stream{name, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

std::int64_t floor_div(std::int64_t number, std::int64_t by) {
    return number / by - (number % by != 0 && number < 0 ? 1 : 0);
}

}  // namespace

std::span<std::string_view const> Zone::names() { return zone_names; }

namespace {

std::string_view zone_of_place = zone_names[0];

}  // namespace

bool Zone::set_place(std::string_view name) {
    auto const found = std::ranges::find(zone_names, name);
    if (found == zone_names.end()) return false;
    zone_of_place = *found;
    return true;
}

std::string_view Zone::place() { return zone_of_place; }

std::string_view Zone::of_machine() {
    std::error_code fault;
    auto const file = std::filesystem::canonical("/etc/localtime", fault).string();
    for (auto const name : zone_names)
        if (!fault && file == std::string{zone_folder}.append(name)) return name;
    return zone_names[0];
}

Zone const& Zone::find(std::string_view name) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Zone>, std::less<>> known;
    if (std::ranges::find(zone_names, name) == zone_names.end()) name = zone_names[0];
    std::lock_guard lock{mutex};
    auto found = known.find(name);
    if (found == known.end()) {
        auto zone = std::make_unique<Zone>(read_file(std::string{zone_folder} + std::string{name}));
        found = known.emplace(std::string{name}, std::move(zone)).first;
    }
    return *found->second;
}

Zone::Zone(std::string_view file_bytes) {
    changes_.push_back({INT64_MIN, 0});
    if (!file_bytes.starts_with("TZif")) return;
    Bytes bytes{file_bytes};
    auto head = read_head(bytes);
    std::size_t time_bytes = 4;
    if (head.version >= '2') {  // the same once more, with times beyond 2038
        bytes.skip(length_of(head, 4));
        head = read_head(bytes);
        time_bytes = 8;
    }
    if (head.kinds == 0 || length_of(head, time_bytes) > bytes.rest().size()) return;
    std::vector<std::int64_t> times(head.changes), offsets(head.kinds);
    std::vector<std::uint8_t> kinds(head.changes);
    for (auto& time : times) time = bytes.number(time_bytes);
    for (auto& kind : kinds) kind = bytes.byte();
    for (auto& offset : offsets) {
        offset = bytes.number(4);
        bytes.skip(2);  // whether it is summer time, and its letters
    }
    changes_[0].offset = offsets[0];
    for (std::size_t i = 0; i < times.size(); ++i)
        if (kinds[i] < offsets.size()) changes_.push_back({times[i], offsets[kinds[i]]});
}

std::int64_t Zone::offset_at(std::int64_t seconds) const {
    auto const after = std::ranges::upper_bound(changes_, seconds, {}, &Change::from);
    return std::prev(after)->offset;
}

Zone::Wall Zone::wall(Time time) const {
    auto const seconds = floor_div(time.milliseconds, 1000);
    auto const local = seconds + offset_at(seconds);
    auto const day = floor_div(local, day_seconds);
    // 1970-01-01 was a Thursday.
    return {day, static_cast<int>((local - day * day_seconds) / 60), static_cast<int>(((day + 3) % 7 + 7) % 7)};
}

Time Zone::instant(std::int64_t day, int minute) const {
    auto const local = day * day_seconds + minute * 60;
    // The offset before and after any change near by: the earlier instant that the wall agrees with wins.
    auto const before = offset_at(local - day_seconds), after = offset_at(local + day_seconds);
    for (auto const offset : {std::max(before, after), std::min(before, after)})
        if (offset_at(local - offset) == offset) return {(local - offset) * 1000};
    return {(local - before) * 1000};
}

}  // namespace kith
