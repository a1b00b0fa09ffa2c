// Answers in words, for people: all of one answer, or one line an alert.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "darvaza/screening_result.h"
#include "table.h"
#include "terminal.h"

namespace darvaza::tool {

/// "0.9731": hundredths of a percent as the contract writes scores.
std::string score_text(std::int32_t score_bp);

/// The evidence, one aligned line a reason: kind, weight in natural-log odds, text.
std::string evidence_text(const std::vector<Evidence>& evidence, const std::string& indent);

/// All that is known about one answer: decision, candidates with reasons and handling, documents,
/// problems.
std::string answer_text(const ScreeningResult& answer, const Paint& paint);

/// Collects alerts (answers that are not `clear`) as rows: traveller, arrived as, listed as, list,
/// decision, why; and counts all answers.
class AlertTable {
 public:
  AlertTable();
  /// `source` says where the traveller came from, such as the manifest's file name.
  void add(const std::string& source, const Traveller& traveller, const ScreeningResult& answer);

  std::size_t rows() const { return table_.rows(); }
  /// The rows collected since the last call as text, with headings the first time.
  std::string take_rows();
  /// "12 travellers: 3 hit, 1 review, 0 incomplete, 8 clear".
  std::string totals() const;

 private:
  Table table_;
  bool headings_ = true;
  std::map<Decision, std::uint64_t> counts_;
};

}  // namespace darvaza::tool
