// What needs no handle: versions, words, dates.
#include <array>
#include <string_view>

#include "border.h"
#include "darvaza.h"
#include "darvaza/entry_terms.h"
#include "darvaza/mrz.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screening_result.h"
#include "darvaza/version.h"
#include "given.h"
#include "shown.h"

using namespace darvaza::c;

namespace {

constexpr std::array kStatusWords = {
    "ok",           "invalid argument", "invalid text",  "out of range",
    "limit",        "unsupported",      "input refused", "input missing",
    "input/output", "out of memory",    "internal"};
constexpr std::array kLineWords = {"second", "first"};
constexpr std::array kRoleWords = {"passenger", "crew", "transit passenger", "transit crew"};

template <std::size_t N>
const char* word_of(const std::array<const char*, N>& words, std::int32_t value) {
  return value >= 0 && static_cast<std::size_t>(value) < N ? words[static_cast<std::size_t>(value)]
                                                           : nullptr;
}

/// The engine's own word; its words are literals and end in NUL.
template <typename Enumeration>
const char* word_of(Enumeration last, std::int32_t value) {
  if (value < 0 || value > static_cast<std::int32_t>(last)) return nullptr;
  return to_string(static_cast<Enumeration>(value)).data();
}

}  // namespace

extern "C" {

uint32_t darvaza_abi_version(void) { return DARVAZA_ABI_VERSION; }

const char* darvaza_version(void) { return darvaza::version(); }

const char* darvaza_word(darvaza_vocabulary vocabulary, int32_t value) {
  switch (vocabulary) {
    case DARVAZA_WORDS_STATUS:
      return word_of(kStatusWords, value);
    case DARVAZA_WORDS_DECISION:
      return word_of(darvaza::Decision::incomplete, value);
    case DARVAZA_WORDS_EVIDENCE_KIND:
      return word_of(darvaza::EvidenceKind::document, value);
    case DARVAZA_WORDS_DOCUMENT_MATCH:
      return word_of(darvaza::DocumentMatch::one_wrong_character, value);
    case DARVAZA_WORDS_DOCUMENT_STATUS:
      return word_of(darvaza::DocumentStatus::invalid, value);
    case DARVAZA_WORDS_NUMBER_FORMAT:
      return word_of(darvaza::NumberFormat::unusual, value);
    case DARVAZA_WORDS_MANIFEST_FORMAT:
      return word_of(darvaza::ManifestFormat::mrz, value);
    case DARVAZA_WORDS_MRZ_FORMAT:
      return word_of(darvaza::MrzFormat::mrv_b, value);
    case DARVAZA_WORDS_SEX:
      return word_of(darvaza::Sex::other, value);
    case DARVAZA_WORDS_ROLE:
      return word_of(kRoleWords, value);
    case DARVAZA_WORDS_LINE:
      return word_of(kLineWords, value);
    case DARVAZA_WORDS_ALERT_CATEGORY:
      return word_of(darvaza::AlertCategory::protected_person, value);
    case DARVAZA_WORDS_INSTRUCTION:
      return word_of(darvaza::Instruction::protect, value);
    default:
      return nullptr;
  }
}

darvaza_status darvaza_date_parse(const char* text, size_t text_size, darvaza_date* date,
                                  darvaza_error** error) {
  if (date != nullptr) *date = {};
  return guarded(error, [&]() -> Outcome {
    if (auto there = required(date, "date"); !there) return there;
    if (text == nullptr && text_size != 0) return invalid("text", "is NULL and text_size is not 0");
    const auto read = darvaza::parse_iso_date({text == nullptr ? "" : text, text_size});
    if (!read) {
      return tl::unexpected(
          Failure{DARVAZA_INPUT_REFUSED, "is no date such as 1980, 1980-05 or 1980-05-17", "text"});
    }
    *date = date_of(*read);
    return {};
  });
}

}  // extern "C"
