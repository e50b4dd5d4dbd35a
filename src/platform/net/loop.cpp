#include "platform/net/loop.hpp"

#include <boost/asio/post.hpp>

#include "platform/net/connection.hpp"

namespace kith::net {

Task<void> Wake::wait() {
    if (!woken_) {
        co_await asio::async_initiate<asio::use_awaitable_t<Executor> const, void()>(
            [this](auto resume) { resume_.emplace(std::move(resume)); }, awaited);
    }
    woken_ = false;
}

void Wake::wake() {
    woken_ = true;
    if (!resume_) return;
    auto resume = std::move(*resume_);
    resume_.reset();
    std::move(resume)();
}

void Loop::run() {
    auto const guard = asio::make_work_guard(context_);
    tick();
    context_.run();
}

void Loop::finish() { context_.stop(); }

void Loop::add(Connection& connection) {
    connection.place_in_loop = connections_.size();
    connections_.push_back(&connection);
}

void Loop::remove(Connection& connection) {
    auto const place = connection.place_in_loop;
    connections_[place] = connections_.back();
    connections_[place]->place_in_loop = place;
    connections_.pop_back();
}

void Loop::stop_connections(Haste haste) {
    // Held, and apart from the list, because stopping one may end it.
    std::vector<std::shared_ptr<Connection>> all;
    all.reserve(connections_.size());
    for (auto* connection : connections_) all.push_back(connection->shared_from_this());
    for (auto const& connection : all) connection->stop(haste);
}

void Loop::tick() {
    timer_.expires_after(tick_);
    timer_.async_wait([this](boost::system::error_code error) {
        if (error) return;
        sweep();
        tick();
    });
}

void Loop::sweep() {
    std::vector<std::shared_ptr<Connection>> due;
    auto const now = Clock::now();
    for (auto* connection : connections_) {
        if (connection->due() <= now) due.push_back(connection->shared_from_this());
    }
    for (auto const& connection : due) connection->on_due();
}

void Loop::completed(Connection& connection) {
    std::lock_guard const lock(mail_mutex_);
    completed_.push_back(&connection);
    post_mail_locked();
}

void Loop::ready(std::shared_ptr<Sink> sink) {
    std::lock_guard const lock(mail_mutex_);
    ready_.push_back(std::move(sink));
    post_mail_locked();
}

void Loop::post_mail_locked() {
    if (mail_posted_) return;
    mail_posted_ = true;
    asio::post(context_, [this] { take_mail(); });
}

void Loop::take_mail() {
    std::vector<Connection*> completed;
    std::vector<std::shared_ptr<Sink>> ready;
    {
        std::lock_guard const lock(mail_mutex_);
        mail_posted_ = false;
        completed.swap(completed_);
        ready.swap(ready_);
    }
    for (auto* connection : completed) connection->on_completed();
    for (auto const& sink : ready) {
        if (auto* connection = sink->connection()) connection->on_events();
    }
}

}  // namespace kith::net
