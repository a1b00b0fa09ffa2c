#include "work/slice_screener.h"

#include <utility>

namespace darvaza::daemon {
namespace {

/// So many that handing them over costs nothing beside the search, so few that a question which
/// comes meanwhile waits for some milliseconds at most.
constexpr std::size_t kSlice = 16;

}  // namespace

SliceScreener::SliceScreener(WorkQueue& queue, const Answers& answers, const Asking& asking,
                             Sink sink)
    : queue_(queue), answers_(answers), asking_(asking), sink_(std::move(sink)) {}

SliceScreener::~SliceScreener() {
  for (const auto& slice : in_progress_) slice->done.get_future().wait();
}

void SliceScreener::add(Traveller&& traveller) {
  or_fail([&] {
    gathered_.push_back(std::move(traveller));
    if (gathered_.size() >= kSlice) submit();
  });
}

void SliceScreener::flush() {
  or_fail([&] {
    if (!gathered_.empty()) submit();
    while (!in_progress_.empty()) tell_first();
  });
}

/// Behind a traveller who was lost on the way nobody is told as if nothing were missing.
void SliceScreener::or_fail(auto work) {
  if (failure_) std::rethrow_exception(failure_);
  try {
    work();
  } catch (...) {
    failure_ = std::current_exception();
    throw;
  }
}

void SliceScreener::submit() {
  auto slice = std::make_shared<Slice>();
  slice->travellers = std::exchange(gathered_, {});
  in_progress_.push_back(slice);
  try {
    queue_.submit([this, slice] { answer(*slice); });
  } catch (...) {
    in_progress_.pop_back();  // nobody works at it, and nobody may wait for it
    throw;
  }
  // Two for each thread: one in hand, one to go on with.
  while (in_progress_.size() > std::size_t{2} * queue_.threads()) tell_first();
}

/// On a thread of the queue, which nothing thrown may end.
void SliceScreener::answer(Slice& slice) const {
  try {
    for (const Traveller& traveller : slice.travellers) {
      slice.answers.push_back(answers_.form(asking_, traveller));
    }
    slice.done.set_value();
  } catch (...) {
    slice.done.set_exception(std::current_exception());
  }
}

void SliceScreener::tell_first() {
  const auto slice = std::move(in_progress_.front());
  in_progress_.pop_front();
  slice->done.get_future().get();
  for (std::size_t i = 0; i < slice->travellers.size(); ++i) {
    sink_(slice->travellers[i], slice->answers[i]);
  }
}

}  // namespace darvaza::daemon
