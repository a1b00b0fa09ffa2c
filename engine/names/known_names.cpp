#include "names/known_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names/equivalent_names.h"
#include "names/second_halves.h"
#include "names/skeleton.h"
#include "names/sound_endings.h"
#include "names/surname_endings.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

using romanize::Sounds;
using romanize::WritingSystem;

/// Each name: its spellings, separated by blanks. Pointers: to measure so many strings while it compiles is too much for Clang.
constexpr const char* kNames[] = {
#include "names/known_names.inc"
    "qari қорӣ قاری",  // of too few bearers in the data: as a surname it is not Qazi
};

/// Which sounds are of which names: a hash table.
class KnownNames {
 public:
  KnownNames() : slots_(kSlots, kFree) {
    std::vector<std::pair<std::uint32_t, std::uint16_t>> of_names;  // an entry, a name
    std::u32string letters;
    of_names.reserve(kSlots / 2);
    entries_.reserve(kSlots / 2);
    for (std::uint16_t name = 0; name < std::size(kNames); ++name) {
      for (std::string_view rest = kNames[name]; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        letters.clear();
        for (std::string_view bytes = word; !bytes.empty();) letters += text::take_short_code_point(bytes);
        of_names.emplace_back(entry(sounds_in_one_spelling(letters)), name);
      }
    }
    std::sort(of_names.begin(), of_names.end());
    of_names.erase(std::unique(of_names.begin(), of_names.end()), of_names.end());
    for (const auto& [place, name] : of_names) {
      if (entries_[place].count++ == 0) entries_[place].begin = static_cast<std::uint32_t>(names_.size());
      names_.push_back(name);
    }
  }

  std::span<const std::uint16_t> of(const Sounds& token) const {
    const std::uint32_t place = slots_[slot_of(token)];
    return place == kFree ? std::span<const std::uint16_t>() : std::span(names_).subspan(entries_[place].begin, entries_[place].count);
  }

 private:
  struct Entry {
    Sounds sounds;
    std::uint32_t begin = 0, count = 0;  ///< its names
  };
  static constexpr std::size_t kSlots = 1 << 17;  ///< some four times as many as there are words
  static constexpr std::uint32_t kFree = 0xffff'ffff;

  std::uint32_t entry(const Sounds& sounds) {
    std::uint32_t& place = slots_[slot_of(sounds)];
    if (place == kFree) {
      place = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back({sounds});
    }
    return place;
  }

  /// The slot of these sounds, or the free one where they would be.
  std::size_t slot_of(const Sounds& token) const {
    auto hash = static_cast<std::uint64_t>(token.system());
    for (const romanize::Sound sound : token) hash = (hash ^ static_cast<std::uint64_t>(sound)) * 0x9e37'79b9'7f4a'7c15;
    std::size_t slot = hash >> 32 & (kSlots - 1);
    while (slots_[slot] != kFree && entries_[slots_[slot]].sounds != token) slot = (slot + 1) & (kSlots - 1);
    return slot;
  }

  std::vector<std::uint32_t> slots_;  ///< place in entries_
  std::vector<Entry> entries_;
  std::vector<std::uint16_t> names_;
};

