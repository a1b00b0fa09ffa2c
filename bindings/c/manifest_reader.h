// Travellers on demand, although the engine's reader pushes them: it runs on a thread of its own, a
// little ahead.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <streambuf>
#include <string>
#include <thread>
#include <vector>

#include "darvaza/read_travellers.h"

namespace darvaza::c {

/// Bytes that can be cut off: after stop() the reader sees the end of its input.
class StoppableInput : public std::streambuf {
 public:
  virtual void stop() = 0;
};

class ManifestReader {
 public:
  ManifestReader(std::unique_ptr<StoppableInput> input, std::string name, ManifestOptions options);
  ~ManifestReader();
  ManifestReader(const ManifestReader&) = delete;
  ManifestReader& operator=(const ManifestReader&) = delete;

  /// Up to `max` travellers, fewer only at the end of the input. When it cannot be read any
  /// further, the travellers before come first, then, with each further call, the error. Rethrows
  /// what was thrown while reading.
  Result<std::vector<Traveller>> next(std::size_t max);

  /// What was read; nullptr before next() has given no travellers, and after an error.
  const ManifestSummary* summary() const { return told_end_ ? &*summary_ : nullptr; }

 private:
  void read();
  void put(Traveller&& traveller);

  const std::unique_ptr<StoppableInput> input_;
  const std::string name_;
  const ManifestOptions options_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Traveller> ready_;
  bool stopped_ = false;
  bool ended_ = false;
  std::optional<Result<ManifestSummary>> outcome_;
  std::exception_ptr thrown_;

  std::optional<ManifestSummary> summary_;
  bool told_end_ = false;
  std::thread thread_;
};

}  // namespace darvaza::c
