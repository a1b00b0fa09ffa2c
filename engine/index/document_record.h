// What the bits of a DocumentRecord mean, and how little of a lost document is its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "darvaza/watchlist_entry.h"
#include "index/file_format.h"

namespace darvaza::index {

/// 48 bits of number, 16 of attributes, 16 of the date of report, 32 of what the form of the
/// attributes says.
///
/// The number is a packed one (packed_number.h), or leads to a wide document or to a document of a
/// person.
struct DocumentFields {
  std::uint64_t number = 0;  ///< see NumberKind
  std::uint16_t attributes = 0;
  std::uint16_t reported = 0;  ///< short date
  std::uint32_t rest = 0;
};

DocumentRecord to_record(const DocumentFields& fields);
DocumentFields to_fields(const DocumentRecord& record);

/// Where a number beyond the packed ones leads: bits 0-31 say to which record of the section.
enum class NumberKind : std::uint8_t {
  packed,
  wide,         ///< a wide document, by its number
  end_of_wide,  ///< a wide document, by the second number of what is no run of blanks
  of_person,    ///< a document of a person
};
inline constexpr std::uint64_t kFirstOfKind[] = {
    0, (1ull << 48) - (3ull << 32), (1ull << 48) - (2ull << 32), (1ull << 48) - (1ull << 32)};

inline std::uint64_t number_that_leads_to(NumberKind kind, std::uint32_t record) {
  return kFirstOfKind[static_cast<std::size_t>(kind)] + record;
}
inline NumberKind kind_of(std::uint64_t number) {
  if (number < kFirstOfKind[1]) return NumberKind::packed;
  return number < kFirstOfKind[2]   ? NumberKind::wide
         : number < kFirstOfKind[3] ? NumberKind::end_of_wide
                                    : NumberKind::of_person;
}
inline std::uint32_t record_of(std::uint64_t number) { return static_cast<std::uint32_t>(number); }

/// What `rest` holds.
enum class DocumentForm : std::uint8_t {
  serial,  ///< bits 0-7: days from loss to report; bits 8-31: the final digits of the reference
  dates,   ///< bits 0-15: short date of loss; bits 16-31: short date of review
};

inline constexpr std::uint8_t kMostReferenceDigits = 7;  ///< what 24 bits hold

/// What a lost document has in common with others, in words.
struct CommonFacts {
  std::string list, type, shape, reference;
  StateCode issuing_state, reporting_state;
  DocumentStatus status = DocumentStatus::lost;
  DocumentForm form = DocumentForm::serial;
  std::uint8_t review_years = 0, reference_digits = 0;
};

/// What a wide document has of them; a short one has more.
CommonFacts facts_in_common(const LostDocument& document);

/// A lost document in its short form; `fields.attributes` is left to who numbers the facts.
struct ShortDocument {
  CommonFacts facts;
  DocumentFields fields;
};

/// Nothing when the document needs the wide form: a range, a number of unusual length, dates before
/// 1960 or after 2086, a reference without final digits or beside dates that do not follow from the
/// report. What comes back from `expand` is what went in.
std::optional<ShortDocument> shorten(const LostDocument& document, std::string_view normalised);

/// The document that was shortened. Any fields give some document.
LostDocument expand(const CommonFacts& facts, const DocumentFields& fields);

}  // namespace darvaza::index
