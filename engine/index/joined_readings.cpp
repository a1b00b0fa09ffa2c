#include "index/joined_readings.h"

#include <algorithm>
#include <optional>

#include "index/leading_words.h"
#include "names/name_alignment.h"
#include "names/role_words.h"
#include "names/second_halves.h"

namespace darvaza::index {
namespace {

using names::TokenRole;
using Tokens = std::span<const ReadToken>;

/// Abd, Abu: short words that the article binds to the next one.
constexpr std::size_t kMostSoundsOfBound = 4;
/// oglu, qizi, uly: words of three sounds and more that end in a vowel belong to the name before them.
constexpr std::size_t kFewestSoundsOfFollower = 3;

bool has_particle(Tokens name) {
  return std::any_of(name.begin(), name.end(), [](const ReadToken& token) { return token.role == TokenRole::particle; });
}

/// Whether a particle is written together with the word before it: oglu; the article in the nominative, Saif ul-Islam; ولد where another took it for a part of
/// that name (names::Token::glued).
bool leans_back(const romanize::Sounds& particle) {
  const bool follows = particle.size() >= kFewestSoundsOfFollower && romanize::is_vowel(particle.back());
  return follows || names::may_be_glued(particle) || particle[0] == romanize::Sound::u || particle[0] == romanize::Sound::o;
}

bool can_be_joined(TokenRole role) { return leads(role) || role == TokenRole::title; }

bool is_second_half(const ReadToken& token) { return token.role == TokenRole::name && names::second_half(*token.sounds) != names::SecondHalf::none; }

/// Whether particles or second halves make other readings.
bool has_readings(Tokens name) {
  return has_particle(name) || (name.size() > 1 && std::any_of(name.begin() + 1, name.end(), is_second_half));
}

/// The words in which a particle can stand.
enum class Side : std::uint8_t {
  both,      ///< with what follows it, and with a short word before: Abdalrahman
  next,      ///< with what follows it: Abd Alrahman
  previous,  ///< with what it leans on: Abdur Rahman
};

std::optional<WordRun> with_next(Tokens name, std::size_t at, Side side) {
  std::size_t next = at + 1;
  while (next < name.size() && name[next].role == TokenRole::particle) ++next;
  if (next >= name.size() || !can_be_joined(name[next].role)) return std::nullopt;
  const bool binds = side == Side::both && next == at + 1 && at > 0 && leads(name[at - 1].role) && name[at - 1].sounds->size() <= kMostSoundsOfBound;
  const std::size_t begin = binds ? at - 1 : at;
  if (next + 1 - begin > names::kMostJoined) return std::nullopt;
  return WordRun{static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(next + 1 - begin)};
}

std::optional<WordRun> with_previous(Tokens name, std::size_t at) {
  if (at == 0 || !can_be_joined(name[at - 1].role)) return std::nullopt;
  return WordRun{static_cast<std::uint8_t>(at - 1), 2};
}

bool is_one_system(Tokens parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const ReadToken& part) { return part.sounds->system() == parts.front().sounds->system(); });
}

using Runs = std::array<WordRun, names::kMaxTokens>;  // by the token they begin with

Reading reading_of(Tokens name, const Runs& runs) {
  Reading reading;
  for (std::size_t at = 0; at < name.size();) {
    const WordRun word = runs[at].count != 0 ? runs[at] : WordRun{static_cast<std::uint8_t>(at), 1};
    reading.add(word);
    at += word.count;
  }
  return reading;
}

/// Each particle joined on this side, or where nothing stands there on the other.
Reading join(Tokens name, Side side) {
  Runs runs{};
  std::size_t taken = 0;  // tokens before this are in a run
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at].role != TokenRole::particle || at < taken) continue;
    auto run = side == Side::previous && leans_back(*name[at].sounds) ? with_previous(name, at) : with_next(name, at, side);
    if (!run) run = with_previous(name, at);
    if (!run || run->begin < taken || !is_one_system(name.subspan(run->begin, run->count))) continue;
    runs[run->begin] = *run;
    taken = static_cast<std::size_t>(run->begin) + run->count;
  }
  return reading_of(name, runs);
}

/// God and the Religion with the half before them, and the article between.
Reading join_second_halves(Tokens name) {
  Runs runs{};
  std::size_t taken = 0;
  for (std::size_t at = 1; at < name.size(); ++at) {
    if (!is_second_half(name[at])) continue;
    const std::size_t first = at > 1 && name[at - 1].role == TokenRole::particle ? at - 2 : at - 1;
    const std::size_t count = at + 1 - first;
    if (first < taken || !leads(name[first].role) || !is_one_system(name.subspan(first, count))) continue;
    runs[first] = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(count)};
    taken = at + 1;
  }
  return reading_of(name, runs);
}

bool same(const Reading& a, const Reading& b) {
  return std::ranges::equal(a.words(), b.words(), [](WordRun x, WordRun y) { return x.begin == y.begin && x.count == y.count; });
}

}  // namespace

JoinedReadings::JoinedReadings(Tokens name) {
  if (!has_readings(name)) return;
  for (const Reading& reading : {join_second_halves(name), join(name, Side::both), join(name, Side::next), join(name, Side::previous)}) {
    const bool joins = reading.words().size() < name.size();
    const auto known = readings();
    if (joins && std::none_of(known.begin(), known.end(), [&](const Reading& other) { return same(other, reading); })) readings_[count_++] = reading;
  }
}

romanize::Sounds joined_sounds(Tokens parts) {
  std::array<const romanize::Sounds*, names::kMaxTokens> words;
  std::transform(parts.begin(), parts.end(), words.begin(), [](const ReadToken& part) { return part.sounds; });
  return names::as_one_word(std::span(words).first(parts.size()));
}

}  // namespace darvaza::index
