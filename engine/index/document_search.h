// Looking a document up: the steps from a number as presented to what is listed of it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "documents/document_number.h"
#include "index/document_lookup.h"
#include "index/document_record.h"
#include "index/index.h"
#include "index/section_file.h"

namespace darvaza::index {

/// Views into the file: valid as long as it. Thread-safe.
class DocumentSearch {
 public:
  explicit DocumentSearch(const SectionFile& file);

  std::vector<DocumentMatchView> find(std::string_view number, NumberSearch search) const;
  void find(std::span<const std::string_view> numbers, const Index::DocumentVisitor& use) const;

  void for_each_lost(const std::function<void(LostDocument&&)>& use) const;

 private:
  struct Found;

  std::string_view string(StringRef ref) const { return strings_.substr(ref.offset, ref.length); }
  void find_under(std::uint64_t hash, std::string_view normalised, NumberSearch search,
                  std::vector<Found>& found) const;
  void find_read_otherwise(std::string_view normalised, std::vector<Found>& found) const;
  void find_near(std::string_view normalised, std::vector<Found>& found) const;
  void find_ranges(std::string_view normalised, std::vector<Found>& found) const;
  std::vector<Found> find_all(std::string_view normalised, std::uint64_t hash,
                              NumberSearch search) const;
  std::string_view listed_number(const DocumentFields& fields,
                                 std::span<char, documents::kLongestNumber> room,
                                 std::string& long_one) const;

  DocumentMatchView view(const Found& found) const;
  LostDocument wide_document(std::uint32_t number) const;
  CommonFacts facts(std::uint32_t number) const;

  std::string_view strings_;
  DocumentLookup lookup_;
  std::span<const DocumentAttributes> attributes_;
  std::span<const WideDocument> wide_;
  std::span<const RangeRecord> ranges_;
  std::span<const PersonDocumentRecord> person_documents_;
  std::span<const EntryRecord> entries_;
  std::span<const ProfileRecord> profiles_;
};

}  // namespace darvaza::index
