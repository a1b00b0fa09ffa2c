// The sections that hold lost documents and the ways to look any document up.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "index/document_record.h"
#include "index/file_format.h"
#include "index/section_file.h"
#include "index/string_pool.h"

namespace darvaza::index {

/// Holds 14 bytes a document until they are written, whatever the document says; wide ones take more.
class DocumentTables {
 public:
  explicit DocumentTables(StringPool& strings) : strings_(strings) {}

  void add(const LostDocument& document);
  /// Singles and runs, as added.
  std::uint64_t size() const { return lost_; }
  /// Records of the largest table.
  std::uint64_t largest() const { return std::max<std::uint64_t>(filed_, wide_.size()); }

  /// Hands everything over, with the numbers of `person_documents` among the others. The order of adding is kept among
  /// documents of one number.
  void finish(std::span<const PersonDocumentRecord> person_documents, unsigned threads, Sections& sections);

 private:
  /// Documents whose hashes begin alike.
  struct Part {
    std::vector<DocumentRecord> documents;
    std::vector<std::uint8_t> tags;
    std::uint32_t first_bucket = 0;
    std::vector<std::uint32_t> in_bucket;  ///< how many documents, from first_bucket on
  };
  static constexpr std::size_t kParts = 256;
  static constexpr unsigned kPartShift = 56;

  /// Nothing when the facts are new and `most` others are known.
  std::optional<std::uint32_t> number_facts(const CommonFacts& facts, std::size_t most);
  std::uint32_t add_wide(const LostDocument& document);
  void file(std::string_view normalised, const DocumentFields& fields);
  void file_wide(const LostDocument& document, std::string_view normalised);
  std::string normalised_number(std::uint64_t number, std::span<const PersonDocumentRecord> person_documents) const;
  void sort(Part& part, std::span<const PersonDocumentRecord> person_documents, std::uint32_t buckets) const;
  void hand_over(std::uint32_t buckets, Sections& sections);

  StringPool& strings_;
  std::uint64_t lost_ = 0, filed_ = 0;
  std::array<Part, kParts> parts_;
  std::vector<DocumentAttributes> attributes_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> known_facts_;
  std::string facts_key_;
  std::vector<WideDocument> wide_;
  std::vector<RangeRecord> ranges_;
};

}  // namespace darvaza::index
