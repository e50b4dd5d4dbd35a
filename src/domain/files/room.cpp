#include "domain/files/room.hpp"

#include "domain/files/chosen.hpp"

namespace kith::files {

namespace {

std::int64_t month_of(Time now) {
    auto const day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{now.milliseconds}});
    std::chrono::year_month_day const date{day};
    return static_cast<int>(date.year()) * 100 + static_cast<int>(static_cast<unsigned>(date.month()));
}

std::int64_t first_number(sql::Row const& row) { return row.integer(0); }

Error no_room(std::string words) { return Error::invalid(std::string{file_field}, std::move(words)); }

}  // namespace

static sql::Statement const sum_of_person{
    "SELECT CAST(SUM(bytes) AS INTEGER) FROM ("
    "SELECT COALESCE(SUM(kept_bytes), 0) AS bytes FROM files WHERE person_id = $1 "
    "UNION ALL SELECT COALESCE(SUM(files.kept_bytes), 0) FROM posts JOIN files ON files.post_id = posts.id "
    "WHERE posts.author_id = $1 AND posts.file_count > 0 "
    "UNION ALL SELECT COALESCE(SUM(files.kept_bytes), 0) FROM pens JOIN posts ON posts.pen_id = pens.id "
    "JOIN files ON files.post_id = posts.id WHERE pens.person_id = $1 AND posts.file_count > 0 "
    "UNION ALL SELECT COALESCE(SUM(files.kept_bytes), 0) FROM messages JOIN files ON files.message_id = messages.id "
    "WHERE messages.author_id = $1 AND messages.file_count > 0) AS parts"};

std::int64_t kept_of(sql::Transaction& transaction, PersonId person) {
    return transaction.one(sum_of_person, first_number, person).value_or(0);
}

static sql::Statement const sum_of_all{"SELECT CAST(COALESCE(SUM(kept_bytes), 0) AS INTEGER) FROM files"};

std::int64_t kept_in_all(sql::Transaction& transaction) {
    return transaction.one(sum_of_all, first_number).value_or(0);
}

static sql::Statement const select_sent{"SELECT bytes FROM files_sent WHERE person_id = $1 AND month = $2"};

Result<void> room_for(sql::Transaction& transaction, PersonId person, std::int64_t bytes, std::int64_t place_bytes_max,
                      Time now) {
    if (transaction.one(select_sent, first_number, person, month_of(now)).value_or(0) + bytes >
        sent_in_a_month_bytes_max)
        return fail(
            no_room("You have sent as many pictures and documents as one person can in a month (300 "
                    "megabytes). Your words can go without this one. Next month there is room again."));
    if (kept_of(transaction, person) + bytes > kept_of_person_bytes_max)
        return fail(
            no_room("Your pictures and documents take all the room there is for one person (1 gigabyte). Take "
                    "back some that nobody needs any more, then send this one again."));
    if (kept_in_all(transaction) + bytes > place_bytes_max)
        return fail(
            no_room("There is no room for more pictures and documents here. Your words can go without this "
                    "one. Tell whoever runs this place: they can make room."));
    return {};
}

static sql::Statement const add_sent{
    "INSERT INTO files_sent (person_id, month, bytes) VALUES ($1, $2, $3) "
    "ON CONFLICT (person_id, month) DO UPDATE SET bytes = files_sent.bytes + $3"};

void count_sent(sql::Transaction& transaction, PersonId person, std::int64_t bytes, Time now) {
    transaction.run(add_sent, person, month_of(now), bytes);
}

static sql::Statement const delete_sent{"DELETE FROM files_sent WHERE month < $1"};

void forget_sent(sql::Transaction& transaction, Time now) { transaction.run(delete_sent, month_of(now)); }

}  // namespace kith::files
