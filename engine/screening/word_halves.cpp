#include "screening/word_halves.h"

#include <optional>
#include <utility>

namespace darvaza::screening {
namespace {

using romanize::Sound;
using romanize::Sounds;

constexpr std::size_t kShortestHalf = 2;
/// What is looked for beside a half of so many sounds may be less like what the list has.
constexpr std::size_t shortest_anchor(romanize::WritingSystem system) { return romanize::leaves_vowels_out(system) ? 4 : 5; }
/// Half the list is a little like something shorter than this.
constexpr std::size_t kShortestWide = 4;
/// Three names written together have at least so many sounds, and the outer ones so many.
constexpr std::size_t kShortestOfThree = 11;
constexpr std::size_t kShortestOfThreeEnds = 3;

Sounds piece_of(const Sounds& whole, std::size_t begin, std::size_t end) {
  Sounds piece(whole.system());
  for (std::size_t i = begin; i < end; ++i) piece.push_back(whole[i]);
  return piece;
}

/// The beginning of a word as a word: Arabic script ends words in an h that is none.
Sounds beginning_of(const Sounds& whole, std::size_t end) {
  Sounds beginning = piece_of(whole, 0, end);
  if (whole.system() == romanize::WritingSystem::arabic && beginning.back() == Sound::h) {
    beginning.pop_back();
    beginning.push_back(Sound::h_end);
  }
  return beginning;
}

/// The rest of a word as a word: in Arabic script an a that begins one may be any vowel, unless و or ی follows.
Sounds end_of(const Sounds& whole, std::size_t begin) {
  Sounds end = piece_of(whole, begin, whole.size());
  if (whole.system() != romanize::WritingSystem::arabic || end[0] != Sound::a || end[1] == Sound::w_any || end[1] == Sound::y_any) return end;
  Sounds rest(whole.system());
  rest.push_back(Sound::a_init);
  rest.append(piece_of(whole, begin + 1, whole.size()));
  return rest;
}

/// The two letters, at the end of one word and the beginning of another, of which Sounds::join makes this sound.
std::optional<std::pair<Sound, Sound>> letters_of(Sound sound, romanize::WritingSystem system) {
  switch (sound) {
    case Sound::dz:
      return std::pair(Sound::d, Sound::z);
    case Sound::ts:
      return std::pair(Sound::t, Sound::s);
    case Sound::dj:
      if (system == romanize::WritingSystem::latin) return std::pair(Sound::d, Sound::j_any);
      return std::pair(Sound::d, Sound::dj);
    default:
      return std::nullopt;
  }
}

}  // namespace

void WordHalves::clear() {
  halves_.clear();
  used_ = 0;
}

void WordHalves::cut(const index::AskedPart& part, index::TokenLookups& lookups) {
  const Sounds& whole = *part.sounds;
  if (whole.size() < 2 * kShortestHalf) return;
  in_front_.assign(whole.size(), {});
  behind_.assign(whole.size(), {});
  const std::size_t last = whole.size() - kShortestHalf;
  for (std::size_t at = kShortestHalf - 1; at <= last; ++at) {
    in_front_[at].sounds = beginning_of(whole, at);
    behind_[at].sounds = end_of(whole, at);
  }
  for (std::size_t at = kShortestHalf; at <= last; ++at) {
    cut_inside(part, at, lookups);
    add(part, in_front_[at], behind_[at], lookups);
    // "KhanNurnaz" is read as Khanurnaz: its halves are Khan and Nurnaz.
    add(part, in_front_[at], behind_[at - 1], lookups);
    // A slip of the hand put a letter where the space was: "KhanaNurnaz".
    if (at < last) add(part, in_front_[at], behind_[at + 1], lookups);
  }
  if (whole.size() >= kShortestOfThree) cut_in_three(part, lookups);
}

/// What begins as one word of the list and ends as another, with a third between: the search finds who bears both, and alignment says the rest.
void WordHalves::cut_in_three(const index::AskedPart& part, index::TokenLookups& lookups) {
  const std::size_t size = part.sounds->size();
  for (std::size_t end = kShortestOfThreeEnds; end + kShortestHalf + kShortestOfThreeEnds <= size; ++end) {
    const auto* const first = near(in_front_[end], lookups);
    if (first == nullptr) continue;
    for (std::size_t begin = end + kShortestHalf; begin + kShortestOfThreeEnds <= size; ++begin) {
      const auto* const last = near(behind_[begin], lookups);
      if (last == nullptr) continue;
      index::AskedPart words = part;
      words.similar = first->similar;
      halves_.push_back({words, last->similar});
    }
  }
}

/// Between the letters of a sound of two: Muhammadzahid is Muhammad and Zahid.
void WordHalves::cut_inside(const index::AskedPart& part, std::size_t at, index::TokenLookups& lookups) {
  const Sounds& whole = *part.sounds;
  const auto letters = letters_of(whole[at], whole.system());
  if (!letters) return;
  Half in_front, behind;
  in_front.sounds = piece_of(whole, 0, at);
  in_front.sounds.push_back(letters->first);
  behind.sounds = Sounds(whole.system());
  behind.sounds.push_back(letters->second);
  for (std::size_t i = at + 1; i < whole.size(); ++i) behind.sounds.push_back(whole[i]);
  add(part, in_front, behind, lookups);
}

void WordHalves::add(const index::AskedPart& part, Half& in_front, Half& behind, index::TokenLookups& lookups) {
  const bool longer_in_front = in_front.sounds.size() > behind.sounds.size();
  const auto [longer, other] = longer_in_front ? find_both(in_front, behind, lookups) : find_both(behind, in_front, lookups);
  if (longer == nullptr || other == nullptr) return;
  const index::TokenLookup& first = longer_in_front ? *longer : *other;
  const index::TokenLookup& second = longer_in_front ? *other : *longer;
  index::AskedPart words = part;
  words.similar = first.similar;
  halves_.push_back({words, second.similar});
}

std::pair<const index::TokenLookup*, const index::TokenLookup*> WordHalves::find_both(Half& longer, Half& other, index::TokenLookups& lookups) {
  const std::size_t anchor = shortest_anchor(longer.sounds.system());
  const auto* const found = near(longer, lookups);
  if (found != nullptr) return {found, longer.sounds.size() >= anchor && other.sounds.size() >= kShortestWide ? wide(other, lookups) : near(other, lookups)};
  if (other.sounds.size() < anchor || near(other, lookups) == nullptr) return {};
  return {wide(longer, lookups), near(other, lookups)};
}

const index::TokenLookup* WordHalves::near(Half& half, index::TokenLookups& lookups) {
  return once(half.near, [&](index::TokenLookup& lookup) { lookups.look_up_near(half.sounds, lookup); });
}

const index::TokenLookup* WordHalves::wide(Half& half, index::TokenLookups& lookups) {
  return once(half.wide, [&](index::TokenLookup& lookup) { lookups.look_up_joined(half.sounds, lookup); });
}

/// Memory of a look-up that found nothing is used for the next.
const index::TokenLookup* WordHalves::once(Found& found, auto look_up) {
  if (found.is_known) return found.lookup;
  found.is_known = true;
  if (used_ == lookups_.size()) lookups_.emplace_back();
  index::TokenLookup& lookup = lookups_[used_];
  look_up(lookup);
  if (lookup.similar.empty()) return nullptr;
  ++used_;
  return found.lookup = &lookup;
}

}  // namespace darvaza::screening
