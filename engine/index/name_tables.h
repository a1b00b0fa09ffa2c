// The sections that hold names, their tokens and the dictionary of all tokens.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "index/file_format.h"
#include "index/index.h"
#include "index/number_table.h"
#include "index/parallel.h"
#include "index/section_file.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// Filled name by name; what a name consists of is read on several threads. The same names in the same
/// order give the same bytes, however many those are.
class NameTables {
 public:
  explicit NameTables(unsigned threads);

  enum class ReadAs : std::uint8_t { usual, glued };  ///< names::parse_name, names::parse_glued
  void add(std::string_view text, NameGrade grade, ReadAs reading);
  /// Returns when all names that were added are read. Everything below is valid only then.
  void settle();
  /// Settles, puts the dictionary in order and renumbers the tokens of names: numbers given while reading
  /// depend on the order of reading, sorted ones only on what was read. Adds the one more name that is only an
  /// end. Nothing may be added after it.
  void sort();

  std::uint64_t size() const { return names_.size(); }
  std::uint64_t unsearchable() const { return unsearchable_; }
  std::uint64_t text_bytes() const { return texts_.size(); }
  std::span<const NameRecord> names() const { return names_; }
  std::span<const NameToken> name_tokens() const { return name_tokens_; }
  std::span<const romanize::Sounds> tokens() const { return tokens_; }

  /// Hands everything over.
  void finish(Sections& sections);

 private:
  /// Some thousand names and what reading them gave.
  struct Batch {
    std::string texts;
    std::vector<std::size_t> ends;  ///< of each name in texts
    std::vector<ReadAs> readings;  ///< of each name
    struct Token {
      romanize::Sounds sounds;
      std::uint32_t role = 0;  ///< and what else NameToken says besides the number
      std::uint32_t hash = 0;
    };
    std::vector<std::size_t> token_counts;  ///< of each name
    std::vector<Token> tokens;
    std::vector<Token> joined;              ///< words of other readings (joined_readings.h): the dictionary holds them, too
  };
  static void read(Batch& batch);
  void collect(const Batch& batch);
  std::uint32_t number_of(const Batch::Token& token);

  unsigned threads_;
  std::vector<NameRecord> names_;
  std::string texts_;
  std::size_t collected_ = 0;  ///< names whose tokens are in name_tokens_
  std::vector<NameToken> name_tokens_;
  NumberTable numbers_;
  std::vector<romanize::Sounds> tokens_;  ///< by number
  std::uint64_t unsearchable_ = 0;
  Batch batch_;
  OrderedPipeline<Batch> pipeline_;  ///< last: its threads end first
};

}  // namespace darvaza::index
