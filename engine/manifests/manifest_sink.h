// Where every reader delivers: it numbers and counts the travellers and keeps the summary.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "darvaza/read_travellers.h"

namespace darvaza::manifests {

/// Adds a problem, unless there are kMaxProblems already: hostile input must not grow the list
/// without bound. The last one kept says that there are more.
void add_problem(std::vector<Problem>& problems, std::string where, std::string text);

class ManifestSink {
 public:
  using Callback = std::function<void(Traveller&&)>;
  /// Both must outlive the sink.
  ManifestSink(ManifestSummary& summary, const Callback& callback)
      : summary_(summary), callback_(callback) {}

  /// Hands `traveller` on. One without an id gets the running number.
  void deliver(Traveller&& traveller);

  /// Something about the manifest as a whole that hides no traveller.
  void problem(std::string where, std::string text);
  /// Something that may have hidden travellers: the manifest is no longer complete.
  void incomplete(std::string where, std::string text);

  std::uint64_t delivered() const { return summary_.travellers; }
  /// How often incomplete() was called.
  std::uint64_t losses() const { return losses_; }

 private:
  ManifestSummary& summary_;
  const Callback& callback_;
  std::uint64_t losses_ = 0;
};

/// What a reader does when it cannot go on: before the first traveller the input is refused; after
/// that, what was delivered stands and the manifest is incomplete.
Result<void> broke_off(ManifestSink& sink, Error error);

}  // namespace darvaza::manifests
