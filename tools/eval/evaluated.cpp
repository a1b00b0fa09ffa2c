#include "eval/evaluated.h"

#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "darvaza/version.h"
#include "names/tables_fingerprint.h"

namespace darvaza::eval {

Run begin_run(Kind kind, const EvalOptions& options) {
  Run run;
  run.kind = kind;
  run.title = options.title;
  run.command = options.command;
  run.engine_version = version();
  run.tables_fingerprint = fmt::format("{:016x}", names::tables_fingerprint());
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  run.date = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
  run.seed = options.bootstrap.seed;
  run.bootstrap_rounds = options.bootstrap.rounds;
  run.confidence = options.bootstrap.confidence;
  run.miss_price = options.miss_price;
  run.alarm_price = options.alarm_price;
  run.threads = options.threads;
  return run;
}

}  // namespace darvaza::eval
