// Power loss, round after round: the product's own database, encrypted, on a disk that forgets what was not synced.
//   powerloss ROUNDS SEED [synced|normal|lying|failed-sync]
//
// synced       as Kith opens it: nothing acknowledged may be lost
// normal       the control: PRAGMA synchronous = NORMAL; must lose
// lying        the control: a disk that says it has synced and has not; must lose
// failed-sync  a sync fails and what waited for it is never written, though it can still be read; the database is
//              closed and opened again, as a restart does; then the power goes. Nothing acknowledged may be lost
//
// Prints one JSON object. Status 0: it ran; what it found is for who reads the figures.
#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "platform/sql/sqlite/connection.hpp"
#include "support/temporary_folder.hpp"
#include "trials/power/kept.hpp"
#include "trials/power/vfs.hpp"

namespace kith::trial {
namespace {

namespace fs = std::filesystem;

constexpr int writers = 8;
constexpr std::uint64_t operations_max = 6'000;  // of the disk, in one round
constexpr int rounds_of_a_place = 20;            // then it begins anew, so that it does not grow without end
enum class Mode { synced, normal, lying, failed_sync };

struct Figures {
    std::uint64_t rounds = 0, acknowledged = 0, lost = 0, rounds_with_loss = 0, unsound = 0, not_opened = 0,
                  survived = 0;
    std::string first_complaint;
    void complain(std::string words) {
        if (first_complaint.empty()) first_complaint = std::move(words);
    }
};

class Rounds {
public:
    Rounds(Mode mode, std::uint64_t seed) : mode_{mode}, random_{seed} {}

    Figures run(int count) {
        for (int round = 0; round < count; ++round) {
            if (round % rounds_of_a_place == 0 || !opened_) begin_place();
            run_one();
        }
        return figures_;
    }

private:
    void begin_place() {
        files_.clear();
        acknowledged_.clear();
        before_ = 0;
        opened_ = true;
    }

    sql::SqliteSettings settings(test::TemporaryFolder const& folder) const {
        return {.path = folder.file("kith.db"), .key = std::string(32, 'k'), .readers = 2};
    }

    void run_one() {
        test::TemporaryFolder const folder;
        Disk disk{random_(), mode_ == Mode::lying ? Disk::Syncs::lying : Disk::Syncs::true_to_word};
        lay_out(folder, disk);
        use_disk(disk);
        disk.cut_after(1 + random_() % operations_max);
        if (mode_ == Mode::normal) {
            write_with_normal_syncs(folder, disk);
        } else {
            if (mode_ == Mode::failed_sync) write_until_a_sync_fails(folder, disk);
            write_until_the_cut(folder, disk);
        }
        disk.cut();
        take_what_is_left(disk);
        compare();
        ++figures_.rounds;
    }

    // The files of the last round, as a start finds them.
    void lay_out(test::TemporaryFolder const& folder, Disk& disk) {
        Disk::Files held;
        for (auto const& [name, bytes] : files_) {
            std::ofstream{folder.file(name), std::ios::binary} << bytes;
            held[folder.file(name)] = bytes;
        }
        disk.hold(held);
    }
    void take_what_is_left(Disk& disk) {
        files_.clear();
        for (auto& [path, bytes] : disk.what_is_left()) files_[fs::path{path}.filename()] = std::move(bytes);
    }

    // Several at once, so that commits are shared.
    void write_with(sql::Database& database, Disk const& disk) {
        std::mutex mutex;
        std::vector<std::jthread> threads;
        threads.reserve(writers);
        for (int i = 0; i < writers; ++i)
            threads.emplace_back([&] {
                while (disk.has_power()) {
                    auto const number = next_.fetch_add(1);
                    try {
                        (void)database.write([&](sql::Transaction& transaction) -> Result<void> {
                            write_one(transaction, number);
                            return {};
                        });
                    } catch (sql::Failure const&) {
                        return;  // the power is gone, or a sync failed
                    }
                    std::lock_guard const lock{mutex};
                    acknowledged_.push_back(number);
                }
            });
    }

    void write_until_the_cut(test::TemporaryFolder const& folder, Disk& disk) {
        try {
            auto const database = sql::open_sqlite(settings(folder));
            (void)database->write([](sql::Transaction& transaction) -> Result<void> {
                make_tables(transaction);
                return {};
            });
            write_with(*database, disk);
        } catch (sql::Failure const& failure) {
            // Cut while it was opened: nothing new was acknowledged.
            if (disk.has_power()) figures_.complain(failure.what());
        }
    }

