#include "names/other_stems.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "names/equivalent_names.h"
#include "names/sound_endings.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;
using enum romanize::Sound;

/// Beside another ending, one habit of a language says both: less than two names that are one.
constexpr Millinats kOtherVowels = in_steps(1000);
constexpr Millinats kOtherGivenName = in_steps(1500);
/// Forms of a given name nearer than this to one that is searched for already are found by it.
constexpr Millinats kNear = 400;
constexpr std::size_t kMostNames = 6;
/// In shorter ones too much sounds alike: the azi of Azizoda is like ажы, Haji.
constexpr std::size_t kShortestName = 4;

bool writes_vowels(const Sounds& stem) { return stem.system() == WritingSystem::latin || stem.system() == WritingSystem::cyrillic; }

Sounds with_each(const Sounds& stem, Sound own, Sound other) {
  Sounds out(stem.system());
  for (const Sound sound : stem) out.push_back(sound == own ? other : sound);
  return out;
}

Sounds with_last(const Sounds& stem, Sound own, Sound other) {
  std::size_t last = stem.size();
  for (std::size_t i = 0; i < stem.size(); ++i) {
    if (stem[i] == own) last = i;
  }
  Sounds out(stem.system());
  for (std::size_t i = 0; i < stem.size(); ++i) out.push_back(i == last ? other : stem[i]);
  return out;
}

void add(const Sounds& form, const Sounds& stem, bool may_be_bare, std::vector<OtherStem>& out) {
  const bool is_new = form != stem && std::none_of(out.begin(), out.end(), [&](const OtherStem& other) { return other.sounds == form; });
  if (is_new) out.push_back({form, kOtherVowels, may_be_bare});
}

/// Other members of the groups of given names to which the stem belongs.
void add_names(const Sounds& stem, std::vector<OtherStem>& out) {
  if (stem.size() < kShortestName) return;
  std::size_t names = 0;
  for (const NameGroup& group : name_groups(stem)) {
    if (!is_of_region(group.group)) continue;  // Petru is no Petrov
    for (const Sounds& member : group_members(group.group)) {
      if (names == kMostNames) return;
      const auto is_near = [&](const Sounds& other) { return token_cost(member, other, kNear) != kTooFar; };
      if (!writes_vowels(member) || is_near(stem) || std::any_of(out.begin(), out.end(), [&](const OtherStem& other) { return is_near(other.sounds); })) continue;
      out.push_back({member, kOtherGivenName, true});
      ++names;
    }
  }
}

/// Whether the stem is a given name of the region, of which surnames are made on both sides.
bool is_regional_name(const Sounds& stem) {
  constexpr std::array<Sound, 5> kSecondParts[] = {{b, o, y_any}, {b, a, y_any}, {b, a}, {b, o}, {b, e, k}, {b, e, g}, {m, u, r, o, d}, {m, u, r, a, d}};
  if (stem.size() < kShortestName) return false;
  if (std::any_of(std::begin(kSecondParts), std::end(kSecondParts), [&](const auto& part) { return ends_with(stem, ending_in(part), 2); })) return true;  // Tojiboy, Bobo, Boymurod
  const std::vector<NameGroup> groups = name_groups(stem);
  return std::any_of(groups.begin(), groups.end(), [](const NameGroup& group) { return is_of_region(group.group); });
}

}  // namespace

std::vector<OtherStem> soviet_stems(const Sounds& stem) {
  std::vector<OtherStem> out;
  if (!writes_vowels(stem)) return out;
  const bool is_regional = is_regional_name(stem);
  const auto add_form = [&](const Sounds& form, bool may_be_bare) {
    add(form, stem, may_be_bare, out);
    add(with_each(form, h, g), stem, is_regional, out);
  };
  add_form(with_each(stem, o, a), stem.size() >= kShortestName);
  add_form(with_each(stem, e, a), is_regional);
  add_names(stem, out);
  return out;
}

std::vector<OtherStem> national_stems(const Sounds& stem) {
  std::vector<OtherStem> out;
  if (!writes_vowels(stem)) return out;
  const bool is_regional = is_regional_name(stem);
  const auto add_form = [&](const Sounds& form, bool may_be_bare) {
    add(form, stem, may_be_bare, out);
    add(with_each(form, g, h), stem, is_regional, out);
  };
  add_form(with_each(stem, a, o), stem.size() >= kShortestName);
  add_form(with_last(stem, a, o), stem.size() >= kShortestName);
  add_form(with_each(stem, a, e), is_regional);
  add_names(stem, out);
  return out;
}

}  // namespace darvaza::names
