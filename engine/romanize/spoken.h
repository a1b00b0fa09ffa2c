// What is spoken, put together syllable by syllable.
#pragma once

#include <string_view>

#include "romanize/pivot.h"

namespace darvaza::romanize {

/// The sounds of a word whose reader knows its syllables. Letters of two syllables make one sound only where they do in every script, as "t" and
/// "s" of Phetsavong, and "t" and "h" do not; equal sounds that meet are one, as everywhere.
class Spoken {
 public:
  explicit Spoken(WritingSystem system) : sounds_(system) {}

  /// Appends a syllable in Latin letters, read as romanize_latin reads them.
  void add(std::string_view syllable);
  const Sounds& sounds() const { return sounds_; }

 private:
  Sounds sounds_;
};

}  // namespace darvaza::romanize
