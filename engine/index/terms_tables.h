// The sections that say on what terms entries are shared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/entry_terms.h"
#include "index/file_format.h"
#include "index/section_file.h"
#include "index/string_pool.h"

namespace darvaza::index {

/// Keeps each distinct set of terms once: lists share theirs among thousands of entries.
class TermsTables {
 public:
  explicit TermsTables(StringPool& strings) : strings_(strings) {}

  /// 0 for terms that state nothing.
  std::uint32_t number_of(const EntryTerms& terms);
  /// The terms of a list as a whole, which those of its lost documents are.
  void add_list(std::string_view list, const EntryTerms& terms);

  std::uint64_t most_records() const;
  void finish(Sections& sections);

 private:
  StringPool& strings_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>
      numbers_;  ///< by the bytes that make two the same
  std::vector<TermsRecord> terms_;
  std::vector<StateCode> states_;
  std::vector<ListTermsRecord> lists_;
};

}  // namespace darvaza::index
