#include "manifests/glued_titles.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

/// Letters that stay before a title at the end of given names in a field of their own: "SHAMS" and "QAMR" are names.
struct FieldTitle {
  std::string_view title;
  std::size_t least_left;
};
constexpr FieldTitle kFieldTitles[] = {{"MASTER", 3}, {"MSTR", 3}, {"MISS", 3}, {"MRS", 3}, {"MR", 3}, {"MS", 4}};

/// Of the last word alone; empty: none is there.
std::string without_title_at_end(std::string_view given_names) {
  std::string bare = to_upper(trim(given_names));
  const std::size_t last = bare.find_last_of(' ') + 1;  // 0 where there is no blank
  for (const FieldTitle& known : kFieldTitles) {
    if (!std::string_view(bare).ends_with(known.title) || bare.size() - last < known.title.size() + known.least_left) continue;
    bare.resize(bare.size() - known.title.size());
    return bare;
  }
  return {};
}

}  // namespace

std::optional<TravellerName> read_without_title(const TravellerName& name) {
  if (!name.secondary.empty()) {
    std::string bare = without_title_at_end(name.secondary);
    if (bare.empty()) return std::nullopt;
    return TravellerName{name.primary, std::move(bare), name.may_be_truncated};
  }
  const std::string_view whole = name.primary;
  const std::size_t slash = whole.find('/');
  if (slash == std::string_view::npos) {
    // "DARYAGOZAR NADERMR", "NADER DARYAGOZARMR": either order occurs, so that MS would also be the end of a surname.
    const bool one_word = trim(whole).find(' ') == std::string_view::npos;
    std::string bare = surname_without_title(whole, one_word);
    if (bare.empty()) return std::nullopt;
    return TravellerName{std::move(bare), {}, name.may_be_truncated};
  }
  if (whole.find('/', slash + 1) != std::string_view::npos) return std::nullopt;
  const std::string_view surname = trim(whole.substr(0, slash)), given = trim(whole.substr(slash + 1));
  if (surname.empty() || given.empty()) return std::nullopt;
  std::string bare = without_glued_titles(given);
  if (bare == to_upper(given)) return std::nullopt;
  return TravellerName{std::string(surname), std::move(bare), name.may_be_truncated};
}

std::string surname_without_title(std::string_view surname, bool alone) {
  const bool ends_in_ms = to_upper(trim(surname)).ends_with("MS");  // "WILLIAMS"
  return ends_in_ms && !alone ? std::string() : without_title_at_end(surname);
}

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
