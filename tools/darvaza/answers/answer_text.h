// Answers in words, for people: all of one answer, or one line an alert.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "darvaza/screening_result.h"
#include "output/table.h"
#include "output/terminal.h"

namespace darvaza::tool {

/// "0.9731": hundredths of a percent as the contract writes scores.
std::string score_text(std::int32_t score_bp);

/// The evidence, one aligned line a reason: kind, weight in natural-log odds, text.
std::string evidence_text(const std::vector<Evidence>& evidence, const std::string& indent);

/// All that is known about one answer: decision, candidates with reasons and handling, documents,
/// problems.
std::string answer_text(const ScreeningResult& answer, const Paint& paint);

/// Of lists that had expired before the day of the answer, one line each: which, and since when.
std::vector<std::string> stale_lists(const ScreeningResult& answer);

/// Collects answers that are not `clear`, or have problems, as rows: traveller, arrived as, listed as, list, decision. Below each
/// reason stands why, and what is to be done: that it is unconfirmed, whom to contact, who is no suspect. Counts all answers.
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
  /// Which of the lists that answers spoke for had expired, one line each; usually nothing.
  std::string stale() const;

 private:
  /// Adds lines below the last row, as wide as a terminal's.
  void note(const std::string& text);

  Table table_;
  std::multimap<std::size_t, std::string> notes_;  ///< by the number of rows above
  std::set<std::string> stale_;
  bool headings_ = true;
  std::map<Decision, std::uint64_t> counts_;
};

}  // namespace darvaza::tool
