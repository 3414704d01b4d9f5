#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace coach {
namespace {

class Workers {
 public:
  Workers(std::size_t count, const std::function<void(std::size_t)>& work)
      : count_(count), work_(work) {}

  void take_turns() {
    while (!stopped_) {
      const auto turn = next_++;
      if (turn >= count_) return;
      try {
        work_(turn);
      } catch (...) {
        const std::lock_guard hold(mutex_);
        if (!thrown_ || turn < thrown_at_) {
          thrown_ = std::current_exception();
          thrown_at_ = turn;
        }
        stopped_ = true;
      }
      ++done_;
    }
  }

  void leave() {
    const std::lock_guard hold(mutex_);
    --at_work_;
    ended_.notify_all();
  }

  void run(std::size_t threads, const Watch& watch) {
    using namespace std::chrono_literals;
    at_work_ = threads;
    std::vector<std::thread> all;
    for (std::size_t i = 0; i < threads; ++i) {
      try {
        all.emplace_back([this] {
          take_turns();
          leave();
        });
      } catch (const std::system_error&) {
        leave();  // no thread to be had: those that there are do it all
      }
    }
    if (all.empty()) take_turns();
    std::unique_lock hold(mutex_);
    while (!ended_.wait_for(hold, 200ms, [&] { return at_work_ == 0; })) {
      hold.unlock();
      watch(done_, count_);
      hold.lock();
    }
    hold.unlock();
    for (auto& thread : all) thread.join();
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0, done_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t at_work_ = 0;
  std::exception_ptr thrown_;
  std::size_t thrown_at_ = 0;
};

}  // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const Watch& watch) {
  if (count == 0) return;
  if (count == 1) return work(0);  // a thread costs more than it brings
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  Workers(count, work).run(std::min(count, cores), watch);
}

}  // namespace coach
