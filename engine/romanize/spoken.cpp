#include "romanize/spoken.h"

#include <string>

#include "romanize/romanize.h"

namespace darvaza::romanize {

void Spoken::add(std::string_view syllable) {
  sounds_.join(romanize_latin(std::u32string(syllable.begin(), syllable.end())).in(sounds_.system()));
}

}  // namespace darvaza::romanize
