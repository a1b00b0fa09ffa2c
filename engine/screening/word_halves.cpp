#include "screening/word_halves.h"

#include <algorithm>

namespace darvaza::screening {
namespace {

using romanize::Sound;
using romanize::Sounds;

constexpr std::size_t kShortestHalf = 2;
/// What is looked for beside a half of so many sounds may be less like what the list has.
constexpr std::size_t kShortestAnchor = 5;
/// Half the list is a little like something shorter than this.
constexpr std::size_t kShortestWide = 4;

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
    behind_[at].sounds = piece_of(whole, at, whole.size());
  }
  for (std::size_t at = kShortestHalf; at <= last; ++at) {
    add(part, in_front_[at], behind_[at], lookups);
    // "KhanNurnaz" is read as Khanurnaz: its halves are Khan and Nurnaz.
    add(part, in_front_[at], behind_[at - 1], lookups);
    // A slip of the hand put a letter where the space was: "KhanaNurnaz".
    if (at < last) add(part, in_front_[at], behind_[at + 1], lookups);
  }
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
  const auto* const found = near(longer, lookups);
  if (found != nullptr) return {found, longer.sounds.size() >= kShortestAnchor && other.sounds.size() >= kShortestWide ? wide(other, lookups) : near(other, lookups)};
  if (other.sounds.size() < kShortestAnchor || near(other, lookups) == nullptr) return {};
  return {wide(longer, lookups), other.near};
}

const index::TokenLookup* WordHalves::near(Half& half, index::TokenLookups& lookups) {
  if (!half.near_known) {
    half.near_known = true;
    lookups.look_up_near(half.sounds, next_lookup());
    half.near = keep_last();
  }
  return half.near;
}

const index::TokenLookup* WordHalves::wide(Half& half, index::TokenLookups& lookups) {
  if (!half.wide_known) {
    half.wide_known = true;
    lookups.look_up_joined(half.sounds, next_lookup());
    half.wide = keep_last();
  }
  return half.wide;
}

/// The look-up that was made last; null, and its memory is free again, when it found nothing.
const index::TokenLookup* WordHalves::keep_last() {
  const index::TokenLookup& last = lookups_[used_ - 1];
  if (!last.similar.empty()) return &last;
  --used_;
  return nullptr;
}

index::TokenLookup& WordHalves::next_lookup() {
  if (used_ == lookups_.size()) lookups_.emplace_back();
  return lookups_[used_++];
}

}  // namespace darvaza::screening
