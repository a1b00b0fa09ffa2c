// What the owner of an entry is told when somebody was met who may be its person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "alerts/encounter.h"
#include "darvaza/entry_terms.h"
#include "darvaza/screening_result.h"

namespace darvaza::daemon {

/// An alert and who may read it.
struct Alert {
  std::string id;    ///< the same whenever it is told again
  std::string json;  ///< what is told: docs/alerts.md
  EntryTerms terms;  ///< of the entry: owner, focal point, and to whom and how long it is shown
  StateCode met_by;  ///< State of the post that asked; empty: of none
};

/// How much an alert says of the traveller.
enum class TravellerDetail : std::uint8_t {
  reference,  ///< by what the asking system calls them
  presented,  ///< and names, birth date, sex, nationalities and documents as presented
};

/// From which score on a candidate, and which classes of documents, make an alert.
struct AlertThreshold {
  std::int32_t score_bp = 9000;
  bool unsure_documents = false;  ///< also documents that may be the reported one
};

/// What tells the candidates of one encounter apart: several persons may be listed under one
/// identifier.
std::string entry_of(const Candidate& candidate);
/// One alert about a candidate, the `nth` of its entry. `version` is that of the entry.
Alert alert_of(const Encounter& encounter, const Candidate& candidate, std::size_t nth,
               const std::string& version, const std::string& index, TravellerDetail detail);
/// What tells the reported documents of one encounter apart.
std::string record_of(const DocumentHit& document);
/// One alert about a reported document: the `nth` of its record, for two of the documents presented
/// can be inside one listed range.
Alert alert_of(const Encounter& encounter, const DocumentHit& document, std::size_t nth,
               const std::string& index, TravellerDetail detail);

/// Whether a post may read it: the entry may be shown to it now, and is its State's own, or the
/// traveller was met by its State. Whoever keeps the lists (no State) reads all.
bool may_read(const Post& post, const Alert& alert);

/// One line of the journal, without line end, and back; nothing for anything else.
std::string to_line(const Alert& alert);
std::optional<Alert> alert_of_line(std::string_view line);

}  // namespace darvaza::daemon
