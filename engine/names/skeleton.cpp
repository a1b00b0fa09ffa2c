#include "names/skeleton.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;

/// The consonant classes of each sound, one letter each: B labial, T dental, S hissing, K throat, and
/// L R M N; '-' leaves no trace. Several letters are several readings, the likeliest first. Chosen by
/// where the learned costs (names/sound_costs.inc) are low in any pair of writing systems. In the order
/// of romanize::Sound.
constexpr std::array<std::string_view, romanize::kSoundCount> kClasses = {
    "-",                                               // none
    "-",   "-",   "-",   "-",  "-",  "-",  "-",        // a e i o u y a_init
    "-B",                                              // w_any: Latin w for v, و for v in Turkic names
    "-",                                               // y_any
    "B",   "B",   "M",   "B",  "B",                    // b p m f v
    "T",   "T",   "S",   "S",  "S",  "S",              // d t z s sh zh
    "SK",                                              // ch: German and Hebrew ch is kh
    "SKT",                                             // dj: ج is g in Egypt
    "S",                                               // ts
    "ST",                                              // dz: Belarusian дз for д
    "K",   "K",   "K",                                 // k q g
    "K-",                                              // gh: Turkish ğ is silent
    "K-",                                              // kh: Cyrillic х also stands for h
    "-",   "L",   "R",   "N",                          // h l r n
    "TS",  "ST",  "ST",                                // th dh dad: s and z from Turkey to Pakistan
    "-",   "-",                                        // ayn h_end
    "KS",  "S-K", "KS-",                               // c_any j_any x_any
};

/// One reading of a token's consonants; no allocation.
struct Skeleton {
  std::array<char, Sounds::kCapacity> letters{};
  std::size_t size = 0;
};

struct Readings {
  std::array<Skeleton, kMostReadings> all{};
  std::size_t count = 1;
};

/// Continues every reading with every class; once there would be too many, only with the likeliest.
void append(Readings& readings, std::string_view classes) {
  const std::size_t before = readings.count;
  const std::size_t ways = before * classes.size() <= kMostReadings ? classes.size() : 1;
  readings.count = before * ways;
  for (std::size_t i = before; i < readings.count; ++i) readings.all[i] = readings.all[i - before];
  for (std::size_t i = 0; i < readings.count; ++i) {
    const char letter = classes[i / before];
    if (letter != '-') readings.all[i].letters[readings.all[i].size++] = letter;
  }
}

/// The classes of the sound at `at`: in Latin letters, l is silent in French -ault and -aulx, and g
/// before a front vowel is a hushing sound in English and French.
std::string_view classes_of(const Sounds& token, std::size_t at) {
  const Sound sound = token[at];
  if (token.system() == romanize::WritingSystem::latin) {
    const Sound before = at > 0 ? token[at - 1] : Sound::none;
    const Sound after = at + 1 < token.size() ? token[at + 1] : Sound::none;
    if (sound == Sound::l && before == Sound::w_any) return "L-";
    if (sound == Sound::g && (after == Sound::e || after == Sound::i || after == Sound::y_any)) return "KS";
  }
  return kClasses[static_cast<std::size_t>(sound)];
}

Readings skeletons(const Sounds& token) {
  Readings readings;
  for (std::size_t at = 0; at < token.size(); ++at) append(readings, classes_of(token, at));
  return readings;
}

constexpr std::uint32_t kStart = 0x811c9dc5;
constexpr std::uint32_t append(std::uint32_t hash, char letter) { return (hash ^ static_cast<unsigned char>(letter)) * 0x01000193; }

/// FNV-1a of the first `size` letters; a collision costs a comparison, never an answer.
std::uint32_t hash(const Skeleton& skeleton, std::size_t size) {
  std::uint32_t value = kStart;
  for (std::size_t at = 0; at < size; ++at) value = append(value, skeleton.letters[at]);
  return value;
}

/// The skeleton without the class at `left_out`.
std::uint32_t without(const Skeleton& skeleton, std::size_t left_out) {
  std::uint32_t value = kStart;
  for (std::size_t at = 0; at < skeleton.size; ++at) {
    if (at != left_out) value = append(value, skeleton.letters[at]);
  }
  return value;
}

/// Any class at `at`.
std::uint32_t with_any(Skeleton skeleton, std::size_t at) {
  skeleton.letters[at] = '?';
  return hash(skeleton, skeleton.size);
}

/// The class at `at` and the next one exchanged.
std::uint32_t swapped(Skeleton skeleton, std::size_t at) {
  std::swap(skeleton.letters[at], skeleton.letters[at + 1]);
  return hash(skeleton, skeleton.size);
}

/// The key of a listed token without one of its classes: no whole skeleton has it.
std::uint32_t shortened(std::uint32_t hash) { return append(hash, '<'); }

void sort_unique(std::vector<std::uint32_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

template <typename AddKeys>
void keys_of(const Sounds& token, std::vector<std::uint32_t>& out, AddKeys add_keys) {
  out.clear();
  const Readings readings = skeletons(token);
  for (std::size_t i = 0; i < readings.count; ++i) add_keys(readings.all[i]);
  sort_unique(out);
}

}  // namespace

void skeleton_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  keys_of(token, out, [&](const Skeleton& skeleton) {
    out.push_back(hash(skeleton, skeleton.size));
    for (std::size_t at = 0; at < skeleton.size; ++at) {
      out.push_back(shortened(without(skeleton, at)));
      out.push_back(with_any(skeleton, at));
    }
  });
}

void skeleton_probes(const Sounds& token, std::vector<std::uint32_t>& out) {
  keys_of(token, out, [&](const Skeleton& skeleton) {
    const std::uint32_t whole = hash(skeleton, skeleton.size);
    out.push_back(whole);
    out.push_back(shortened(whole));
    for (std::size_t at = 0; at < skeleton.size; ++at) {
      out.push_back(without(skeleton, at));
      out.push_back(with_any(skeleton, at));
      if (at + 1 < skeleton.size && skeleton.letters[at] != skeleton.letters[at + 1]) out.push_back(swapped(skeleton, at));
    }
  });
}

void whole_skeleton_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  keys_of(token, out, [&](const Skeleton& skeleton) { out.push_back(hash(skeleton, skeleton.size)); });
}

void prefix_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  keys_of(token, out, [&](const Skeleton& skeleton) {
    for (std::size_t size = 0; size <= std::min(kPrefixClasses, skeleton.size); ++size) out.push_back(hash(skeleton, size));
  });
}

void longest_prefix_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  keys_of(token, out, [&](const Skeleton& skeleton) { out.push_back(hash(skeleton, std::min(kPrefixClasses, skeleton.size))); });
}

std::string skeleton_pattern(const Sounds& token) {
  std::string pattern;
  for (std::size_t at = 0; at < token.size(); ++at) {
    const std::string_view classes = classes_of(token, at);
    if (classes == "-") continue;
    pattern += classes;
    pattern += '.';
  }
  return pattern;
}

ConsonantClasses consonant_classes(const Sounds& token) {
  constexpr std::string_view kLetters = "BTSKLRMN";
  ConsonantClasses found;
  for (std::size_t at = 0; at < token.size(); ++at) {
    const std::string_view classes = classes_of(token, at);
    for (const char letter : classes) {
      const auto place = kLetters.find(letter);
      if (place == std::string_view::npos) continue;
      const auto bit = static_cast<std::uint8_t>(1u << place);
      found.possible |= bit;
      if (classes.size() == 1) found.certain |= bit;
    }
  }
  return found;
}

}  // namespace darvaza::names
