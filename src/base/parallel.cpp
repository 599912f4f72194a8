// A plain fork-join over std::thread; indices are handed out in small batches from one counter.
#include "base/parallel.hpp"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace hazcheck {

unsigned usable_cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) == 0) {
    const int count = CPU_COUNT(&set);
    if (count > 0) return static_cast<unsigned>(count);
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t, unsigned)>& work,
                  std::size_t batch) {
  const std::size_t batches = (count + batch - 1) / batch;
  const unsigned most = jobs == 0 ? usable_cores() : jobs;
  const auto threads = static_cast<unsigned>(std::min<std::size_t>(most, std::max<std::size_t>(1, batches)));
  std::atomic<std::size_t> next{0};
  const auto run = [&](unsigned worker) {
    for (;;) {
      const std::size_t from = next.fetch_add(batch, std::memory_order_relaxed);
      if (from >= count) return;
      const std::size_t to = std::min(count, from + batch);
      for (std::size_t i = from; i < to; ++i) work(i, worker);
    }
  };
  std::vector<std::thread> pool;
  for (unsigned w = 1; w < threads; ++w) {
    try {
      pool.emplace_back(run, w);
    } catch (const std::system_error&) {
      break;  // no more threads to be had: the ones we have do the work
    }
  }
  run(0);
  for (std::thread& t : pool) t.join();
}

}  // namespace hazcheck
