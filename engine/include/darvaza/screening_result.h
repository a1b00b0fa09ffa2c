// The answer about one traveller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/entry_terms.h"
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
  EntryTerms terms;  ///< on which the entry is shared, where any are stated
  /// By which rule a person decided that this traveller is somebody else: such a candidate does not raise the decision.
  /// The engine knows no rules: whoever keeps some fills it in. Empty: none.
  std::string cleared_by;
};

/// How the number of a document agrees with a listed one, the surest first. Numbers are compared as letters and
/// digits: separators, case, and look-alikes of other scripts make no difference. Where both sides state the issuing
/// State and the two differ, it is another document, unless the very number is rare or none of the State presented: then `confusable`.
enum class DocumentMatch : std::uint8_t {
  exact,       ///< the same number
  range,       ///< inside a listed run of blanks
  confusable,  ///< each character that differs is one that readers and typists take for the other (0 and O, 1 and I, ...),
               ///< or zeros in front are missing, or State or check digit stand wrongly beside the number: one misread, more likely than not
  transposed,  ///< the same but for two neighbouring characters in each other's place
  one_wrong_character,  ///< the same length, and one character differs: as often as not another document of the series
};
std::string_view to_string(DocumentMatch match);

/// Whether a number has a form in which its issuing State numbers documents. A hint: an unusual form speaks for a misreading,
/// and never against a hit.
enum class NumberFormat : std::uint8_t { unknown, usual, unusual };
std::string_view to_string(NumberFormat format);

/// A document of the traveller that is reported lost, stolen or revoked. Unconfirmed by nature.
struct DocumentHit {
  std::string list;
  std::string number;  ///< as listed; "first to last" for a range
  std::string type;    ///< as listed; may be empty
  StateCode issuer;
  DocumentStatus status = DocumentStatus::lost;
  DocumentMatch match = DocumentMatch::exact;
  /// How unusual a misreading would have to be for the two numbers to be one, in thousandths of a nat; 0 when they are
  /// the same. Orders the hits of one class.
  std::int32_t difference_mn = 0;
  NumberFormat format = NumberFormat::unknown;  ///< of the number presented
  PartialDate lost;      ///< when it was lost or stolen; unknown for most
  PartialDate reported;
  PartialDate review;    ///< after which the list is to review or delete the record
  StateCode reporting_state;
  std::string reference;  ///< the reporting State's own; may be empty
  std::string handling;  ///< what to do; says that the hit is unconfirmed and whom to contact
  EntryTerms terms;      ///< of the list, where any are stated
};

/// A list that the answer speaks for, and of which signed release. Days are those of Post::today.
struct ListInUse {
  std::string list;
  std::uint64_t version = 0;    ///< 0: not taken from a signed release, and nothing else is known
  std::string issued, expires;  ///< ISO 8601, UTC
  std::optional<std::int32_t> age_days;  ///< since it was issued; without Post::today none; negative: it comes from the future, and a clock is wrong
  bool stale = false;           ///< it had expired before Post::today
};

struct ScreeningResult {
  std::string id;  ///< the traveller's
  Decision decision = Decision::incomplete;
  bool complete = false;
  std::vector<Candidate> candidates;  ///< best first
  std::vector<DocumentHit> documents;
  std::vector<Problem> problems;
  std::vector<FlightLeg> flights;  ///< the traveller's, in order of travel
  std::vector<ListInUse> lists;  ///< those of signed releases that were searched
  /// Something came up that the asking post may not see (ScreeningOptions::post): for those who alert the owners of
  /// entries. Not part of the answer, and not to be shown to whom it was asked for.
  bool withheld = false;
};

/// The answer as one line of JSON (no line end), fields as in docs/json.md. Control characters come
/// out escaped. Text must be well-formed UTF-8, as the readers and Screener make it; ill-formed text is
/// copied as it is, and the line is then not valid JSON.
std::string to_json(const ScreeningResult& result);

}  // namespace darvaza
