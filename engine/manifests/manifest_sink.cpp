#include "manifests/manifest_sink.h"

#include <utility>

#include <fmt/core.h>

#include "manifests/limits.h"

namespace darvaza::manifests {

void add_problem(std::vector<Problem>& problems, std::string where, std::string text) {
  if (problems.size() >= kMaxProblems) return;
  if (problems.size() + 1 == kMaxProblems) {
    problems.push_back(
        {{}, fmt::format("more than {} problems: the rest is not listed", kMaxProblems - 1)});
    return;
  }
  problems.push_back({std::move(where), std::move(text)});
}

void ManifestSink::deliver(Traveller&& traveller) {
  ++summary_.travellers;
  if (traveller.id.empty()) traveller.id = fmt::format("{}", summary_.travellers);
  if (callback_) callback_(std::move(traveller));
}

void ManifestSink::problem(std::string where, std::string text) {
  add_problem(summary_.problems, std::move(where), std::move(text));
}

void ManifestSink::incomplete(std::string where, std::string text) {
  summary_.complete = false;
  ++losses_;
  problem(std::move(where), std::move(text));
}

Result<void> broke_off(ManifestSink& sink, Error error) {
  if (sink.delivered() == 0) return tl::unexpected<Error>(std::move(error));
  std::string where;
  if (error.line != 0) where = fmt::format("line {}", error.line);
  if (error.line == 0 && error.position != 0) where = fmt::format("byte {}", error.position);
  sink.incomplete(std::move(where), error.message + "; nothing was read from here on");
  return {};
}

}  // namespace darvaza::manifests
