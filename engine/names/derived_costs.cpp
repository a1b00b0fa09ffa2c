#include "names/derived_costs.h"

#include <algorithm>

#include "names/token_cost.h"

namespace darvaza::names {
namespace {

using romanize::kSoundCount;
using romanize::Sound;
using romanize::WritingSystem;
using enum Sound;

/// A sound of a system without learned costs that may also stand for another one.
struct Reading {
  WritingSystem system;
  Sound sound, also;
  std::uint16_t cost = 0;  ///< what the other reading costs more
};
constexpr Reading kReadings[] = {
    // Hebrew: letters with and without dagesh, shin and sin; ח is written h, ch and kh; י and ו stand where other languages
    // have j and v; inner א is the seat of any vowel, as ע is.
    {WritingSystem::hebrew, b, v}, {WritingSystem::hebrew, p, f}, {WritingSystem::hebrew, k, kh}, {WritingSystem::hebrew, k, ch, 288},
    {WritingSystem::hebrew, sh, s}, {WritingSystem::hebrew, kh, h}, {WritingSystem::hebrew, kh, ch}, {WritingSystem::hebrew, q, k},
    {WritingSystem::hebrew, ts, z, 288}, {WritingSystem::hebrew, t, th}, {WritingSystem::hebrew, w_any, v},
    {WritingSystem::hebrew, y_any, dj, 612}, {WritingSystem::hebrew, ayn, a},
    // Hangul: plain stops are written voiced and voiceless, ㄹ is r and l, ㅅ before i sh.
    {WritingSystem::hangul, g, k}, {WritingSystem::hangul, k, g}, {WritingSystem::hangul, d, t}, {WritingSystem::hangul, b, p},
    {WritingSystem::hangul, p, b}, {WritingSystem::hangul, j_any, ch}, {WritingSystem::hangul, j_any, dj}, {WritingSystem::hangul, r, l},
    {WritingSystem::hangul, l, r}, {WritingSystem::hangul, s, sh},
    // Han letters in pinyin: what Wade and Giles write p, t, k, ch, ts, j; Palladius с, ц, ж.
    {WritingSystem::han, b, p, 108}, {WritingSystem::han, d, t, 108}, {WritingSystem::han, g, k, 108}, {WritingSystem::han, zh, ch},
    {WritingSystem::han, j_any, ch}, {WritingSystem::han, q, ch}, {WritingSystem::han, q, ts, 288}, {WritingSystem::han, z, ts},
    {WritingSystem::han, c_any, ts}, {WritingSystem::han, x_any, s, 108}, {WritingSystem::han, x_any, sh}, {WritingSystem::han, r, zh},
    {WritingSystem::han, r, j_any},
    // Tamil, Thai, Lao, Khmer, Burmese, Tibetan: aspirated stops are read as the others, and either is spelled with h or without; what is
    // voiced in speech is spelled so or not. Lao s is x as well, Tamil zh is l, and the letter with which it begins words is s or ch.
    {WritingSystem::southern, p, f}, {WritingSystem::southern, p, b, 288}, {WritingSystem::southern, b, p, 288}, {WritingSystem::southern, t, th},
    {WritingSystem::southern, t, d, 288}, {WritingSystem::southern, t, dh, 504}, {WritingSystem::southern, th, t}, {WritingSystem::southern, th, d, 288},
    {WritingSystem::southern, th, dh, 504}, {WritingSystem::southern, d, t, 288}, {WritingSystem::southern, d, dh, 72}, {WritingSystem::southern, k, kh},
    {WritingSystem::southern, k, g, 288}, {WritingSystem::southern, k, c_any, 288}, {WritingSystem::southern, g, k, 288}, {WritingSystem::southern, g, gh, 72},
    {WritingSystem::southern, g, h, 612}, {WritingSystem::southern, ch, j_any, 108}, {WritingSystem::southern, ts, s, 108},
    {WritingSystem::southern, ts, ch, 108}, {WritingSystem::southern, s, sh, 288}, {WritingSystem::southern, s, z, 612}, {WritingSystem::southern, s, x_any, 180}, {WritingSystem::southern, z, s, 288},
    {WritingSystem::southern, z, dz}, {WritingSystem::southern, v, w_any}, {WritingSystem::southern, w_any, v}, {WritingSystem::southern, zh, l, 108},
    {WritingSystem::southern, zh, r, 612},
    // Lao has one letter for the l and most of the r of Sanskrit and Thai; Burmese says y for its r, which names from Pali keep.
    {WritingSystem::southern, l, r, 504}, {WritingSystem::southern, y_any, r, 612},
};

/// The learned system that another one is read like; itself for a learned one.
constexpr WritingSystem like(WritingSystem system) {
  if (system == WritingSystem::hebrew) return WritingSystem::arabic;
  return static_cast<std::size_t>(system) < romanize::kLearnedSystemCount ? system : WritingSystem::latin;
}

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

/// The table of the learned systems `a` and `b` in this order.
SoundCosts learned_in_order(WritingSystem a, WritingSystem b) {
  if (a <= b) return learned_sound_costs(a, b);
  const SoundCosts& other = learned_sound_costs(b, a);
  SoundCosts costs{{}, other.add, other.drop};
  for (std::size_t s = 0; s < kSoundCount; ++s) {
    for (std::size_t t = 0; t < kSoundCount; ++t) costs.meet[s][t] = other.meet[t][s];
  }
  return costs;
}

std::uint16_t least(std::uint16_t cost, int other) { return static_cast<std::uint16_t>(std::min<int>(cost, in_steps(other))); }

/// Learned costs allow for orthographies that nobody tells. Hangul and Han letters say which syllable is meant, and habits
/// how it is spelled: what is beyond that is rather another syllable. Measured in screening: without this, every second Korean
/// traveller's given name was like that of somebody listed.
constexpr int kStricter = 2;
constexpr int kLeastOfOthers = 1000;  ///< for two sounds in Latin letters
constexpr auto kMostOfOne = static_cast<std::uint16_t>(in_steps(8000));

void make_strict(SoundCosts& costs, bool among_latin) {
  const auto dearer = [](std::uint16_t cost) { return least(kMostOfOne, kStricter * cost); };
  for (std::size_t s = 0; s < kSoundCount; ++s) {
    for (std::size_t t = 0; t < kSoundCount; ++t) {
      costs.meet[s][t] = dearer(costs.meet[s][t]);
      if (among_latin && s != t) costs.meet[s][t] = std::max(costs.meet[s][t], least(kMostOfOne, kLeastOfOthers));
    }
  }
  for (auto* gaps : {&costs.drop, &costs.add}) {
    for (SoundCosts::Row& row : *gaps) std::transform(row.begin(), row.end(), row.begin(), dearer);
  }
}

/// The southern scripts, too, say which sound is meant, and readings and habits how it is spelled. Their names are longer: half of that
/// strictness, and for sounds that meet alone, since passports leave letters out.
void make_stricter(SoundCosts& costs) {
  for (SoundCosts::Row& row : costs.meet) {
    for (std::uint16_t& cost : row) cost = least(kMostOfOne, cost * 3 / 2);
  }
}

/// Hebrew leaves o, e and i unwritten more often than Arabic script does, where they are mostly long: they are next to a then.
constexpr int kUnwritten = 216;

void leave_unwritten(SoundCosts& costs) {
  for (SoundCosts::Row& row : costs.drop) {
    for (const Sound vowel : {e, i, o}) row[index(vowel)] = least(row[index(vowel)], row[index(a)] + kUnwritten);
  }
}

bool is_of_syllables(WritingSystem system) { return system == WritingSystem::hangul || system == WritingSystem::han; }

}  // namespace

SoundCosts derived_sound_costs(WritingSystem a, WritingSystem b) {
  if (like(a) == a && like(b) == b) return learned_sound_costs(a, b);
  SoundCosts read = learned_in_order(like(a), like(b));
  if (is_of_syllables(a) || is_of_syllables(b)) make_strict(read, like(a) == WritingSystem::latin && like(b) == WritingSystem::latin);
  if ((a == WritingSystem::southern) != (b == WritingSystem::southern)) make_stricter(read);
  if (b == WritingSystem::hebrew && a < WritingSystem::arabic) leave_unwritten(read);
  SoundCosts costs = read;
  if (a == b) return costs;
  for (const Reading& reading : kReadings) {
    const std::size_t own = index(reading.sound), also = index(reading.also);
    for (std::size_t s = 0; s < kSoundCount; ++s) {
      if (reading.system == a) costs.meet[own][s] = least(costs.meet[own][s], read.meet[also][s] + reading.cost);
      if (reading.system == b) costs.meet[s][own] = least(costs.meet[s][own], read.meet[s][also] + reading.cost);
    }
  }
  return costs;
}

}  // namespace darvaza::names
