// A door of its own for whoever runs the place (--metrics): /metrics, and /ready for a balancer or a supervisor.
// It stands on a port that members never see, because how much goes on in a place, and when, is nobody else's
// business. Numbers only (metrics.hpp).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "app/metrics.hpp"
#include "app/settings.hpp"
#include "platform/net/server.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

class OperatorsDoor {
public:
    // Opens at once, and ends when it is destroyed. What it is given must outlive it. Throws std::runtime_error in
    // plain words where the port is taken.
    OperatorsDoor(Listen const&, Metrics const&, sql::Database&, net::Server const&, std::string data_folder);
    ~OperatorsDoor();
    OperatorsDoor(OperatorsDoor const&) = delete;

    std::uint16_t port() const { return server_.port(); }

private:
    http::Response answer(http::Request const&) const;
    std::vector<Reading> readings() const;
    std::int64_t jobs_waiting() const;  // throws sql::Failure where the records cannot be reached

    Metrics const& metrics_;
    sql::Database& database_;
    net::Server const& place_;
    std::string folder_;
    net::Server server_;
    std::thread thread_;
};

}  // namespace kith::app
