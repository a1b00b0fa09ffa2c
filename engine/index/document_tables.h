// The sections that hold lost documents and the ways to look any document up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "index/file_format.h"
#include "index/section_file.h"
#include "index/string_pool.h"

namespace darvaza::index {

class DocumentTables {
 public:
  explicit DocumentTables(StringPool& strings) : strings_(strings) {}

  void add(const LostDocument& document);
  std::uint64_t size() const { return lost_.size(); }

  /// Hands everything over, with the numbers of `person_documents` among the others.
  void finish(std::span<const PersonDocumentRecord> person_documents, Sections& sections);

 private:
  void file(StringRef listed, std::uint32_t record);
  void file_lost(std::uint32_t record);

  StringPool& strings_;
  std::vector<LostDocumentRecord> lost_;
  std::vector<NumberRecord> exact_, folded_;
  std::vector<RangeRecord> ranges_;
};

}  // namespace darvaza::index
