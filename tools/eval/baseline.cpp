#include "eval/baseline.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include <fmt/core.h>

#include "eval/baselines/double_metaphone.h"
#include "eval/baselines/edit_distance.h"
#include "eval/baselines/jaro_winkler.h"
#include "eval/baselines/soundex.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::eval {
namespace {

PreparedName::Code as_code(std::string_view letters) {
  PreparedName::Code code = 0;
  for (const char c : letters) code = code << 8 | static_cast<unsigned char>(c);
  return code;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == U'\u2018' || c == U'\u2019' || c == U'\u02BC' ||
         c == U'\u02BE' || c == U'\u02BF';
}

std::vector<std::u32string> words_of(std::u32string_view text) {
  std::vector<std::u32string> words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char32_t c : text) {
    const bool ascii_word = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    if (ascii_word || (c >= 0x80 && !is_apostrophe(c))) {
      word += c;
    } else if (!is_apostrophe(c)) {
      end_word();
    }
  }
  end_word();
  return words;
}

std::u32string joined(const std::vector<std::u32string>& words) {
  std::u32string text;
  for (const std::u32string& word : words) {
    if (!text.empty()) text += U' ';
    text += word;
  }
  return text;
}

double exact(const PreparedName& a, const PreparedName& b) { return a.letters == b.letters; }

double levenshtein(const PreparedName& a, const PreparedName& b) {
  return baselines::as_similarity(baselines::levenshtein(a.letters, b.letters), a.letters,
                                  b.letters);
}

double damerau_levenshtein(const PreparedName& a, const PreparedName& b) {
  return baselines::as_similarity(baselines::damerau_levenshtein(a.letters, b.letters), a.letters,
                                  b.letters);
}

double jaro_winkler(const PreparedName& a, const PreparedName& b) {
  return baselines::jaro_winkler(a.letters, b.letters);
}

double sorted_jaro_winkler(const PreparedName& a, const PreparedName& b) {
  return baselines::jaro_winkler(a.sorted, b.sorted);
}

double trigram(const PreparedName& a, const PreparedName& b) {
  return baselines::trigram_similarity(a.trigrams, b.trigrams);
}

double dice(std::size_t shared, std::size_t a, std::size_t b) {
  return a + b == 0 ? 0 : 2 * static_cast<double>(shared) / static_cast<double>(a + b);
}

double soundex(const PreparedName& a, const PreparedName& b) {
  std::size_t shared = 0;
  for (auto i = a.soundex.begin(), j = b.soundex.begin();
       i != a.soundex.end() && j != b.soundex.end();) {
    shared += *i == *j;
    const bool step_i = *i <= *j, step_j = *j <= *i;
    i += step_i;
    j += step_j;
  }
  return dice(shared, a.soundex.size(), b.soundex.size());
}

bool sound_alike(const PreparedName::Metaphone& a, const PreparedName::Metaphone& b) {
  return a.primary == b.primary || a.primary == b.secondary || a.secondary == b.primary ||
         a.secondary == b.secondary;
}

/// Words are paired in their order, each with the first that is free and sounds alike.
double double_metaphone(const PreparedName& a, const PreparedName& b) {
  constexpr std::size_t kMostWords = 64;
  std::uint64_t taken = 0;
  std::size_t shared = 0;
  const std::size_t columns = std::min(b.metaphones.size(), kMostWords);
  for (const PreparedName::Metaphone& word : a.metaphones) {
    for (std::size_t j = 0; j < columns; ++j) {
      if ((taken >> j & 1U) != 0 || !sound_alike(word, b.metaphones[j])) continue;
      taken |= std::uint64_t{1} << j;
      ++shared;
      break;
    }
  }
  return dice(shared, a.metaphones.size(), b.metaphones.size());
}

/// The least difference of birth years; nothing to say when one side states none.
int years_apart(const PreparedName& a, const PreparedName& b) {
  int least = std::numeric_limits<int>::max();
  for (const BirthDate& first : a.births) {
    for (const BirthDate& second : b.births) {
      const int before = second.first.year - first.last.year;
      const int behind = first.first.year - second.last.year;
      least = std::min(least, std::max({before, behind, 0}));
    }
  }
  return least == std::numeric_limits<int>::max() ? 0 : least;
}

