// The answer about one traveller.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/partial_date.h"
#include "darvaza/state_code.h"
#include "darvaza/traveller.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza {

/// What the officer is told first.
///
/// `clear` is said only when every list was searched to the end and every fact of the traveller that
/// the search needs could be read. A search that could not be finished is `incomplete`, whatever it
/// found: "found nothing" and "could not finish" are different answers.
enum class Decision : std::uint8_t { clear, review, hit, incomplete };
std::string_view to_string(Decision decision);

enum class EvidenceKind : std::uint8_t {
  prior,  ///< how unlikely a listed person is before anything is known
  name,
  father_name,
  birth_date,
  birth_place,
  nationality,
  sex,
  document,
};
std::string_view to_string(EvidenceKind kind);

/// One reason. Weights are natural-log odds in thousandths ("millinats"): +2303 makes the listed
/// person ten times as likely, -2303 ten times less. The weights of a candidate add up to its total,
/// and the total alone determines the score.
struct Evidence {
  EvidenceKind kind = EvidenceKind::name;
  std::int32_t weight_mn = 0;
  std::string text;  ///< for a person to read; names both sides
};

/// A listed person who may be the traveller. A candidate is never proof.
struct Candidate {
  std::string list;
  std::string id;
  std::int32_t score_bp = 0;   ///< 0 to 10000: the score in hundredths of a percent
  std::int32_t weight_mn = 0;  ///< the sum of the evidence; orders candidates of equal score
  std::string name;            ///< the listed spelling that matched best
  std::vector<Evidence> evidence;
  std::string handling;
  std::string category;
};

enum class DocumentMatch : std::uint8_t {
  exact,       ///< number and issuing State agree (or one side does not state the issuer)
  range,       ///< inside a listed run of blanks
  confusable,  ///< agrees once characters that readers and typists confuse are folded
};
std::string_view to_string(DocumentMatch match);

/// A document of the traveller that is reported lost, stolen or revoked. Unconfirmed by nature.
struct DocumentHit {
  std::string list;
  std::string number;  ///< as listed; "first to last" for a range
  StateCode issuer;
  DocumentStatus status = DocumentStatus::lost;
  DocumentMatch match = DocumentMatch::exact;
  PartialDate reported;
  StateCode reporting_state;
  std::string handling;  ///< what to do; says that the hit is unconfirmed and whom to contact
};

struct ScreeningResult {
  std::string id;  ///< the traveller's
  Decision decision = Decision::incomplete;
  bool complete = false;
  std::vector<Candidate> candidates;  ///< best first
  std::vector<DocumentHit> documents;
  std::vector<Problem> problems;
  std::vector<FlightLeg> flights;  ///< the traveller's, in order of travel
};

/// The answer as one line of JSON (no line end), fields as in docs/json.md. Control characters come
/// out escaped. Text must be well-formed UTF-8, as the readers and Screener make it; ill-formed text is
/// copied as it is, and the line is then not valid JSON.
std::string to_json(const ScreeningResult& result);

}  // namespace darvaza
