// What the tests of this room share: text in, everything that was read out.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/read_travellers.h"

namespace darvaza::manifests {

struct ReadText {
  Result<ManifestSummary> summary;
  std::vector<Traveller> travellers;

  bool complete() const { return summary && summary->complete; }
  /// Whether a problem of the manifest as a whole contains `words`.
  bool says(std::string_view words) const {
    return summary && any_contains(summary->problems, words);
  }
  static bool any_contains(const std::vector<Problem>& problems, std::string_view words) {
    for (const Problem& problem : problems) {
      if ((problem.where + ": " + problem.text).find(words) != std::string::npos) return true;
    }
    return false;
  }
};

inline ReadText read_text(const std::string& text,
                          ManifestFormat format = ManifestFormat::automatic) {
  std::istringstream in(text);
  std::vector<Traveller> travellers;
  auto summary = read_travellers(in, "test", {format, 2026},
                                 [&](Traveller&& t) { travellers.push_back(std::move(t)); });
  return {std::move(summary), std::move(travellers)};
}

inline bool has_problem(const Traveller& traveller, std::string_view words) {
  return ReadText::any_contains(traveller.problems, words);
}

/// A whole interchange around the segments of one PAXLST message, each ended by `'`. The counts are
/// right when `segments` is the number of segments in `body`.
inline std::string interchange(const std::string& body, int segments) {
  return "UNA:+.? 'UNB+UNOA:4+AIR+GOV+260101:0900+REF1'UNG+PAXLST+AIR+GOV+260101:0900+7+UN+D:02B'"
         "UNH+M1+PAXLST:D:02B:UN:IATA'BGM+745'" +
         body + "UNT+" + std::to_string(segments + 3) + "+M1'UNE+1+7'UNZ+1+REF1'";
}

/// A whole PNRGOV interchange about flight DZ101 on 15 January 2026 around `bookings`, segments
/// that each end with `'`.
inline std::string pnrgov(const std::string& bookings) {
  return "UNA:+.?*'UNB+IATA:1+DZ+GOV+260115:0900+REF1'UNH+M1+PNRGOV:11:1:IA+DZ101/150126/1540'"
         "MSG+:22'ORG+DZ:UTA'TVL+150126:1540:150126:1740+UTA+UTB+DZ+101'EQN+1'" +
         bookings + "UNT+1+M1'UNZ+1+REF1'";
}

}  // namespace darvaza::manifests