bool share_any(auto a, auto b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

bool writes_vowels(WritingSystem system) { return system == WritingSystem::latin || system == WritingSystem::cyrillic; }

using enum romanize::Sound;

/// The vowels of a word between two of its consonants.
struct Vowels {
  bool front = false, back = false, open = false;
  bool ends_in_glide = false;  ///< ay, ey: always written with a letter
};

/// A word as consonants and the vowels between them. ʿ and the h of the end are passed over: most write neither.
class BetweenConsonants {
 public:
  explicit BetweenConsonants(const Sounds& word) : at_(word.begin()), end_(word.end()) { next(); }
  /// Goes on behind the next consonant; false at the end.
  bool next() {
    vowels_ = {};
    for (; at_ != end_; ++at_) {
      const romanize::Sound sound = *at_;
      vowels_.front = vowels_.front || sound == i || sound == e || sound == y || sound == y_any;
      vowels_.back = vowels_.back || sound == u || sound == o || sound == w_any;
      vowels_.open = vowels_.open || sound == a || sound == o || sound == e;
      if (romanize::is_vowel(sound)) vowels_.ends_in_glide = sound == y_any;
      if (!romanize::is_vowel(sound) && sound != ayn && sound != h_end) {
        ++at_;
        return true;
      }
    }
    return false;
  }
  const Vowels& vowels() const { return vowels_; }  ///< before the consonant that next() passed

 private:
  const romanize::Sound *at_, *end_;
  Vowels vowels_;
};

/// Whether a long vowel that `arabic` writes within the word is one that the other word cannot mean (حسین is not Hassan), or the other has a diphthong that it
/// does not write. Only where both have as many consonants: who writes v for و cannot be followed.
bool writes_another_vowel(const Sounds& arabic, const Sounds& other) {
  const bool is_arabic = other.system() == WritingSystem::arabic;
  BetweenConsonants one(arabic), two(other);
  bool differs = false, more_of_one = true, more_of_two = true;
  while (true) {
    more_of_one = one.next();
    more_of_two = two.next();
    if (!more_of_one || !more_of_two) break;
    const Vowels &x = one.vowels(), &y = two.vowels();
    differs = differs || (x.front && !y.front) || (x.back && !y.back) || (!is_arabic && ((x.open && !y.open) || (y.ends_in_glide && !x.front)));
  }
  return differs && more_of_one == more_of_two;
}

/// Whether the difference may be one that nobody has written: short vowels, where one of the scripts leaves them out.
bool may_be_unwritten(const Sounds& a, const Sounds& b) {
  if (writes_vowels(a.system()) && writes_vowels(b.system())) return false;
  if (a.system() == WritingSystem::arabic && writes_another_vowel(a, b)) return false;
  if (b.system() == WritingSystem::arabic && writes_another_vowel(b, a)) return false;
  std::vector<std::uint32_t> keys_a, keys_b;
  whole_skeleton_keys(a, keys_a);
  whole_skeleton_keys(b, keys_b);
  return share_any(keys_a, keys_b);
}

bool is_glide(romanize::Sound sound) { return sound == romanize::Sound::y_any; }

/// Whether the tokens differ at most in how vowels with a glide are written, Nair and Nayar: nobody's names are told apart by that. In Arabic letters, where
/// it is a long vowel, they are: حسین, حسن.
bool are_a_glide_apart(const Sounds& a, const Sounds& b) {
  if (a.system() == WritingSystem::arabic && b.system() == WritingSystem::arabic) return false;
  const romanize::Sound* x = a.begin();
  const romanize::Sound* y = b.begin();
  while (true) {
    const auto after_x = std::find_if_not(x, a.end(), romanize::is_vowel), after_y = std::find_if_not(y, b.end(), romanize::is_vowel);
    const bool has_glide = std::any_of(x, after_x, is_glide) || std::any_of(y, after_y, is_glide);
    if (!has_glide && !std::equal(x, after_x, y, after_y)) return false;
    if (after_x == a.end() || after_y == b.end()) return after_x == a.end() && after_y == b.end();
    if (*after_x != *after_y) return false;
    x = after_x + 1;
    y = after_y + 1;
  }
}

bool are_forms(const Sounds& a, const Sounds& b) {
  return equivalence_cost(name_groups(a), name_groups(b)) != kTooFar || own_ending_cost(a, b) != kTooFar;
}

// What God and the Religion sound like behind another word in their one spelling (second_halves.h), and in Abdullah, which is one word.
constexpr std::array<romanize::Sound, 4> kGodOfAbdullah = {a, l, a, h_end};
constexpr std::span<const romanize::Sound> kSecondHalves[] = {kGodBehind, kReligionBehind, kGodOfAbdullah};
constexpr std::size_t kShortestFirstHalf = 3;

/// What is left of a name of God or the Religion without them, Kamal of Kamaluddin; nothing of other names.
Sounds first_half(const Sounds& name) {
  for (const auto second : kSecondHalves) {
    if (ends_with(name, second, kShortestFirstHalf)) return without_last(name, second.size());
  }
  return {};
}

/// Whether both are well known, and two names.
bool are_two_names(const Sounds& a, const Sounds& b) {
  const auto names_a = known_names(a), names_b = known_names(b);
  if (names_a.empty() || names_b.empty() || share_any(names_a, names_b)) return false;
  return !may_be_unwritten(a, b) && !are_a_glide_apart(a, b) && !are_forms(a, b);
}

}  // namespace

std::span<const std::uint16_t> known_names(const Sounds& token) {
  static const KnownNames names;
  return names.of(token);
}

Millinats other_name_cost(const Sounds& a, const Sounds& b) {
  if (are_two_names(a, b)) return kOtherName;
  const Sounds first_a = first_half(a), first_b = first_a.empty() ? Sounds() : first_half(b);
  return !first_a.empty() && !first_b.empty() && are_two_names(first_a, first_b) && !are_forms(a, b) ? kOtherName : 0;
}

}  // namespace darvaza::names
