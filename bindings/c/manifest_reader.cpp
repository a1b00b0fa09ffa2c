#include "manifest_reader.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <utility>

namespace darvaza::c {
namespace {

/// How far the reader is ahead: a flight or two.
constexpr std::size_t kAhead = 512;

}  // namespace

ManifestReader::ManifestReader(std::unique_ptr<StoppableInput> input, std::string name,
                               ManifestOptions options)
    : input_(std::move(input)), name_(std::move(name)), options_(std::move(options)) {
  thread_ = std::thread([this] { read(); });
}

ManifestReader::~ManifestReader() {
  input_->stop();
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void ManifestReader::read() {
  std::optional<Result<ManifestSummary>> outcome;
  std::exception_ptr thrown;
  try {
    std::istream in(input_.get());
    outcome = read_travellers(in, name_, options_,
                              [this](Traveller&& traveller) { put(std::move(traveller)); });
  } catch (...) {
    thrown = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    outcome_ = std::move(outcome);
    thrown_ = thrown;
    ended_ = true;
  }
  changed_.notify_all();
}

void ManifestReader::put(Traveller&& traveller) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopped_ || ready_.size() < kAhead; });
  if (stopped_) return;  // the rest of the input is cut off, too
  ready_.push_back(std::move(traveller));
  lock.unlock();
  changed_.notify_all();
}

Result<std::vector<Traveller>> ManifestReader::next(std::size_t max) {
  std::vector<Traveller> travellers;
  travellers.reserve(std::min(max, kAhead));
  std::unique_lock lock(mutex_);
  while (travellers.size() < max) {
    changed_.wait(lock, [this] { return ended_ || !ready_.empty(); });
    if (ready_.empty()) break;
    const std::size_t taken = std::min(max - travellers.size(), ready_.size());
    const auto end = ready_.begin() + static_cast<std::ptrdiff_t>(taken);
    travellers.insert(travellers.end(), std::make_move_iterator(ready_.begin()),
                      std::make_move_iterator(end));
    ready_.erase(ready_.begin(), end);
    changed_.notify_all();
  }
  if (!travellers.empty()) return travellers;
  if (thrown_) std::rethrow_exception(thrown_);
  if (!*outcome_) return tl::unexpected(outcome_->error());
  summary_ = **outcome_;
  told_end_ = true;
  return travellers;
}

}  // namespace darvaza::c
