// Many travellers in, their answers out in the same order, by threads that answer single questions
// first.
#pragma once

#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <vector>

#include "answers/answers.h"
#include "work/work_queue.h"

namespace darvaza::daemon {

/// Belongs to one thread, which waits when too much is in progress: memory is bounded by a few
/// dozen travellers a thread of the queue.
///
/// What is thrown while travellers are screened (memory that is short) comes out of `add` or `flush`,
/// now and at each later call. Nothing is told from the first traveller on who has no answer: whoever
/// counts the answers knows whose are missing.
class SliceScreener {
 public:
  /// Receives each traveller with the answer, on the caller's thread.
  using Sink = std::function<void(const Traveller&, const Answer&)>;

  /// All arguments but `sink` outlive the object.
  SliceScreener(WorkQueue& queue, const Answers& answers, const Asking& asking, Sink sink);
  /// Waits for what is in progress; its answers are not told.
  ~SliceScreener();

  void add(Traveller&& traveller);
  /// Tells the answers to all that was added.
  void flush();

 private:
  struct Slice {
    std::vector<Traveller> travellers;
    std::vector<Answer> answers;
    std::promise<void> done;
  };

  void or_fail(auto work);
  void submit();
  void answer(Slice& slice) const;
  void tell_first();

  WorkQueue& queue_;
  const Answers& answers_;
  const Asking& asking_;
  Sink sink_;
  std::vector<Traveller> gathered_;
  std::deque<std::shared_ptr<Slice>> in_progress_;
  std::exception_ptr failure_;
};

}  // namespace darvaza::daemon
