#include "manifests/glued_titles.h"

#include <algorithm>
#include <iterator>

#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// AIRIMP §3 (titles in name elements), as airlines' systems write them. Longer ones come first, so
/// that "MRS" is not taken for "MR" and an S.
constexpr std::string_view kTitles[] = {"MASTER", "MSTR", "MISS", "PROF", "CAPT",
                                        "LADY",   "LORD", "MRS",  "CHD",  "INF",
                                        "REV",    "SIR",  "MR",   "MS",   "DR"};
/// Those that are also put in front.
constexpr std::string_view kLeadingTitles[] = {"MISS", "MRS", "MR", "MS", "DR"};
constexpr std::size_t kLeastLeft = 2;
constexpr std::size_t kLeastLeftBehind = 3;  ///< "DR" + "EW" is no title
constexpr std::size_t kTitlesOnAName = 2;    ///< "JOHNMRDR"

std::string_view cut_ending(std::string_view word) {
  for (std::size_t cut = 0; cut < kTitlesOnAName; ++cut) {
    const auto* title = std::find_if(std::begin(kTitles), std::end(kTitles), [&](auto t) {
      return word.size() >= t.size() + kLeastLeft && word.ends_with(t);
    });
    if (title == std::end(kTitles)) break;
    word.remove_suffix(title->size());
  }
  return word;
}

std::string_view cut_beginning(std::string_view word) {
  const auto* title = std::find_if(
      std::begin(kLeadingTitles), std::end(kLeadingTitles),
      [&](auto t) { return word.size() >= t.size() + kLeastLeftBehind && word.starts_with(t); });
  if (title != std::end(kLeadingTitles)) word.remove_prefix(title->size());
  return word;
}

}  // namespace

std::string without_glued_titles(std::string_view given_names) {
  const std::string capitals = to_upper(given_names);
  std::string result;
  for (std::string_view rest = capitals; !rest.empty();) {
    const auto begin = std::find_if_not(rest.begin(), rest.end(), is_blank);
    rest.remove_prefix(static_cast<std::size_t>(begin - rest.begin()));
    const auto end = std::find_if(rest.begin(), rest.end(), is_blank);
    std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(word.size());
    const bool title = std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
    if (word.empty() || title) continue;
    if (result.empty()) word = cut_beginning(word);
    word = cut_ending(word);
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result.empty() ? std::string(given_names) : result;
}

}  // namespace darvaza::manifests
