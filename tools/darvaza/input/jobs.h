// The option by which commands are told how many threads are to work.
#pragma once

#include <CLI/CLI.hpp>

#include "index/parallel.h"

namespace darvaza::tool {

/// "--jobs", as it was typed; `threads` says what it means.
struct Jobs {
  unsigned typed = 0;

  unsigned threads() const { return index::thread_count(typed); }
};

inline void add_jobs_argument(CLI::App& command, Jobs& jobs) {
  command.add_option("-j,--jobs", jobs.typed, "Threads; 0: one per processor")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0U, 1024U).description(""));
}

}  // namespace darvaza::tool
