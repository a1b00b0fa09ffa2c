#include "romanize/spoken.h"

#include <string>

#include "romanize/romanize.h"

namespace darvaza::romanize {

void Spoken::add(std::string_view syllable) {
  for (const Sound sound : romanize_latin(std::u32string(syllable.begin(), syllable.end()))) {
    if (sounds_.empty() || sounds_.back() != sound) sounds_.push_back(sound);
  }
}

}  // namespace darvaza::romanize
