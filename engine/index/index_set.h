// Several indexes searched as one: a large one and what changed since, or one a list.
//
// The files come in the order of age. An entry takes the place of all entries of the same list and
// identifier in the files before its own, and a removal takes them out; the same of lost documents,
// which have no identifier, with all that is listed of them. What remains is searched as if one
// index had been built of it: tokens are as rare as in all files together.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/error.h"
#include "index/index.h"
#include "index/string_pool.h"

namespace darvaza::index {

class IndexBuilder;

/// A file of the set, or several small ones made one in memory, so that a search does not pay for
/// each.
struct SetPart {
  std::shared_ptr<const Index> index;
  std::vector<bool> superseded;  ///< by entry; empty: none is
  std::vector<std::uint32_t>
      frequencies;  ///< in how many of its remaining names each token is; empty: as the index says
  bool shares_states = false;  ///< its States have the numbers of those of the first part

  bool is_current(EntryId entry) const { return superseded.empty() || !superseded[entry]; }
  std::span<const std::uint32_t> token_frequencies() const {
    return frequencies.empty() ? index->token_frequencies() : frequencies;
  }
};

/// A file, and where its entries are: those from `first` to before `end` in a part.
struct FileInSet {
  std::shared_ptr<const Index> index;  ///< as it was opened
  std::string path;                    ///< for messages
  std::size_t part = 0;
  EntryId first = 0, end = 0;
};

/// Immutable; const members may be called from many threads at once.
class IndexSet {
 public:
  /// Files beside the largest with so few entries and lost documents together are made anew as one.
  static constexpr std::uint64_t kMostMerged = 50'000;

  /// At least one file, the oldest first. Costs a look at every identifier and the building of
  /// small files; with one file that removes nothing of its own, nothing. Where their entries are
  /// is filled in. Errors: those of IndexBuilder::build.
  static Result<IndexSet> of(std::vector<FileInSet> files);

  std::span<const SetPart> parts() const { return parts_; }
  std::span<const FileInSet> files() const { return files_; }
  /// One part that is searched as it was built.
  bool is_plain() const { return parts_.size() == 1 && parts_.front().superseded.empty(); }
  /// Those that remain, and their names.
  std::uint64_t entry_count() const { return entry_count_; }
  std::uint64_t name_count() const { return name_count_; }
  /// Lists in the order in which files name them: the order in which equal candidates stand.
  std::size_t rank_of_list(std::string_view list) const;
  /// On what terms the lost documents of a list are shared: as the newest file says that says
  /// anything.
  EntryTerms terms_of_list(std::string_view list) const;
  /// Whether a lost document that was found in a part is still listed.
  bool is_current(std::size_t part, const LostDocument& document) const;

  /// Adds all that remains to a builder, by list and identifier, and the terms of lists: one index
  /// of the same answers. Sources are left to the caller.
  void add_to(IndexBuilder& builder) const;

 private:
  static constexpr std::size_t kMerged = ~std::size_t{0};
  using Superseded = std::vector<bool>;

  void rank_lists();
  void find_superseded();
  void find_removed_documents();
  std::vector<std::size_t> small_files() const;
  Result<void> merge(std::span<const std::size_t> small);
  void add_part(std::shared_ptr<const Index> index, Superseded superseded, std::size_t file);
  void add_documents(IndexBuilder& builder, std::span<const std::size_t> of_files) const;
  bool is_removed_after(std::size_t file, const LostDocument& document) const;

  std::vector<SetPart> parts_;
  std::vector<FileInSet> files_;
  std::vector<Superseded> superseded_;     ///< by file, also of those that were made one
  std::vector<std::size_t> file_of_part_;  ///< or kMerged
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> ranks_;
  std::vector<std::size_t> first_file_of_list_;  ///< by rank
  std::unordered_map<std::string, std::size_t>
      removed_documents_;  ///< the last file that takes it out
  std::uint64_t entry_count_ = 0, name_count_ = 0;
};

}  // namespace darvaza::index
