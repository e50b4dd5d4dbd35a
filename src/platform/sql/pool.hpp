// A pool of connections: at most so many, made when they are first needed, each
// lent to one thread at a time. A thread that finds all lent waits.
//
// `Connection` has `bool healthy() const`: one that is not is dropped when it
// comes back, and another made in its place later.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace kith::sql {

template <class Connection>
class Pool {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    Pool(std::size_t most, Make make) : most_{most}, make_{std::move(make)} {}

    // Gives the connection back when it goes out of scope.
    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection) : pool_{pool}, connection_{std::move(connection)} {}
        Lease(Lease const&) = delete;
        Lease& operator=(Lease const&) = delete;
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    // Throws what `make` throws.
    Lease take() {
        {
            std::unique_lock lock{mutex_};
            returned_.wait(lock, [&] { return !idle_.empty() || made_ < most_; });
            if (!idle_.empty()) {  // the one used last: its cache is warm
                auto connection = std::move(idle_.back());
                idle_.pop_back();
                return {*this, std::move(connection)};
            }
            ++made_;
        }
        try {
            return {*this, make_()};
        } catch (...) {
            forget(1);
            throw;
        }
    }

    // Drops those that nobody has, after one of them proved to be stale.
    void drop_idle() {
        std::vector<std::unique_ptr<Connection>> dropped;
        {
            std::lock_guard lock{mutex_};
            dropped.swap(idle_);
        }
        forget(dropped.size());
    }

private:
    void give_back(std::unique_ptr<Connection> connection) {
        if (!connection->healthy()) {
            connection.reset();
            forget(1);
            return;
        }
        {
            std::lock_guard lock{mutex_};
            idle_.push_back(std::move(connection));
        }
        returned_.notify_one();
    }
    void forget(std::size_t count) {
        {
            std::lock_guard lock{mutex_};
            made_ -= count;
        }
        returned_.notify_all();
    }

    std::size_t const most_;
    Make const make_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;  // guarded by mutex_
    std::size_t made_ = 0;                           // guarded by mutex_
};

}  // namespace kith::sql
