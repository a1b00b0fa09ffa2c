#include "names/courtesy_endings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;
using enum romanize::Sound;

struct Courtesy {
  std::array<Sound, 4> sounds;  ///< up to the first none
  bool looked_for = false;      ///< behind a name without; the others are near enough to one of these
};

// Facts: "A Guide to Names and Naming Practices" (2006); standards of romanisation of the region. Bek, bey and bay are lord, jon and
// jan soul, khan and khon prince, bibi lady.
constexpr Courtesy kLatin[] = {{{b, e, k}, true}, {{b, e, g}},       {{b, e, y_any}},      {{b, a, y_any}, true},  {{b, o, y_any}},  {{j_any, o, n}, true}, {{j_any, a, n}, true}, {{dj, o, n}}, {{dj, a, n}},
                               {{zh, a, n}},      {{kh, a, n}, true}, {{x_any, o, n}, true}, {{x_any, a, n}},      {{kh, o, n}},     {{b, i, b, i}, true}};
constexpr Courtesy kCyrillic[] = {{{b, e, k}, true}, {{b, e, g}}, {{b, a, y_any}, true}, {{b, o, y_any}}, {{zh, o, n}, true}, {{zh, a, n}, true}, {{dj, o, n}}, {{dj, a, n}}, {{kh, o, n}, true}, {{kh, a, n}, true}};
constexpr Courtesy kArabic[] = {{{dj, a, n}, true}, {{kh, a, n}, true}, {{b, y_any, g}, true}, {{b, e, g}}, {{b, e, k}}, {{b, y_any, k}}, {{b, a, y_any}}};

/// As a customary other form of a given name costs (equivalent_names.h).
constexpr Millinats kCourtesy = in_steps(2000);
constexpr std::size_t kShortestStem = 4;

std::span<const Courtesy> courtesies(WritingSystem system) {
  switch (system) {
    case WritingSystem::latin: return kLatin;
    case WritingSystem::cyrillic: return kCyrillic;
    case WritingSystem::arabic: return kArabic;
    default: return {};
  }
}

std::span<const Sound> sounds_of(const Courtesy& courtesy) {
  const auto end = std::find(courtesy.sounds.begin(), courtesy.sounds.end(), none);
  return {courtesy.sounds.data(), static_cast<std::size_t>(end - courtesy.sounds.begin())};
}

bool ends_with(const Sounds& token, std::span<const Sound> ending) {
  return token.size() > ending.size() && std::equal(ending.begin(), ending.end(), token.end() - ending.size());
}

void add(const Sounds& form, std::vector<OtherEnding>& out) { out.push_back({form, kCourtesy, true}); }

void add_without(const Sounds& token, std::span<const Sound> courtesy, std::vector<OtherEnding>& out) {
  Sounds stem = token;
  for (std::size_t left = courtesy.size(); left > 0; --left) stem.pop_back();
  if (stem.size() >= kShortestStem) add(stem, out);
  // The d of Ahmad and the j of jan are one sound.
  stem.push_back(d);
  if (courtesy.front() == dj && stem.size() >= kShortestStem) add(stem, out);
}

}  // namespace

void add_courtesy_forms(const Sounds& token, std::vector<OtherEnding>& out) {
  const auto all = courtesies(token.system());
  const auto own = std::find_if(all.begin(), all.end(), [&](const Courtesy& courtesy) { return ends_with(token, sounds_of(courtesy)); });
  if (own != all.end()) return add_without(token, sounds_of(*own), out);
  if (token.size() < kShortestStem) return;
  for (const Courtesy& courtesy : all) {
    if (!courtesy.looked_for) continue;
    Sounds behind(token.system()), with = token;
    for (const Sound sound : sounds_of(courtesy)) behind.push_back(sound);
    with.join(behind);
    add(with, out);
  }
}

}  // namespace darvaza::names
