#include "screening/asked_name.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "names/role_words.h"
#include "names/second_halves.h"
#include "names/syllabic_names.h"
#include "text/utf8.h"

namespace darvaza::screening {
namespace {

using names::Millinats;
using romanize::Sounds;

/// Neighbours as short as this are rather pieces of one word than names: "Man Nan" for "Mannan".
constexpr std::size_t kMostSoundsOfPiece = 3;
/// Two names written together have at least so many sounds, "AslanQamar", fewer where vowels are left out, and hardly any single one is like them.
constexpr std::size_t shortest_run_together(romanize::WritingSystem system) {
  return romanize::leaves_vowels_out(system) ? 6 : 7;
}
/// Ali, Khan, Muhammad are worth less.
constexpr Millinats kWorthOfUncommon = 4000;
constexpr Millinats kLikeRunTogether = 5000;

/// The word as which neighbours are looked up: a sound that ends one word and begins the next is written once, in Arabic letters as well, whose
/// words keep two (مک کالوم, McCallum).
Sounds looked_up_as(std::span<const Sounds* const> words) {
  for (std::size_t count = 2; count <= words.size(); ++count) {
    if (names::ends_in_second_half(words.first(count))) return names::as_one_word(words);
  }
  Sounds joined = *words.front();
  for (const Sounds* next : words.subspan(1)) {
    for (std::size_t i = 0; i < next->size(); ++i) {
      if (i != 0 || joined.back() != (*next)[0]) joined.push_back((*next)[i]);
    }
  }
  return joined;
}

int names_in(std::span<const names::Token> tokens) {
  return static_cast<int>(std::count_if(tokens.begin(), tokens.end(), [](const names::Token& token) { return token.role == names::TokenRole::name; }));
}

}  // namespace

void AskedName::assign(const index::Index& index, names::PersonName name, index::TokenLookups& lookups) {
  find_tokens(index, std::move(name), lookups);
  finish(lookups);
}

void AskedName::find_tokens(const index::Index& index, names::PersonName name, index::TokenLookups& lookups) {
  name_ = std::move(name);
  meetings_->forget();
  used_ = 0;
  // Spans into lookups point to their own memory, which does not move with them.
  lookups_.reserve(name_.tokens.size() * (1 + names::kMostJoined));
  for (const names::Token& token : name_.tokens) {
    index::TokenLookup& lookup = next_lookup();
    const auto known = token.cut ? std::nullopt : index.dictionary().find(token.sounds);
    if (known) {
      index.stored_lookup(*known, lookup);
    } else {
      lookups.look_up(token.sounds, token.cut, lookup);
    }
  }
}

void AskedName::finish(index::TokenLookups& lookups) {
  used_ = name_.tokens.size();
  weigh_tokens();
  look_up_joined(lookups);
  look_up_halves(lookups);
}

index::TokenLookup& AskedName::next_lookup() {
  if (used_ == lookups_.size()) lookups_.emplace_back();
  return lookups_[used_++];
}

void AskedName::weigh_tokens() {
  tokens_.clear();
  parts_.clear();
  const names::SyllabicName syllabic = names::syllabic_name(name_.tokens);
  for (std::size_t i = 0; i < name_.tokens.size(); ++i) {
    const names::Token& token = name_.tokens[i];
    const index::TokenLookup& lookup = lookups_[i];
    const Millinats rarity = syllabic.bound(i, lookup.rarity);
    tokens_.push_back({&token.sounds, token.role, token.cut, rarity, 0, lookup.similar, syllabic.is_one, token.apart, token.glued});
    parts_.push_back({token.role, false, std::min(rarity, names::most_gain(token.role)), lookup.similar, std::uint64_t{1} << i,
                      token.role == names::TokenRole::name, &token.sounds, names::consonant_classes(token.sounds),
                      token.role == names::TokenRole::name && names::is_surname_too(text::decode_utf8(token.text))});
  }
}

/// Neighbours that the list may have as one word: "Ali Reza" for "Alireza".
void AskedName::look_up_joined(index::TokenLookups& lookups) {
  joined_.clear();
  const std::span<const names::Token> tokens = name_.tokens;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    std::array<const Sounds*, names::kMostJoined> words{&tokens[begin].sounds};
    Millinats worth = parts_[begin].worth;  // as alignment counts it
    for (std::size_t count = 2; count <= names::kMostJoined && begin + count <= tokens.size(); ++count) {
      const std::size_t last = begin + count - 1;
      const Sounds& next = tokens[last].sounds;
      if (next.system() != words[0]->system() || tokens[last].cut || tokens[last].apart) break;
      words[count - 1] = &next;
      const Sounds joined = looked_up_as(std::span(words).first(count));
      worth = std::min(worth + parts_[last].worth, names::most_gain(names::TokenRole::name));
      index::TokenLookup& lookup = next_lookup();
      const auto parts = tokens.subspan(begin, count);
      const bool has_particle = std::any_of(parts.begin(), parts.end(), [](const names::Token& token) { return token.role == names::TokenRole::particle; });
      const bool is_in_pieces = std::all_of(parts.begin(), parts.end(), [](const names::Token& token) { return token.sounds.size() <= kMostSoundsOfPiece; });
      const bool may_differ = has_particle || is_in_pieces || names::may_be_glued(next) || names::ends_in_second_half(std::span(words).first(count)) || is_broken(begin, count);
      may_differ ? lookups.look_up_joined(joined, lookup) : lookups.look_up_near(joined, lookup);
      if (lookup.similar.empty()) {
        --used_;
        continue;
      }
      joined_.push_back({names::TokenRole::name, has_particle, worth, lookup.similar, ((std::uint64_t{1} << count) - 1) << begin,
                         names_in(parts), nullptr, names::consonant_classes(joined)});
    }
  }
}

/// Whether these are rather one word than names: a piece beside something that nobody bears, "Ma kshadoglu".
bool AskedName::is_broken(std::size_t begin, std::size_t count) const {
  bool has_piece = false, is_unknown = false;
  for (std::size_t i = begin; i < begin + count; ++i) {
    has_piece = has_piece || name_.tokens[i].sounds.size() <= kMostSoundsOfPiece;
    is_unknown = is_unknown || (name_.tokens[i].sounds.size() > kMostSoundsOfPiece && !index::is_borne(parts_[i]));
  }
  return has_piece && is_unknown;
}

/// A name of one part may be two words in the list: "Alireza", Ali Reza. Beside another part that says something of
/// itself the search sees that; beside common ones it is looked for in words that nobody bears, and in long words that are like no
/// other: for all words, measured, it took longer than all else.
void AskedName::look_up_halves(index::TokenLookups& lookups) {
  halves_.clear();
  const bool is_only_name = names_in(name_.tokens) == 1;
  for (std::size_t i = 0; i < name_.tokens.size(); ++i) {
    const names::Token& token = name_.tokens[i];
    if (!index::leads(token.role) || token.cut || token.sounds.size() < index::kShortestToSplit) continue;
    const bool is_like_no_other = token.sounds.size() >= shortest_run_together(token.sounds.system()) && !index::is_borne(parts_[i], kLikeRunTogether);
    if (token.glued || is_only_name || is_like_no_other || (stands_beside_common(i) && !index::is_borne(parts_[i]))) halves_.cut(parts_[i], lookups);
  }
}

/// Whether no other part says enough to lead to the name by itself.
bool AskedName::stands_beside_common(std::size_t part) const {
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (i != part && index::leads(parts_[i].role) && parts_[i].worth >= kWorthOfUncommon) return false;
  }
  return true;
}

}  // namespace darvaza::screening
