// The listed persons themselves, by their identifiers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "index/index.h"

namespace darvaza::daemon {

/// One version of the lists. Immutable once made.
class Entries {
 public:
  /// Opens the index and sorts its entries by identifier, which takes a second for a million.
  /// Errors: those of Index::open.
  static Result<std::shared_ptr<const Entries>> open(const std::filesystem::path& path);

  const std::string& digest() const { return digest_; }
  /// The entry of this identifier; of several lists that have one, the first of `list`, or of all
  /// when it is empty.
  std::optional<index::EntryId> find(std::string_view id, std::string_view list = {}) const;
  const index::Index& index() const { return index_; }

 private:
  explicit Entries(index::Index index);

  index::Index index_;
  std::string digest_;
  std::vector<index::EntryId> by_id_;
};

}  // namespace darvaza::daemon
