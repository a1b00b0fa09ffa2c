// Many travellers at once: batches and passenger lists. Both give way to single questions.
#pragma once

#include <cstdint>

#include "answers/answers.h"
#include "http/message.h"
#include "work/work_queue.h"

namespace darvaza::daemon {

/// What is thrown on the way (memory that is short) ends the answer, and the answer says so.
struct BatchQuestion {
  const Head& head;
  Asking asking;
  std::uint64_t body_limit;  ///< 0: none
  const Answers& answers;
  WorkQueue& queue;
};

/// POST /v1/screen/batch: JSON Lines in, JSON Lines out in the same order, while the body still
/// arrives. Memory is bounded, however long the batch. What makes the rest unreadable is told in a
/// last line, a problem (RFC 9457).
void screen_batch(const BatchQuestion& question, Exchange& exchange);

/// POST /v1/manifests: one passenger list in, its answers by flight out, or CUSRES.
void screen_manifest(const BatchQuestion& question, Exchange& exchange);

}  // namespace darvaza::daemon
