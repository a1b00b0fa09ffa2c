// The listed persons themselves, by their identifiers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/entry_terms.h"
#include "darvaza/error.h"
#include "index/index_set.h"

namespace darvaza::daemon {

/// A listed person: an index, valid as long as the Entries, and which of its entries.
struct ListedPerson {
  const index::Index& index;
  index::EntryId entry = 0;
};

/// One version of the lists. Immutable once made.
class Entries {
 public:
  /// Opens the indexes, as Screener does, and sorts their entries by identifier, which takes a second for a million.
  /// Errors: those of Screener::open.
  static Result<std::shared_ptr<const Entries>> open(std::span<const std::filesystem::path> paths);

  const std::string& digest() const { return digest_; }
  /// The first entry of this identifier that `post` may see, of `list`, or of all lists when it is
  /// empty.
  std::optional<ListedPerson> find(const Post& post, std::string_view id,
                                   std::string_view list = {}) const;
  /// Likewise, of the entries of `list` with this identifier, which nothing makes unique, one that bears `name`; the first where none does.
  std::optional<ListedPerson> find_named(const Post& post, std::string_view id, std::string_view list, std::string_view name) const;
  /// All of them.
  std::vector<ListedPerson> find_all(const Post& post, std::string_view id, std::string_view list) const;
  /// The only one that bears `name`; nothing where several do.
  std::optional<ListedPerson> find_only_bearer(const Post& post, std::string_view id, std::string_view list, std::string_view name) const;
  /// The one entry of this list and identifier, whoever may see it. Nothing makes the pair unique:
  /// where several have it, it names none of them.
  std::optional<ListedPerson> find_only(std::string_view list, std::string_view id) const;

 private:
  struct Place {
    std::uint32_t part = 0;
    index::EntryId entry = 0;
  };
  explicit Entries(index::IndexSet set);
  std::optional<ListedPerson> find_first(const Post& post, std::string_view id, std::string_view list, auto is_meant) const;
  bool bears(const Place& place, std::string_view name) const;
  const index::Index& index_of(const Place& place) const { return *set_.parts()[place.part].index; }
  /// Where those of this identifier begin; they end where another follows.
  std::vector<Place>::const_iterator first_of(std::string_view id) const;

  index::IndexSet set_;
  std::string digest_;
  std::vector<Place> by_id_;  ///< those that are still listed
};

}  // namespace darvaza::daemon
