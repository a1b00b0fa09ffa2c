#include "names/syllabic_names.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "names/log_odds.h"
#include "names/name_alignment.h"
#include "names/syllable_spellings.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

/// -ln of the share of travellers who are of one country: one in seven (0009-common-names.md).
constexpr Millinats kCountry = 2000;
/// People of whom shares are told.
constexpr std::uint64_t kPeople = 10'000;
/// The longest syllable has six sounds ("gyeong"), the longest family name of two syllables eight.
constexpr std::size_t kMostSounds = 14;
/// Given names of more are none.
constexpr std::size_t kMostSyllables = 4;

Millinats rarity_of(std::uint64_t share, std::uint64_t of) { return log_millinats(of) - log_millinats(std::min(share, of)); }

/// A letter of two sounds where one syllable ends and the next begins ("yong", "hui") is two letters.
Sounds apart(const Sounds& sounds) {
  Sounds out(sounds.system());
  for (const Sound s : sounds) {
    if (s == Sound::gh) out.push_back(Sound::g);
    if (s == Sound::kh && sounds.system() == WritingSystem::latin) out.push_back(Sound::k);
    if (s == Sound::th) out.push_back(Sound::t);
    const bool is_two = s == Sound::gh || s == Sound::th || (s == Sound::kh && sounds.system() == WritingSystem::latin);
    out.push_back(is_two ? Sound::h : s);
  }
  return out;
}

Sounds part(const Sounds& sounds, std::size_t begin, std::size_t end) {
  Sounds out(sounds.system());
  for (std::size_t i = begin; i < end; ++i) out.push_back(sounds[i]);
  return out;
}

/// Spellings with the share of those who bear one that sounds so.
class Shares {
 public:
  void add(const Sounds& sounds, std::uint32_t share) {
    if (!sounds.empty()) shares_.emplace_back(apart(sounds), share);
  }
  /// What sounds alike is one. To be called once, after the last `add`.
  void settle() {
    std::sort(shares_.begin(), shares_.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      if (kept != 0 && shares_[kept - 1].first == shares_[i].first) {
        shares_[kept - 1].second += shares_[i].second;
      } else {
        shares_[kept++] = shares_[i];
      }
    }
    shares_.resize(kept);
  }
  std::uint64_t of(const Sounds& sounds) const {
    const auto at = std::lower_bound(shares_.begin(), shares_.end(), sounds, [](const auto& entry, const Sounds& s) { return entry.first < s; });
    return at != shares_.end() && at->first == sounds ? at->second : 0;
  }

 private:
  std::vector<std::pair<Sounds, std::uint32_t>> shares_;
};

/// One spelling after the other of a list like "gim,kim 2154 lee 1473".
template <typename F>
void for_each_entry(std::string_view list, F visit) {
  while (!list.empty()) {
    const auto blank = list.find(' ');
    const std::string_view spellings = list.substr(0, blank);
    list.remove_prefix(blank + 1);
    const auto end = std::min(list.find(' '), list.size());
    std::uint32_t share = 0;
    for (const char digit : list.substr(0, end)) share = share * 10 + static_cast<std::uint32_t>(digit - '0');
    list.remove_prefix(std::min(end + 1, list.size()));
    visit(spellings, share);
  }
}

struct Given {
  std::uint64_t share = 0;  ///< of kPeople, or of its square for two syllables; 0: not a given name of the country
  std::size_t syllables = 0;

  Millinats rarity() const { return rarity_of(share, syllables == 1 ? kPeople : kPeople * kPeople); }
};