bool same_birth_date(const PreparedName& a, const PreparedName& b) {
  for (const BirthDate& date : a.births) {
    const bool stated = !date.is_range() && date.first.full();
    if (stated && std::find(b.births.begin(), b.births.end(), date) != b.births.end()) return true;
  }
  return false;
}

/// What GTAS, the passenger screening that the US give to other States, does by default: names
/// whose Jaro-Winkler similarity reaches 0.95 are a hit if their words have the same primary Double
/// Metaphone codes, or if the birth dates are the same; birth years may be 3 apart. A date that is
/// not known rules nothing out here.
double gtas(const PreparedName& a, const PreparedName& b) {
  constexpr double kThreshold = 0.95;
  constexpr int kYears = 3;
  if (years_apart(a, b) > kYears) return 0;
  const bool same_sounds =
      std::equal(a.metaphones.begin(), a.metaphones.end(), b.metaphones.begin(), b.metaphones.end(),
                 [](const auto& x, const auto& y) { return x.primary == y.primary; });
  if (!same_sounds && !same_birth_date(a, b)) return 0;
  const double similarity = jaro_winkler(a, b);
  return similarity >= kThreshold ? similarity : 0;
}

constexpr Baseline kBaselines[] = {
    {"exact", "1 when both names are the same, otherwise 0", exact},
    {"levenshtein", "1 - Levenshtein distance / length of the longer name", levenshtein},
    {"damerau-levenshtein", "1 - Damerau-Levenshtein distance / length of the longer name",
     damerau_levenshtein},
    {"jaro-winkler", "Jaro-Winkler similarity of the whole names", jaro_winkler},
    {"sorted-jaro-winkler", "Jaro-Winkler similarity with words in alphabetical order",
     sorted_jaro_winkler},
    {"soundex", "share of words with the same Soundex code (Dice)", soundex},
    {"double-metaphone", "share of words with a Double Metaphone code in common (Dice)",
     double_metaphone},
    {"trigram", "share of trigrams in common, as PostgreSQL's pg_trgm has it", trigram},
    {"gtas",
     "GTAS's rule: Jaro-Winkler from 0.95 on, same Double Metaphone codes, birth years within 3",
     gtas},
};

}  // namespace

PreparedName NamePreparer::prepare(std::string_view name, std::vector<BirthDate> births) const {
  PreparedName prepared;
  const std::string latin = romaniser_.romanise(name.substr(0, text::kMaxNameBytes));
  std::vector<std::u32string> words = words_of(text::decode_utf8(latin));
  prepared.letters = joined(words);
  prepared.trigrams = baselines::trigrams(prepared.letters);
  for (const std::u32string& word : words) {
    const std::string utf8 = text::encode_utf8(word);
    const std::string code = baselines::soundex(utf8);
    if (!code.empty()) prepared.soundex.push_back(as_code(code));
    const baselines::MetaphoneCodes codes = baselines::double_metaphone(utf8);
    prepared.metaphones.push_back({as_code(codes.primary), as_code(codes.secondary)});
  }
  std::sort(prepared.soundex.begin(), prepared.soundex.end());
  std::sort(words.begin(), words.end());
  prepared.sorted = joined(words);
  prepared.births = std::move(births);
  return prepared;
}

std::span<const Baseline> all_baselines() { return kBaselines; }

Result<std::vector<Baseline>> find_baselines(std::string_view names) {
  if (names == "all") return std::vector<Baseline>(std::begin(kBaselines), std::end(kBaselines));
  std::vector<Baseline> found;
  if (names == "none") return found;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(','), names.size());
    const std::string_view name = names.substr(0, end);
    const auto baseline = std::find_if(std::begin(kBaselines), std::end(kBaselines),
                                       [&](const Baseline& b) { return b.name == name; });
    if (baseline == std::end(kBaselines)) {
      std::string known;
      for (const Baseline& b : kBaselines) known += fmt::format("{}, ", b.name);
      return fail(ErrorCode::usage,
                  fmt::format("--baselines: unknown '{}'; expected {}all or none", name, known));
    }
    found.push_back(*baseline);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return found;
}

}  // namespace darvaza::eval
