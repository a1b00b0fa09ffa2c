#include "names/surname_endings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <span>

#include "names/equivalent_names.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using enum romanize::Sound;

enum class Family : std::uint8_t { soviet, national, adjective, possessive };

struct Ending {
  Family family;
  bool feminine;
  std::array<Sound, 5> sounds;  ///< up to the first none
};
// Facts: standards of romanisation of the region (-ow is Turkmen); since 2007 Tajik citizens, and since
// 1991 Azerbaijani and Uzbek ones, have dropped -ov or taken -zoda and -zade for it.
constexpr Ending kEndings[] = {
    {Family::soviet, false, {y_any, e, v}}, {Family::soviet, true, {y_any, e, v, a}},
    {Family::soviet, false, {o, v}},        {Family::soviet, true, {o, v, a}},
    {Family::soviet, false, {e, v}},        {Family::soviet, true, {e, v, a}},
    {Family::soviet, false, {o, w_any}},    {Family::soviet, true, {o, w_any, a}},
    {Family::soviet, false, {e, w_any}},    {Family::soviet, true, {e, w_any, a}},
    {Family::national, false, {z, o, d, a}}, {Family::national, false, {z, a, d, e}},
    {Family::national, false, {z, a, d, a}}, {Family::national, false, {z, a, d, e, h_end}},
    {Family::national, false, {z, a, d, h_end}},
    {Family::adjective, false, {s, k, i}},  {Family::adjective, true, {s, k, a, y_any, a}},
    {Family::possessive, false, {i, n}},    {Family::possessive, true, {i, n, a}},
};

constexpr Millinats kOtherGender = in_steps(600);
/// -in and -ina also tell given names of the two sexes apart: Valentin, Valentina.
constexpr Millinats kOtherGenderOfIn = in_steps(2000);
constexpr Millinats kOtherFamily = in_steps(3000);
constexpr std::size_t kShortestStem = 3;

std::span<const Sound> sounds_of(const Ending& ending) {
  const auto end = std::find(ending.sounds.begin(), ending.sounds.end(), none);
  return {ending.sounds.data(), static_cast<std::size_t>(end - ending.sounds.begin())};
}

bool ends_with(const Sounds& token, std::span<const Sound> ending) {
  return token.size() >= ending.size() + kShortestStem && std::equal(ending.begin(), ending.end(), token.end() - ending.size());
}

/// The longest ending that the token has.
const Ending* ending_of(const Sounds& token) {
  const Ending* longest = nullptr;
  for (const Ending& ending : kEndings) {
    if (ends_with(token, sounds_of(ending)) && (!longest || sounds_of(*longest).size() < sounds_of(ending).size())) longest = &ending;
  }
  return longest;
}

Sounds with(Sounds stem, std::initializer_list<Sound> ending) {
  for (Sound s : ending) stem.push_back(s);
  return stem;
}

/// A stem in a vowel takes a glide: Ali, Aliyev.
std::initializer_list<Sound> soviet(const Sounds& stem, bool feminine) {
  static constexpr std::initializer_list<Sound> kAfterVowel = {y_any, e, v}, kAfterVowelFeminine = {y_any, e, v, a};
  static constexpr std::initializer_list<Sound> kAfterConsonant = {o, v}, kAfterConsonantFeminine = {o, v, a};
  if (romanize::is_vowel(stem.back())) return feminine ? kAfterVowelFeminine : kAfterVowel;
  return feminine ? kAfterConsonantFeminine : kAfterConsonant;
}

void add_bare_forms(const Sounds& token, std::vector<OtherEnding>& out) {
  out.push_back({with(token, soviet(token, false)), kOtherFamily});
  out.push_back({with(token, soviet(token, true)), kOtherFamily});
  out.push_back({with(token, {z, o, d, a}), kOtherFamily});
  out.push_back({with(token, {z, a, d, e}), kOtherFamily});
}

void add_forms(const Sounds& stem, const Ending& ending, std::vector<OtherEnding>& out) {
  switch (ending.family) {
    case Family::adjective:
      out.push_back({ending.feminine ? with(stem, {s, k, i}) : with(stem, {s, k, a, y_any, a}), kOtherGender});
      return;
    case Family::possessive:
      out.push_back({ending.feminine ? with(stem, {i, n}) : with(stem, {i, n, a}), kOtherGenderOfIn});
      return;
    case Family::soviet: {
      const auto sounds = sounds_of(ending);
      Sounds other = stem;
      for (Sound s : sounds) other.push_back(s);
      if (ending.feminine) other.pop_back(); else other.push_back(a);
      out.push_back({other, kOtherGender});
      out.push_back({with(stem, {z, o, d, a}), kOtherFamily});
      out.push_back({with(stem, {z, a, d, e}), kOtherFamily});
      break;
    }
    case Family::national:
      out.push_back({with(stem, soviet(stem, false)), kOtherFamily});
      out.push_back({with(stem, soviet(stem, true)), kOtherFamily});
      break;
  }
  out.push_back({stem, kOtherFamily});
}

std::ptrdiff_t consonants(const Sounds& token) {
  return std::count_if(token.begin(), token.end(), [](Sound s) { return !romanize::is_vowel(s); });
}

Millinats cost_one_way(const Sounds& a, const Sounds& b) {
  Millinats least = kTooFar;
  for (const OtherEnding& other : other_endings(a)) {
    // Within kGroupLimit hardly a consonant comes or goes; saves nine of ten comparisons.
    if (std::abs(consonants(other.sounds) - consonants(b)) > 1) continue;
    const Millinats cost = token_cost(other.sounds, b, kGroupLimit);
    if (cost <= kGroupLimit) least = std::min(least, cost + other.cost);
  }
  return least;
}

}  // namespace

std::vector<OtherEnding> other_endings(const Sounds& token) {
  std::vector<OtherEnding> out;
  if (const Ending* ending = ending_of(token)) {
    Sounds stem = token;
    for (std::size_t left = sounds_of(*ending).size(); left > 0; --left) stem.pop_back();
    add_forms(stem, *ending, out);
  } else if (token.size() >= kShortestStem) {  // it may be one that has dropped its ending
    add_bare_forms(token, out);
  }
  return out;
}

Millinats other_ending_cost(const Sounds& a, const Sounds& b) { return std::min(cost_one_way(a, b), cost_one_way(b, a)); }

}  // namespace darvaza::names
