#include "index/skeleton.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace darvaza::index {
namespace {

using romanize::Sound;
using romanize::Sounds;

/// The consonant class of each sound, one letter; '-' leaves no trace. A second letter is another
/// class that the sound may belong to. In the order of romanize::Sound.
constexpr std::array<std::string_view, romanize::kSoundCount> kClasses = {
    "-",                                                     // none
    "-", "-", "-", "-", "-", "-", "-", "-",                  // a e i o u y w_any y_any
    "B", "B", "M", "F", "-",                                 // b p m f v
    "T", "T", "S", "S", "S", "S", "S", "SK", "S", "S",       // d t z s sh zh ch dj ts dz
    "K", "K", "K", "K", "K", "K-", "L", "R", "N",            // k q g gh kh h l r n
    "TS", "TS", "TS", "-", "-",                              // th dh dad ayn h_end
    "SK", "S-", "KS",                                        // c_any j_any x_any
};

using Readings = std::vector<std::string>;

void append(Readings& readings, std::string_view classes) {
  const std::size_t before = readings.size();
  const bool both = classes.size() > 1 && before * 2 <= kMostReadings;
  if (both) readings.resize(before * 2);
  for (std::size_t i = before; i < readings.size(); ++i) readings[i] = readings[i - before];
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const char letter = classes[i < before ? 0 : 1];
    if (letter != '-') readings[i] += letter;
  }
}

Readings skeletons(const Sounds& token) {
  Readings readings(1);
  for (Sound s : token) append(readings, kClasses[static_cast<std::size_t>(s)]);
  return readings;
}

/// FNV-1a; a collision costs a comparison, never an answer.
std::uint32_t hash(std::string_view skeleton) {
  std::uint32_t value = 0x811c9dc5;
  for (char c : skeleton) value = (value ^ static_cast<unsigned char>(c)) * 0x01000193;
  return value;
}

/// Short skeletons lose nothing: what is left would be shared by too many.
constexpr std::size_t kShortestToShorten = 2;

void add_deletions(const std::string& skeleton, std::vector<std::uint32_t>& out) {
  out.push_back(hash(skeleton));
  if (skeleton.size() < kShortestToShorten) return;
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

void prefix_keys(const Sounds& token, std::vector<std::uint32_t>& out) {
  out.clear();
  for (const std::string& skeleton : skeletons(token)) {
    out.push_back(hash(std::string_view(skeleton).substr(0, kPrefixClasses)));
  }
  sort_unique(out);
}

}  // namespace darvaza::index
