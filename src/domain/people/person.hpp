// A person: who they are to everyone they share a group with.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "base/zone.hpp"
#include "domain/ids.hpp"

namespace kith {

// In which capacity somebody is here (R5: "be clear about who your peers are").
enum class Capacity { practitioner, student, manager, educator, lived_experience };

inline constexpr std::array capacities{Capacity::practitioner, Capacity::student, Capacity::manager, Capacity::educator,
                                       Capacity::lived_experience};

std::string_view stored(Capacity);                        // "lived_experience"
std::string_view in_words(Capacity);                      // "person with lived experience"
std::string counted(Capacity, std::int64_t people);       // "2 managers"
std::optional<Capacity> capacity_from(std::string_view);  // from its stored form

inline constexpr std::size_t name_characters_max = 80;
inline constexpr std::size_t email_bytes_max = 254;  // RFC 5321 section 4.5.3.1
inline constexpr std::size_t practice_fields_max = 20;
inline constexpr std::size_t practice_field_characters_max = 60;

struct Person {
    PersonId id;
    std::string email;
    std::string name;
    Capacity capacity = Capacity::practitioner;
    Time joined_at;
    bool is_host = false;
};

// Minutes of the day; past midnight where the second is the smaller.
struct PauseHours {
    int from_minute = 22 * 60;
    int until_minute = 6 * 60;
};

// How a person wishes to be left alone; quiet.hpp and pause.hpp say what follows from it.
struct QuietSettings {
    int from_minute = 19 * 60;  // of the day, in their time zone; the same as until_minute: at no hour
    int until_minute = 7 * 60;
    bool all_day = false;
    bool notice_reactions = true;
    std::string time_zone{Zone::place()};
    unsigned quiet_weekdays = 0;             // bit 0: all Monday
    std::optional<PauseHours> pause_late{};  // a pause before what they send then
    int long_day_hours = 0;                  // and after so many hours of a day; 0: never
    bool badge = false;                      // a dot on the app's icon; never while it is quiet
};

}  // namespace kith
