// What the tests of screening share: lists written for one test, built into an index and opened.
// All persons are made up.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/build_index.h"
#include "darvaza/screener.h"
#include "index/dictionary.h"
#include "index/index.h"
#include "temporary_directory.h"

namespace darvaza::screening {

using TestDirectory = test::TemporaryDirectory;

std::string read_bytes(const std::filesystem::path& path);

/// One list: the file name says what it is called ("zala.csv" is list "zala").
struct ListFile {
  std::string name;
  std::string content;
};

/// Builds an index from `files` and opens it; a failure fails the test, and ends the program,
/// because no test can go on without it.
Screener open_lists(const std::vector<ListFile>& files);

/// The lists that most tests screen against: `zala.csv` with a handful of persons and their
/// documents, `sltd.csv` with lost documents. What they hold is in the source file.
Screener open_small_lists();

/// An index of persons with these names and nothing else.
index::Index open_names(std::initializer_list<const char*> names);
/// Whether a word of one token is among them.
bool holds(const index::Index& index, std::span<const index::SimilarToken> similar, std::string_view word);

/// A traveller with this name in one piece and nothing else.
Traveller named(std::string_view name);
/// The same with more facts; empty: not known.
Traveller described(std::string_view name, std::string_view birth_date,
                    std::string_view nationality, Sex sex = Sex::unknown);
/// Adds a passport. An empty issuer is not known.
Traveller with_document(Traveller traveller, std::string_view number, std::string_view issuer = {});

/// Shows everything that was found, however unlikely.
ScreeningOptions all_candidates();

/// "list/id" of the candidates, best first.
std::vector<std::string> ids(const ScreeningResult& answer);

/// The evidence of this kind; nullptr without it.
const Evidence* find_evidence(const Candidate& candidate, EvidenceKind kind);

}  // namespace darvaza::screening