class Country {
 public:
  Country(const SyllablesOfCountry& table, WritingSystem own, std::vector<std::u32string> (*spellings)(std::string_view)) : table_(table) {
    for_each_entry(table.syllables, [&](std::string_view syllable, std::uint32_t share) { add(syllable, own, share, spellings, syllables_); });
    for_each_entry(table.family_names, [&](std::string_view names, std::uint32_t share) {
      std::vector<Sounds> known;  // spellings of one name that sound alike count once
      for (std::string_view rest = names; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        for (const Sounds& sounds : sounds_of(rest.substr(0, end), own, spellings)) {
          if (std::find(known.begin(), known.end(), sounds) == known.end()) known.push_back(sounds);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      for (const Sounds& sounds : known) family_names_.add(sounds, share);
    });
    syllables_.settle();
    family_names_.settle();
  }

  /// Sets `found`, and `least` to the sum of its rarities, where the name is one of this country and likelier than `least`.
  void look(std::span<const Token> tokens, SyllabicName& found, Millinats& least) const {
    for (std::size_t family = 0; family < tokens.size(); ++family) {
      if (tokens[family].role != TokenRole::name) continue;
      const std::uint64_t share = family_names_.of(tokens[family].sounds);
      if (share != 0) try_family(tokens, family, share, found, least);
    }
  }

 private:
  using Spellings = std::vector<std::u32string> (*)(std::string_view);

  static std::vector<Sounds> sounds_of(std::string_view syllable, WritingSystem own, Spellings spellings) {
    const Sounds latin = romanize::romanize(std::u32string(syllable.begin(), syllable.end()));
    std::vector<Sounds> all{latin, latin.in(own)};
    for (const std::u32string& spelling : spellings(syllable)) {
      const Sounds sounds = romanize::romanize(spelling);
      if (std::find(all.begin(), all.end(), sounds) == all.end()) all.push_back(sounds);
    }
    return all;
  }

  static void add(std::string_view syllable, WritingSystem own, std::uint32_t share, Spellings spellings, Shares& out) {
    for (const Sounds& sounds : sounds_of(syllable, own, spellings)) out.add(sounds, share);
  }

  Given given(const Sounds& written) const {
    if (written.size() > kMostSounds) return {};
    const Sounds sounds = apart(written);
    if (const std::uint64_t share = syllables_.of(sounds)) return {share, 1};
    Given two{0, 2};
    for (std::size_t at = 1; at < sounds.size(); ++at) {
      const std::uint64_t first = syllables_.of(part(sounds, 0, at));
      if (first != 0) two.share += first * syllables_.of(part(sounds, at, sounds.size()));
    }
    return two;
  }

  void try_family(std::span<const Token> tokens, std::size_t family, std::uint64_t share, SyllabicName& found, Millinats& least) const {
    SyllabicName name{true, {}};
    Millinats sum = name.most[family] = kCountry + rarity_of(share, kPeople);
    std::size_t syllables = 0, only = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i == family) continue;
      if (tokens[i].role != TokenRole::name) {
        name.most[i] = kTooFar;
        continue;
      }
      const Given part = given(tokens[i].sounds);
      // What is rarer than a name counts at most would rather be another country's, read as syllables: Ali as 아리.
      if (part.share == 0 || part.rarity() > most_gain(TokenRole::name)) return;
      syllables += part.syllables;
      only = i;
      sum += name.most[i] = part.rarity();
    }
    if (syllables == 0 || syllables > kMostSyllables) return;
    if (syllables == 1) sum += name.most[only] += table_.one_syllable;
    if (sum >= least) return;
    least = sum;
    found = name;
  }

  const SyllablesOfCountry& table_;
  Shares family_names_, syllables_;
};

/// A Korean syllable of one Cyrillic letter, which would pass for an initial: Ким Ё Чжон.
bool is_syllable_alone(const Token& token) {
  constexpr std::string_view kAlone[] = {"ё", "е", "и", "о", "у", "ю", "э"};
  return token.role == TokenRole::initial && std::find(std::begin(kAlone), std::end(kAlone), token.text) != std::end(kAlone);
}

}  // namespace

SyllabicName syllabic_name(std::span<const Token> tokens) {
  static const Country kKorea(korean_syllables(), WritingSystem::hangul, korean_spellings);
  static const Country kChina(chinese_syllables(), WritingSystem::han, chinese_spellings);
  SyllabicName found;
  if (tokens.size() < 2 || tokens.size() > kMostSyllabic) return found;
  if (std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.cut; })) return found;
  Millinats least = kTooFar;
  kKorea.look(tokens, found, least);
  kChina.look(tokens, found, least);
  return found;
}

void name_syllables(std::span<Token> tokens) {
  if (tokens.size() > kMostSyllabic) return;
  std::array<TokenRole, kMostSyllabic> roles{};
  bool any = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    roles[i] = tokens[i].role;
    if (roles[i] != TokenRole::particle && !is_syllable_alone(tokens[i])) continue;
    any = true;
    tokens[i].role = TokenRole::name;
  }
  if (!any || syllabic_name(tokens).is_one) return;
  for (std::size_t i = 0; i < tokens.size(); ++i) tokens[i].role = roles[i];
}

std::vector<std::u32string> chinese_syllable_groups() {
  std::set<std::string_view> syllables;
  for (const std::string_view list : {chinese_syllables().family_names, chinese_syllables().syllables}) {
    for_each_entry(list, [&](std::string_view syllable, std::uint32_t) { syllables.insert(syllable); });
  }
  std::vector<std::u32string> groups;
  for (const std::string_view syllable : syllables) {
    std::u32string group(syllable.begin(), syllable.end());
    for (const std::u32string& spelling : chinese_spellings(syllable)) group += U' ' + spelling;
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace darvaza::names
