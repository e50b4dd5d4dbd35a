// Work done by several threads at once, and handed on in the order it came.
//
// One thread owns a Crew: it puts work in and is handed what is done, within `put` and
// `drain`. At most `jobs` times `ahead` are under way, so memory is bounded. With one job there
// is no thread at all. What the work throws comes out of `put` or `drain`.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace kith::scan {

inline constexpr std::size_t work_ahead = 2;  // for each thread

template <class Work, class Done>
class Crew {
public:
    Crew(std::size_t jobs, std::function<Done(Work)> work, std::function<void(Done)> hand_on)
        : work_{std::move(work)}, hand_on_{std::move(hand_on)}, most_{jobs * work_ahead} {
        if (jobs > 1)
            for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { labour(); });
    }
    ~Crew() {
        {
            std::lock_guard lock{mutex_};
            ending_ = true;
        }
        something_to_do_.notify_all();
        for (auto& thread : threads_) thread.join();
    }
    Crew(Crew const&) = delete;
    Crew& operator=(Crew const&) = delete;

    void put(Work work) {
        if (threads_.empty()) return hand_on_(work_(std::move(work)));
        auto const task = std::make_shared<Task>(std::move(work));
        {
            std::lock_guard lock{mutex_};
            waiting_.push_back(task);
        }
        something_to_do_.notify_one();
        under_way_.push_back(task);
        while (under_way_.size() > most_ || (!under_way_.empty() && is_done(*under_way_.front()))) hand_on_first();
    }

    // Hands on all that was put in.
    void drain() {
        while (!under_way_.empty()) hand_on_first();
    }

private:
    struct Task {
        explicit Task(Work given) : work{std::move(given)} {}
        Work work;
        std::optional<Done> done;  // these two are guarded by mutex_
        std::exception_ptr failure;
    };

    bool is_done(Task const& task) {
        std::lock_guard lock{mutex_};
        return task.done.has_value() || task.failure;
    }

    void hand_on_first() {
        auto const task = std::move(under_way_.front());
        under_way_.pop_front();
        {
            std::unique_lock lock{mutex_};
            something_done_.wait(lock, [&] { return task->done.has_value() || task->failure; });
        }
        if (task->failure) std::rethrow_exception(task->failure);
        hand_on_(std::move(*task->done));
    }

    void labour() {
        while (true) {
            std::shared_ptr<Task> task;
            {
                std::unique_lock lock{mutex_};
                something_to_do_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
                if (ending_) return;
                task = std::move(waiting_.front());
                waiting_.pop_front();
            }
            std::optional<Done> done;
            std::exception_ptr failure;
            try {
                done.emplace(work_(std::move(task->work)));
            } catch (...) {
                failure = std::current_exception();
            }
            {
                std::lock_guard lock{mutex_};
                task->done = std::move(done);
                task->failure = failure;
            }
            something_done_.notify_one();
        }
    }

    std::function<Done(Work)> work_;
    std::function<void(Done)> hand_on_;
    std::size_t most_;
    std::deque<std::shared_ptr<Task>> under_way_;  // the owner's alone
    std::mutex mutex_;
    std::condition_variable something_to_do_, something_done_;
    std::deque<std::shared_ptr<Task>> waiting_;  // guarded by mutex_
    bool ending_ = false;                        // guarded by mutex_
    std::vector<std::thread> threads_;
};

}  // namespace kith::scan
