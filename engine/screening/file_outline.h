// What of one file of a set tells which travellers may be in it, without the rest of the set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/fact_codes.h"
#include "index/index_set.h"
#include "names/presence_bound.h"

namespace darvaza::screening {

/// A listed name as far as its words and the facts beside them may agree with anybody.
struct OutlinedName {
  index::NameId name = 0;
  index::StateNumber state = index::kAnyState;  ///< as postings say, where any do
  index::YearCode year = index::kAnyYear;
  index::DayCode day = index::kNoDay;
  bool has_terms = false;         ///< of its entry: not everybody may see it
  names::Millinats initials = 0;  ///< the most that they can give, with any words
  names::PresentSounds sounds{};  ///< of all its words
};

/// Immutable; for many threads. Takes some 200 bytes a name.
class FileOutline {
 public:
  /// Borrows from the set. Costs a look at every name of the file.
  FileOutline(const index::IndexSet& set, std::size_t file);

  /// Whether the file is small beside the set: otherwise a search of it takes no longer than this.
  static bool is_worth_it(const index::IndexSet& set, std::size_t file);

  std::uint32_t part() const { return part_; }
  const index::Index& index() const { return index_; }
  std::uint64_t name_count() const { return name_count_; }  ///< of the whole set
  /// By token of the part's dictionary: in how many names of the whole set just this token is. Words like it are at least as common as it
  /// and they together.
  std::span<const std::uint32_t> frequencies() const { return frequencies_; }
  const std::vector<OutlinedName>& names() const { return names_; }
  /// The names (places in names()) to which postings of a token lead ...
  std::span<const std::uint32_t> found_by(index::TokenId token) const { return found_by_.of(token); }
  /// ... and those that hold it, in whatever role.
  std::span<const std::uint32_t> holders(index::TokenId token) const { return holders_.of(token); }
  /// The place in names() of a name, or none().
  std::uint32_t place_of(index::NameId name) const { return places_[name]; }
  static constexpr std::uint32_t none() { return ~std::uint32_t{0}; }

 private:
  struct ByToken {
    std::vector<std::uint32_t> begin = {0}, places;
    void add(std::span<const std::uint32_t> more) {
      places.insert(places.end(), more.begin(), more.end());
      begin.push_back(static_cast<std::uint32_t>(places.size()));
    }
    std::span<const std::uint32_t> of(index::TokenId token) const { return std::span(places).subspan(begin[token], begin[token + 1] - begin[token]); }
  };

  const index::Index& index_;
  std::uint32_t part_;
  std::uint64_t name_count_;
  std::vector<std::uint32_t> frequencies_, places_;
  std::vector<OutlinedName> names_;
  ByToken found_by_, holders_;
};

}  // namespace darvaza::screening
