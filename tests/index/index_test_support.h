// Small indexes for tests: fictional persons, a directory that goes away, the bytes of a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "index/candidate_search.h"
#include "index/index.h"
#include "index/index_builder.h"
#include "romanize/pivot.h"
#include "screening/asked_name.h"
#include "temporary_directory.h"

namespace darvaza::index {

using test::TemporaryDirectory;

using Bytes = std::vector<std::byte>;
Bytes read_bytes(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const Bytes& bytes);

/// A person with these names and nothing else.
WatchlistEntry person(std::string id, std::initializer_list<const char*> names);
/// A lost document; `range_end` makes it a run of blanks.
LostDocument lost(std::string number, std::string range_end = {});

/// One record of every kind, every field filled in.
void add_one_of_everything(IndexBuilder& builder);

/// Builds an index with `fill` and opens it; a failure fails the test.
class BuiltIndex {
 public:
  explicit BuiltIndex(const std::function<void(IndexBuilder&)>& fill);
  const Index& operator*() const { return *index_; }
  const Index* operator->() const { return &*index_; }

 private:
  TemporaryDirectory directory_;
  Result<Index> index_;
};

/// The sounds of a word of any script.
romanize::Sounds sounds(std::string_view word);

/// Made-up names of two or three words; the same for the same seed.
std::vector<std::string> made_up_names(std::size_t count, std::uint32_t seed);

/// A name as the search is asked for it; `cut` says that any token may be only the beginning of the one meant.
screening::AskedName asked_name(const Index& index, std::string_view text, bool cut = false);
/// What a listed name weighs against it, without its grade.
names::Millinats name_weight(const Index& index, const screening::AskedName& asked, NameId listed);

/// Bounds of a traveller of whom only the date of birth is known.
FactBounds born_on(const Index& index, PartialDate date);

/// Uses everything that an index offers, so that a sanitizer sees every read. Returns a number that
/// depends on all that was read.
std::uint64_t use_everything(const Index& index);

}  // namespace darvaza::index
