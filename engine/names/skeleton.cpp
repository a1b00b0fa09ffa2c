#include "names/skeleton.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

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
    "-",   "-",   "-",   "-",  "-",  "-",              // a e i o u y
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

using Readings = std::vector<std::string>;

/// Continues every reading with every class; once there would be too many, only with the likeliest.
void append(Readings& readings, std::string_view classes) {
  const std::size_t before = readings.size();
  const std::size_t ways = before * classes.size() <= kMostReadings ? classes.size() : 1;
  readings.resize(before * ways);
  for (std::size_t i = before; i < readings.size(); ++i) readings[i] = readings[i - before];
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const char letter = classes[i / before];
    if (letter != '-') readings[i] += letter;
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
  Readings readings(1);
  for (std::size_t at = 0; at < token.size(); ++at) append(readings, classes_of(token, at));
  return readings;
}

/// FNV-1a; a collision costs a comparison, never an answer.
std::uint32_t hash(std::string_view skeleton) {
  std::uint32_t value = 0x811c9dc5;
  for (char c : skeleton) value = (value ^ static_cast<unsigned char>(c)) * 0x01000193;
  return value;
}

void add_deletions(const std::string& skeleton, std::vector<std::uint32_t>& out) {
  out.push_back(hash(skeleton));
  std::string shorter;
  for (std::size_t at = 0; at < skeleton.size(); ++at) {
    shorter.assign(skeleton, 0, at);
    shorter.append(skeleton, at + 1);
    out.push_back(hash(shorter));
  }
}

void sort_unique(std::vector<std::uint32_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

void skeleton_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  out.clear();
  for (const std::string& skeleton : skeletons(token)) add_deletions(skeleton, out);
  sort_unique(out);
}

void whole_skeleton_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  out.clear();
  for (const std::string& skeleton : skeletons(token)) out.push_back(hash(skeleton));
  sort_unique(out);
}

void prefix_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  out.clear();
  for (const std::string& skeleton : skeletons(token)) {
    for (std::size_t size = 0; size <= std::min(kPrefixClasses, skeleton.size()); ++size) {
      out.push_back(hash(std::string_view(skeleton).substr(0, size)));
    }
  }
  sort_unique(out);
}

void longest_prefix_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  out.clear();
  for (const std::string& skeleton : skeletons(token)) {
    out.push_back(hash(std::string_view(skeleton).substr(0, kPrefixClasses)));
  }
  sort_unique(out);
}

}  // namespace darvaza::names
