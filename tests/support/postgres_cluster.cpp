#include "support/postgres_cluster.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "support/source_tree.hpp"

namespace kith::test {

namespace {

struct Pipe {
    int reading = -1;
    int writing = -1;
    // Not inherited by other children: only this process may hold the keeper alive.
    Pipe() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe could be made"};
        reading = ends[0];
        writing = ends[1];
    }
};

// The script beside this file does the work; what it is given on its input and prints is said there.
std::string script() { return (source_tree() / "tests/support/postgres_cluster.sh").string(); }

pid_t start_keeper(PostgresCluster::Durability durability, Pipe const& to, Pipe const& from) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to.reading, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from.writing, STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A session of its own: Ctrl-C reaches the test, whose end then ends the cluster in order.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);

    auto path = script();
    std::string option = "--no-fsync";
    char* const arguments[] = {path.data(), durability == PostgresCluster::Durability::none ? option.data() : nullptr,
                               nullptr};
    pid_t keeper = -1;
    int const code = ::posix_spawn(&keeper, path.c_str(), &actions, &attributes, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    ::close(to.reading);
    ::close(from.writing);
    if (code != 0) throw std::runtime_error{path + " does not start"};
    return keeper;
}

}  // namespace

PostgresCluster::PostgresCluster(Durability durability) {
    std::signal(SIGPIPE, SIG_IGN);  // a keeper that died is told by the answer that does not come
    Pipe const to;
    Pipe const from;
    keeper_ = start_keeper(durability, to, from);
    to_ = ::fdopen(to.writing, "w");
    from_ = ::fdopen(from.reading, "r");
    url_ = next_url();
}

PostgresCluster::~PostgresCluster() {
    std::fclose(to_);
    ::waitpid(keeper_, nullptr, 0);
    std::fclose(from_);
}

std::string PostgresCluster::fresh_database() {
    std::lock_guard lock{mutex_};
    std::fputs("fresh\n", to_);
    std::fflush(to_);
    return next_url();
}

std::string PostgresCluster::next_url() {
    char line[512];
    if (!std::fgets(line, sizeof line, from_)) throw std::runtime_error{"PostgreSQL does not start; see above"};
    std::string_view answer{line};
    while (answer.ends_with('\n')) answer.remove_suffix(1);
    if (!answer.starts_with("url ")) throw std::runtime_error{"PostgreSQL's keeper said: " + std::string{answer}};
    return std::string{answer.substr(4)};
}

}  // namespace kith::test
