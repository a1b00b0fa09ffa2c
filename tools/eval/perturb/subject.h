// What a variation changes: how a traveller's name and birth date are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "darvaza/partial_date.h"

namespace darvaza::perturb {

struct Subject {
  std::vector<std::u32string> words;  ///< given names first, then the surname
  std::size_t surname_words =
      1;  ///< how many of `words`, from the end, are the surname; at most all of them
  PartialDate birth_date;

  friend bool operator==(const Subject&, const Subject&) = default;
};

/// A listed name as a traveller would write it: "SURNAME, Given" loses its comma and puts the given
/// names first. Without a comma nobody says which part is the surname; the last word stands for it.
/// Commas within either part are dropped.
Subject subject_of(std::string_view listed_name, PartialDate birth_date);

/// The words with a blank between them.
std::string name_of(const Subject& subject);

/// Either the subject, changed, or why the variation does not apply: one of few texts, to be
/// counted.
using Varied = tl::expected<Subject, std::string_view>;

inline tl::unexpected<std::string_view> does_not_apply(std::string_view why) {
  return tl::unexpected<std::string_view>(why);
}

inline constexpr std::string_view kUnchanged = "changes nothing";
inline constexpr std::string_view kTooFewWords = "too few words";
inline constexpr std::string_view kNoSuchPlace = "no letters that it could change";
inline constexpr std::string_view kOtherScript = "another script";

}  // namespace darvaza::perturb
