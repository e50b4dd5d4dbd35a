// Browsers that a person let Kith notify (Web Push), in the database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith {

inline constexpr std::size_t devices_of_person_max = 10;  // beyond it, the oldest goes
inline constexpr std::size_t endpoint_bytes_max = 1024;

struct Device {
    DeviceId id;
    PersonId person;
    std::string endpoint;    // where its maker's service takes what is for it
    std::string public_key;  // 65 bytes
    std::string secret;      // 16 bytes
    std::string label;       // "Firefox on Android"
    Time made_at;
};

namespace reach {

std::vector<Device> devices_of(sql::Transaction&, PersonId);  // the newest first
std::optional<Device> find_device(sql::Transaction&, DeviceId);
// In place of one with the same endpoint.
void add_device(sql::Transaction&, Device const&);
// False where it is not this person's.
bool remove_device(sql::Transaction&, PersonId, DeviceId);
void forget_device(sql::Transaction&, DeviceId);

}  // namespace reach
}  // namespace kith
