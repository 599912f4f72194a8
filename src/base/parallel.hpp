// Work over an index range on several threads. Results never depend on the number of threads: a worker
// writes only to its own slots, and the caller merges in index order.
#pragma once
#include <cstddef>
#include <functional>

namespace hazcheck {

// Cores this process may use (its affinity mask), at least 1.
unsigned usable_cores();

// Calls work(index, worker) once for every index below `count`, on at most `jobs` threads (0: all usable cores); worker
// < jobs. Falls back to fewer threads where the system gives no more. `work` must not throw. A thread takes `batch`
// neighbouring indices at a time: one where each is much work.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t, unsigned)>& work,
                  std::size_t batch = 16);

}  // namespace hazcheck
