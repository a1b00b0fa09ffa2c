// Latin names in the Cyrillic letters from which a published system would have made them.
//
// The tables of romanize/orthography.h are read backwards: at each place the longest Latin spelling
// that some letter has, of several letters the most common one. The result counts only if the
// system, read forwards, gives the listed name again; so nothing is made up that the system could
// not have written. Arabic script is left out: it does not write short vowels, and a list's Latin
// spelling does not say which vowels are short.
#include <array>

#include "eval/perturb/families.h"
#include "eval/perturb/letters.h"
#include "romanize/orthography.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::perturb {
namespace {

using romanize::Orthography;
using romanize::SpellingRule;

/// Russian letters by how often texts have them (Lyashevskaya, Sharov 2009). The other languages'
/// own letters share no Latin spelling with each other, so that it is enough that they come last.
constexpr std::u32string_view kByFrequency = U"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

/// How the choice falls between rules that write the same: single letters first, then rules without
/// context, then the more common letter.
std::array<std::size_t, 3> rank(const SpellingRule& rule) {
  const std::size_t contexts = std::size_t{!rule.after.empty()} + std::size_t{!rule.before.empty()};
  return {rule.letters.size(), contexts, kByFrequency.find(rule.letters[0])};
}

/// The rule with the longest Latin side that stands at the beginning of `rest`.
const SpellingRule* longest_rule(const Orthography& system, std::u32string_view rest) {
  const SpellingRule* best = nullptr;
  for (const auto& table : system.tables) {
    for (const SpellingRule& rule : table) {
      if (rule.latin.empty() || !rest.starts_with(rule.latin)) continue;
      if (best == nullptr || rule.latin.size() > best->latin.size() ||
          (rule.latin.size() == best->latin.size() && rank(rule) < rank(*best))) {
        best = &rule;
      }
    }
  }
  return best;
}

std::u32string read_backwards(const Orthography& system, std::u32string_view latin) {
  std::u32string native;
  for (std::size_t at = 0; at < latin.size();) {
    const SpellingRule* rule = longest_rule(system, latin.substr(at));
    if (rule == nullptr) {
      native += latin[at++];
    } else {
      native += rule->letters;
      at += rule->latin.size();
    }
  }
  return native;
}

Varied nativised(const Orthography& system, const Subject& subject) {
  if (!is_written_in(subject, text::Script::latin)) return does_not_apply(kOtherScript);
  Subject result = subject;
  for (std::u32string& word : result.words) {
    const std::u32string latin = text::normalise(text::encode_utf8(word)).text;
    const std::u32string native = read_backwards(system, latin);
    if (!romanize::covers(system, native) || romanize::romanise(system, native) != latin) {
      return does_not_apply("the system would not have written it so");
    }
    word = capitalised(native);
  }
  if (!is_written_in(result, system.script))
    return does_not_apply("letters that the system does not have");
  return result;
}

}  // namespace

std::vector<Variation> nativisations() {
  std::vector<Variation> all;
  for (const Orthography& system : romanize::orthographies()) {
    if (system.script != text::Script::cyrillic) continue;
    all.push_back(
        {"native-" + std::string(system.id),
         std::string(system.title) + ", back into Cyrillic letters",
         [&system](const Subject& subject, Random&) { return nativised(system, subject); }});
  }
  return all;
}

}  // namespace darvaza::perturb
