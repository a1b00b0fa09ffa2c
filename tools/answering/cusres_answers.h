// Screening results as answers of the interactive API (CUSRES).
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "darvaza/cusres.h"
#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"

namespace darvaza::tool {

/// Hands each traveller's decision to the answer of the message in hand. Travellers outside of any
/// PAXLST message cannot be answered so and are counted. Not thread-safe.
class CusresAnswers {
 public:
  explicit CusresAnswers(CusresWriter::Write write);

  void begin(const PassengerMessage& message);
  void add(const Traveller& traveller, const ScreeningResult& answer);
  void end(bool whole);

  /// Travellers who stood in no message since the last call.
  std::uint64_t take_unanswered() { return std::exchange(unanswered_, 0); }

 private:
  CusresWriter writer_;
  bool in_message_ = false;
  std::uint64_t unanswered_ = 0;
};

}  // namespace darvaza::tool