    void write_until_a_sync_fails(test::TemporaryFolder const& folder, Disk& disk) {
        disk.cut_after(UINT64_MAX);
        try {
            bool told = false;
            {
                auto with_word = settings(folder);
                with_word.when_lost = [&] { told = true; };
                auto const database = sql::open_sqlite(with_word);
                (void)database->write([](sql::Transaction& transaction) -> Result<void> {
                    make_tables(transaction);
                    return {};
                });
                std::jthread const failing{[&, wait = random_() % 40] {
                    std::this_thread::sleep_for(std::chrono::milliseconds{wait});
                    disk.fail_next_sync();
                }};
                write_with(*database, disk);
            }
            if (!told) figures_.complain("a sync failed and nobody was told");
        } catch (sql::Failure const& failure) {
            figures_.complain(fmt::format("before the cut: {}", failure.what()));
        }
        disk.cut_after(1 + random_() % operations_max);
    }

    void write_with_normal_syncs(test::TemporaryFolder const& folder, Disk const& disk) {
        using sql::sqlite::Connection;
        try {
            Connection connection{settings(folder), sql::sqlite::Use::write};
            connection.run_script("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000");
            make_tables(connection);
            for (;;) {
                auto const number = next_.fetch_add(1);
                connection.take_or_throw(Connection::Step::begin_write);
                write_one(connection, number);
                connection.take_or_throw(Connection::Step::commit);
                acknowledged_.push_back(number);
            }
        } catch (sql::Failure const& failure) {
            if (disk.has_power()) figures_.complain(failure.what());
        }
    }

    // Opens what is left as the next start does, on a disk that keeps its power, and reads all of it.
    void compare() {
        test::TemporaryFolder const folder;
        Disk disk{random_()};
        lay_out(folder, disk);
        use_disk(disk);
        std::map<std::int64_t, bool> found;  // whether the words are right
        try {
            auto const database = sql::open_sqlite(settings(folder));
            for (auto const& complaint : database->check_integrity()) {
                ++figures_.unsound;
                figures_.complain(complaint);
            }
            auto const there = database->read(read_everything);
            for (auto const& [number, right] : there.words_right) found[number] = right;
            if (there.counted != static_cast<std::int64_t>(found.size())) {
                ++figures_.unsound;
                figures_.complain(
                    fmt::format("{} counted, {} there: half of a transaction", there.counted, found.size()));
            }
        } catch (sql::Failure const& failure) {
            opened_ = false;
            ++figures_.not_opened;
            figures_.complain(failure.what());
        }
        note(found);
        // What was lost is not counted again in the next round; what came through unacknowledged stays known.
        acknowledged_.clear();
        for (auto const& [number, right] : found) acknowledged_.push_back(number);
        before_ = acknowledged_.size();
    }

    void note(std::map<std::int64_t, bool> const& found) {
        std::uint64_t lost = 0;
        for (auto const number : acknowledged_) {
            auto const at = found.find(number);
            if (at == found.end() || !at->second) ++lost;
        }
        figures_.acknowledged += acknowledged_.size() - std::min(before_, acknowledged_.size());
        figures_.survived += found.size() + lost - acknowledged_.size();
        figures_.lost += lost;
        figures_.rounds_with_loss += lost > 0;
        if (found.empty()) {
            acknowledged_.clear();
            before_ = 0;
        }
    }

    Mode const mode_;
    std::mt19937_64 random_;
    std::map<std::string, std::string> files_;  // by name
    std::atomic<std::int64_t> next_ = 1;
    std::vector<std::int64_t> acknowledged_;
    std::size_t before_ = 0;  // of them, what the round began with
    bool opened_ = true;      // what was left
    Figures figures_;
};

int run(int count, char** words) {
    auto const number = [](std::string_view text) {
        std::uint64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    std::map<std::string_view, Mode> const modes{
        {"synced", Mode::synced}, {"normal", Mode::normal}, {"lying", Mode::lying}, {"failed-sync", Mode::failed_sync}};
    auto const mode = modes.find(count == 4 ? words[3] : "");
    if (mode == modes.end()) {
        fmt::print(stderr, "powerloss ROUNDS SEED synced|normal|lying|failed-sync\n");
        return 2;
    }
    stand_under_sqlite();
    auto const figures = Rounds{mode->second, number(words[2])}.run(static_cast<int>(number(words[1])));
    fmt::print(
        "{{\"rounds\":{},\"acknowledged\":{},\"lost\":{},\"rounds_with_loss\":{},\"unsound\":{},"
        "\"not_opened\":{},\"survived\":{}}}\n",
        figures.rounds, figures.acknowledged, figures.lost, figures.rounds_with_loss, figures.unsound,
        figures.not_opened, figures.survived);
    if (!figures.first_complaint.empty()) fmt::print(stderr, "{}\n", figures.first_complaint);
    return 0;
}

}  // namespace
}  // namespace kith::trial

int main(int count, char** words) {
    try {
        return kith::trial::run(count, words);
    } catch (std::exception const& fault) {
        fmt::print(stderr, "powerloss: {}\n", fault.what());
        return 1;
    }
}
