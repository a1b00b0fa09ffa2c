// Any bytes as a name: bounded, every token usable, and no noise before a name makes the name
// vanish.
#include <algorithm>
#include <string>

#include "fuzz/fuzz_target.h"
#include "fuzz/well_formed_utf8.h"
#include "names/person_name.h"
#include "text/normalise.h"

namespace darvaza::fuzz {
namespace {

using names::PersonName;
using names::Token;
using romanize::Sound;

void check_token(const Token& token) {
  require(!token.sounds.empty(), "a token has sounds");
  require(token.sounds.size() <= romanize::Sounds::kCapacity, "a token is bounded");
  require(std::all_of(token.sounds.begin(), token.sounds.end(),
                      [](Sound s) { return s > Sound::none && s < Sound::count; }),
          "every sound is one of the table");
  require(token.role <= names::TokenRole::patronymic, "a role is one of the table");
  require(!token.text.empty() && is_well_formed_utf8(token.text), "a token can be shown");
}

void check_name(const PersonName& name) {
  require(name.tokens.size() <= names::kMaxTokens, "a name has at most kMaxTokens tokens");
  require(name.dropped == 0 || name.tokens.size() == names::kMaxTokens,
          "tokens are dropped only beyond kMaxTokens");
  for (const Token& token : name.tokens) check_token(token);
}

bool same_sounds(const Token& a, const Token& b) {
  return a.sounds == b.sounds && a.text == b.text;
}

/// Whatever a traveller puts before their name, the name is found: an evader's first try.
void check_noise_hides_nothing(std::string_view noise, const PersonName& alone) {
  constexpr std::string_view kName = " Zarina";
  if (noise.size() + kName.size() > text::kMaxNameBytes) return;
  const PersonName both = names::parse_name(std::string(noise) + std::string(kName));
  if (alone.tokens.size() == names::kMaxTokens) {
    require(both.dropped > alone.dropped, "what does not fit is counted");
    return;
  }
  require(both.tokens.size() == alone.tokens.size() + 1, "a name after noise is one more token");
  require(std::equal(alone.tokens.begin(), alone.tokens.end(), both.tokens.begin(), same_sounds),
          "words do not change each other's sounds");
  require(same_sounds(both.tokens.back(), names::parse_name(kName).tokens.front()),
          "a name sounds the same after noise");
}

/// A full machine-readable field may have cut any of its tokens (Doc 9303-4 §4.2.3).
void check_truncated(std::string_view text) {
  const PersonName name = names::parse_name(TravellerName{std::string(text), "Zarina", true});
  require(std::all_of(name.tokens.begin(), name.tokens.end(), [](const Token& t) { return t.cut; }),
          "every token of a full field may be cut");
  require(!name.tokens.empty(), "the secondary identifier counts");
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = darvaza::fuzz::as_text(data, size);
  const darvaza::names::PersonName name = darvaza::names::parse_name(text);
  darvaza::fuzz::check_name(name);
  darvaza::fuzz::check_noise_hides_nothing(text, name);
  darvaza::fuzz::check_truncated(text);
  return 0;
}
