// The option by which commands are told how many threads are to work.
#pragma once

#include "command_line/command_line.h"
#include "index/parallel.h"

namespace darvaza::tool {

/// "--jobs", as it was typed; `threads` says what it means.
struct Jobs {
  unsigned typed = 0;

  unsigned threads() const { return index::thread_count(typed); }
};

inline void add_jobs_argument(Command command, Jobs& jobs) {
  command.add_option("-j,--jobs", jobs.typed, "Threads; 0: one per processor")
      .default_shown()
      .type_name("N")
      .between(0, 1024);
}

}  // namespace darvaza::tool
