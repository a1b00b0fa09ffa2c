// Native names as each published system writes them in Latin letters (romanize/orthography.h).
#include <algorithm>

#include "eval/perturb/families.h"
#include "eval/perturb/letters.h"
#include "romanize/orthography.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::perturb {
namespace {

/// A name in plain A to Z may already be romanised, by any system: it does not show in which
/// alphabet it is.
bool shows_its_alphabet(const Subject& subject) {
  const auto beyond_ascii = [](char32_t c) { return c > 0x7f; };
  return std::any_of(subject.words.begin(), subject.words.end(), [&](const std::u32string& word) {
    return std::any_of(word.begin(), word.end(), beyond_ascii);
  });
}

Varied romanised(const romanize::Orthography& system, const Subject& subject) {
  if (!is_written_in(subject, system.script)) return does_not_apply(kOtherScript);
  if (!shows_its_alphabet(subject)) return does_not_apply("no letter beyond A to Z");
  Subject result = subject;
  for (std::u32string& word : result.words) {
    const std::u32string native = text::normalise(text::encode_utf8(word)).text;
    if (!romanize::covers(system, native))
      return does_not_apply("letters that the system does not have");
    const std::u32string latin = capitalised(romanize::romanise(system, native));
    if (latin.empty()) return does_not_apply("nothing of a word is left");
    // A Latin word that the system spells as it stands keeps its capitals.
    if (lower(latin) != native) word = latin;
  }
  if (result == subject) return does_not_apply(kUnchanged);
  return result;
}

}  // namespace

std::vector<Variation> romanisations() {
  std::vector<Variation> all;
  for (const romanize::Orthography& system : romanize::orthographies()) {
    all.push_back(
        {"romanise-" + std::string(system.id), std::string(system.title),
         [&system](const Subject& subject, Random&) { return romanised(system, subject); }});
  }
  return all;
}

}  // namespace darvaza::perturb
