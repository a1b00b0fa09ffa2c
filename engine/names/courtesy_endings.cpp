#include "names/courtesy_endings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "names/sound_endings.h"

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
constexpr Courtesy kCyrillic[] = {{{b, e, k}, true}, {{b, e, g}}, {{b, a, y_any}, true}, {{b, o, y_any}}, {{zh, o, n}, true}, {{zh, a, n}, true}, {{b, e, y_any}}, {{dj, o, n}}, {{dj, a, n}}, {{kh, o, n}, true}, {{kh, a, n}, true}};
constexpr Courtesy kArabic[] = {{{dj, a, n}, true}, {{kh, a, n}, true}, {{b, y_any, g}, true}, {{b, e, g}}, {{b, e, k}}, {{b, y_any, k}}, {{b, a, y_any}}};

/// As a customary other form of a given name costs (equivalent_names.h).
constexpr Millinats kCourtesy = in_steps(2000);
/// One courtesy for another is one left out and one added: Ravshanbek, Ravshanjon.
constexpr Millinats kOtherCourtesy = 2 * kCourtesy;
constexpr std::size_t kShortestStem = 4;

std::span<const Courtesy> courtesies(WritingSystem system) {
  switch (system) {
    case WritingSystem::latin: return kLatin;
    case WritingSystem::cyrillic: return kCyrillic;
    case WritingSystem::arabic: return kArabic;
    default: return {};
  }
}

void add(const Sounds& form, Millinats cost, std::vector<OtherEnding>& out) { out.push_back({form, cost, Stem::distinct}); }

/// The name with each courtesy that is looked for but its own.
void add_with(const Sounds& name, std::span<const Courtesy> all, const Courtesy* own, std::vector<OtherEnding>& out) {
  for (const Courtesy& courtesy : all) {
    if (!courtesy.looked_for || &courtesy == own) continue;
    Sounds behind(name.system()), with = name;
    for (const Sound sound : ending_in(courtesy.sounds)) behind.push_back(sound);
    with.join(behind);
    add(with, own == nullptr ? kCourtesy : kOtherCourtesy, out);
  }
}

/// The name without its own courtesy, and with another.
void add_without(const Sounds& token, std::span<const Courtesy> all, const Courtesy& own, std::vector<OtherEnding>& out) {
  const auto courtesy = ending_in(own.sounds);
  const auto add_stem = [&](const Sounds& stem) {
    if (stem.size() < kShortestStem) return;
    add(stem, kCourtesy, out);
    add_with(stem, all, &own, out);
  };
  Sounds stem = without_last(token, courtesy.size());
  add_stem(stem);
  if (courtesy.front() != dj) return;
  stem.push_back(d);  // the d of Ahmad and the j of jan are one sound
  add_stem(stem);
}

}  // namespace

void add_courtesy_forms(const Sounds& token, std::vector<OtherEnding>& out) {
  const auto all = courtesies(token.system());
  const auto own = std::find_if(all.begin(), all.end(), [&](const Courtesy& courtesy) { return ends_with(token, ending_in(courtesy.sounds), 1); });
  if (own != all.end()) return add_without(token, all, *own, out);
  if (token.size() >= kShortestStem) add_with(token, all, nullptr, out);
}

}  // namespace darvaza::names
