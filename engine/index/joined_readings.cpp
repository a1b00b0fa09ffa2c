#include "index/joined_readings.h"

#include <algorithm>
#include <optional>

#include "index/leading_words.h"

namespace darvaza::index {
namespace {

using names::TokenRole;
using Tokens = std::span<const ReadToken>;

/// Alignment joins no more.
constexpr std::size_t kMostJoined = 3;
/// Abd, Abu: short words that the article binds to the next one.
constexpr std::size_t kMostSoundsOfBound = 4;
/// oglu, qizi, uly: words of three sounds and more that end in a vowel follow the name they belong to.
constexpr std::size_t kFewestSoundsOfFollower = 3;

bool has_particle(Tokens name) {
  return std::any_of(name.begin(), name.end(), [](const ReadToken& token) { return token.role == TokenRole::particle; });
}

bool follows_its_name(const romanize::Sounds& particle) {
  return particle.size() >= kFewestSoundsOfFollower && romanize::is_vowel(particle.back());
}

/// The word that the particle at `at` makes with what follows it, and with a short word before.
std::optional<WordRun> with_next(Tokens name, std::size_t at) {
  std::size_t next = at + 1;
  while (next < name.size() && name[next].role == TokenRole::particle) ++next;
  if (next >= name.size() || !leads(name[next].role)) return std::nullopt;
  const bool binds = next == at + 1 && at > 0 && leads(name[at - 1].role) && name[at - 1].sounds->size() <= kMostSoundsOfBound;
  const std::size_t begin = binds ? at - 1 : at;
  if (next + 1 - begin > kMostJoined) return std::nullopt;
  return WordRun{static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(next + 1 - begin)};
}

std::optional<WordRun> with_previous(Tokens name, std::size_t at) {
  if (at == 0 || !leads(name[at - 1].role)) return std::nullopt;
  return WordRun{static_cast<std::uint8_t>(at - 1), 2};
}

bool is_one_system(Tokens parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const ReadToken& part) { return part.sounds->system() == parts.front().sounds->system(); });
}

struct Joined {
  Reading reading;
  bool any = false;  ///< whether anything is joined in it
};

/// Each particle joined to what follows it, or to what stands before it where nothing follows; with
/// `followers`, those that follow their name to that.
Joined join(Tokens name, bool followers) {
  std::array<WordRun, names::kMaxTokens> runs{};  // by the token they begin with
  std::size_t taken = 0;                          // tokens before this are in a run
  Joined out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at].role != TokenRole::particle || at < taken) continue;
    auto run = followers && follows_its_name(*name[at].sounds) ? with_previous(name, at) : with_next(name, at);
    if (!run) run = with_previous(name, at);
    if (!run || run->begin < taken || !is_one_system(name.subspan(run->begin, run->count))) continue;
    runs[run->begin] = *run;
    taken = static_cast<std::size_t>(run->begin) + run->count;
    out.any = true;
  }
  for (std::size_t at = 0; at < name.size();) {
    const WordRun word = runs[at].count != 0 ? runs[at] : WordRun{static_cast<std::uint8_t>(at), 1};
    out.reading.add(word);
    at += word.count;
  }
  return out;
}

bool same(const Reading& a, const Reading& b) {
  return std::ranges::equal(a.words(), b.words(), [](WordRun x, WordRun y) { return x.begin == y.begin && x.count == y.count; });
}

}  // namespace

JoinedReadings::JoinedReadings(Tokens name) {
  if (!has_particle(name)) return;
  const Joined to_next = join(name, false), to_previous = join(name, true);
  if (to_next.any) readings_[count_++] = to_next.reading;
  if (to_previous.any && !(to_next.any && same(to_next.reading, to_previous.reading))) readings_[count_++] = to_previous.reading;
}

romanize::Sounds joined_sounds(Tokens parts) {
  romanize::Sounds all = *parts.front().sounds;
  for (const ReadToken& part : parts.subspan(1)) all.append(*part.sounds);
  return all;
}

}  // namespace darvaza::index
