// The files that the generator writes: a list, travellers, and which of them are listed.
#pragma once

#include <cstdint>
#include <string>

#include "generate/manifest_text.h"
#include "generate/vocabulary.h"

namespace darvaza::generate {

enum class Kind : std::uint8_t {
  usual,  ///< names as common and as rare as people's are
  nasty,  ///< what makes a search slow, see nasty_person.h
};

struct FilesWanted {
  std::uint64_t seed = 1;
  Kind kind = Kind::usual;  ///< of the listed persons; travellers who are not listed are usual
  std::uint64_t persons = 1'000'000;
  std::string list;  ///< CSV: id (g0, g1, ...), full_name, birth_date, sex, nationality
  std::uint64_t travellers = 0;
  double listed_share = 0.1;  ///< of the travellers; they are written misspelled
  ManifestText manifest_format = ManifestText::csv;
  std::string manifest;  ///< as CSV: id (t0, t1, ...), full_name, birth_date, nationality
  std::string truth;     ///< CSV: id of a listed traveller's answer, id of their entry
  std::uint64_t documents = 1'000'000;
  std::string document_list;  ///< CSV of lost documents, lost_document.h
};

/// Deterministic: the same wish gives the same bytes on every machine. `vocabulary` must be of
/// `wanted.seed`. False when a file could not be written; what it then holds is not defined.
bool write_list(const FilesWanted& wanted, const Vocabulary& vocabulary);
bool write_documents(const FilesWanted& wanted);
/// Writes the manifest and the truth.
bool write_travellers(const FilesWanted& wanted, const Vocabulary& vocabulary);

}  // namespace darvaza::generate
