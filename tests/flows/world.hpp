// A world for a test: the app on a database of its own, a clock that can be moved, and people.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.hpp"
#include "domain/groups/group.hpp"
#include "platform/live/hub.hpp"
#include "platform/sql/database.hpp"
#include "support/postgres_cluster.hpp"
#include "support/temporary_folder.hpp"

namespace kith::test {

enum class On { sqlite, postgres };

// Templates loaded, passwords light. Once, before the first world.
void prepare_program();

class World {
public:
    // The cluster is used only on PostgreSQL.
    World(On, PostgresCluster*);

    app::App& app() { return *app_; }
    sql::Database& database() { return *database_; }
    Time now() const { return now_; }
    // What the server sweeps out every hour.
    void sweep();
    // What falls due meanwhile is done, as the server's clockwork would.
    void pass(std::chrono::milliseconds span);
    // Everything in memory is lost, what is on disk is not.
    void restart();

    struct PersonHere {
        PersonId id;
        std::string name, email, password;
        std::string secret;  // of the session
    };
    // Made, and signed in, when first asked for.
    PersonHere& person(std::string const& name);
    bool knows(std::string const& name) const { return people_.contains(name); }
    // Founded by the first person to be put in.
    GroupId group(std::string const& name);
    bool has_group(std::string const& name) const { return groups_.contains(name); }
    void put_in(std::string const& person, std::string const& group);
    void make_host(std::string const& person);

    // As the person, or as nobody when there is none: cookie, Host and Origin as a browser sends them.
    http::Response get(std::string const& person, std::string const& target, bool json = false);
    http::Response post(std::string const& person, std::string const& target,
                        std::vector<std::pair<std::string, std::string>> fields);
    // The same as multipart/form-data, with files in it: a field and the bytes.
    http::Response post_files(std::string const& person, std::string const& target,
                              std::vector<std::pair<std::string, std::string>> fields,
                              std::vector<std::pair<std::string, std::string>> const& files, bool json = false);
    http::Response post_json(std::string const& person, std::string const& target, std::string body);

private:
    http::Request request(std::string const& person, std::string const& target);
    void open();

    Outside outside_{.mail = true, .push_key = {}, .push_to_loopback = true};
    On on_;
    TemporaryFolder folder_;
    std::string url_;
    Time now_{1'790'000'000'000};  // 21 September 2026
    std::unique_ptr<sql::Database> database_;
    std::unique_ptr<live::Hub> hub_;
    std::unique_ptr<app::App> app_;
    std::map<std::string, PersonHere> people_;
    std::map<std::string, GroupId> groups_;
};

}  // namespace kith::test
