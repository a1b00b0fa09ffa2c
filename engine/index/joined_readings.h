// How else a listed name may be written: its particles and what they belong to as one word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "names/person_name.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// A token as far as joining asks.
struct ReadToken {
  const romanize::Sounds* sounds = nullptr;
  names::TokenRole role = names::TokenRole::name;
};

/// Neighbouring tokens of a name that are one word of a reading.
struct WordRun {
  std::uint8_t begin = 0, count = 0;
};

/// The words of a name, in its order: every token alone, or joined with its neighbours.
class Reading {
 public:
  void add(WordRun word) { words_[count_++] = word; }
  std::span<const WordRun> words() const { return {words_.data(), count_}; }

 private:
  std::array<WordRun, names::kMaxTokens> words_{};
  std::size_t count_ = 0;
};

/// The readings of a name in which particles are joined to what they belong to: "al Bakr" is also Albakr, "Abd ur Rahman"
/// Abdurrahman, Abd Urrahman and Abdur Rahman, "Hasan oglu" Hasanoglu; and God and the Religion to the half before them (names/second_halves.h): "Rahmat Ullah" is
/// Rahmatullah, "Burhan al Din" Burhanuddin. Those who write a name so are found by the joined word. Names without
/// any of these have no such reading, others one to four.
class JoinedReadings {
 public:
  static constexpr std::size_t kMost = 4;

  explicit JoinedReadings(std::span<const ReadToken> name);
  std::span<const Reading> readings() const& { return {readings_.data(), count_}; }
  std::span<const Reading> readings() && = delete;  // they are this object's

 private:
  std::array<Reading, kMost> readings_{};
  std::size_t count_ = 0;
};

/// The sounds of a word as alignment joins them; the parts must be of one writing system.
romanize::Sounds joined_sounds(std::span<const ReadToken> parts);

}  // namespace darvaza::index
