#include "domain/reach/devices.hpp"

namespace kith::reach {

#define KITH_DEVICE "SELECT id, person_id, endpoint, public_key, secret, label, made_at FROM devices "
static sql::Statement const select_devices{KITH_DEVICE "WHERE person_id = $1 ORDER BY made_at DESC, id"};
static sql::Statement const select_device{KITH_DEVICE "WHERE id = $1"};
#undef KITH_DEVICE

static Device read_device(sql::Row const& row) {
    return {row.id<Device>(0),        row.id<Person>(1), row.string(2), std::string{row.blob(3)},
            std::string{row.blob(4)}, row.string(5),     row.time(6)};
}

std::vector<Device> devices_of(sql::Transaction& transaction, PersonId person) {
    return transaction.all(select_devices, read_device, person);
}

std::optional<Device> find_device(sql::Transaction& transaction, DeviceId id) {
    return transaction.one(select_device, read_device, id);
}

static sql::Statement const upsert_device{
    "INSERT INTO devices (id, person_id, endpoint, public_key, secret, label, made_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (person_id, endpoint) DO UPDATE SET public_key = $4, "
    "secret = $5, label = $6, made_at = $7"};
static sql::Statement const delete_device{"DELETE FROM devices WHERE person_id = $1 AND id = $2"};
static sql::Statement const delete_any{"DELETE FROM devices WHERE id = $1"};

void add_device(sql::Transaction& transaction, Device const& device) {
    transaction.run(upsert_device, device.id, device.person, device.endpoint, sql::Value::blob(device.public_key),
                    sql::Value::blob(device.secret), device.label, device.made_at);
    auto const kept = devices_of(transaction, device.person);
    for (std::size_t i = devices_of_person_max; i < kept.size(); ++i)
        transaction.run(delete_device, device.person, kept[i].id);
}

bool remove_device(sql::Transaction& transaction, PersonId person, DeviceId id) {
    return transaction.run(delete_device, person, id) == 1;
}

void forget_device(sql::Transaction& transaction, DeviceId id) { transaction.run(delete_any, id); }

}  // namespace kith::reach
