// Two tokens in the pivot: the fast alignment equals its textbook twin, limit and prefix included.
//
// Input: limit in units of 64 millinats; then per token a byte whose low 3 bits are the writing
// system and the rest the number of sounds, and that many sounds.
#include <algorithm>
#include <string>

#include "fuzz/fuzz_target.h"
#include "names/token_cost.h"
#include "reference/textbook_alignment.h"
#include "romanize/pivot.h"

namespace darvaza::fuzz {
namespace {

using names::kTooFar;
using names::Millinats;
using romanize::Sounds;

/// The twin is exponential: two tokens of 6 sounds take 10,000 steps, of 8 already 300,000.
constexpr std::size_t kLongestForTheTwin = 6;

std::size_t take(std::string_view& bytes) {
  if (bytes.empty()) return 0;
  const auto byte = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

Sounds take_token(std::string_view& bytes) {
  const std::size_t shape = take(bytes);
  Sounds token(static_cast<romanize::WritingSystem>(shape % 8 % romanize::kWritingSystemCount));
  for (std::size_t left = shape / 8; left > 0 && !bytes.empty(); --left) {
    token.push_back(static_cast<romanize::Sound>(1 + take(bytes) % (romanize::kSoundCount - 1)));
  }
  return token;
}

Millinats within(Millinats cost, Millinats limit) { return cost > limit ? kTooFar : cost; }

/// names::prefix_cost by its definition: the best of all beginnings of about the prefix's length.
Millinats textbook_prefix_cost(const Sounds& prefix, const Sounds& whole, Millinats limit) {
  Millinats best = kTooFar;
  Sounds beginning(whole.system());
  for (const romanize::Sound sound : whole) {
    beginning.push_back(sound);
    const auto size = static_cast<int>(beginning.size()), wanted = static_cast<int>(prefix.size());
    if (size < wanted - 2 || size > wanted + 2) continue;
    best = std::min(best, reference::token_cost(prefix, beginning));
  }
  return within(best, limit);
}

void check_any(const Sounds& a, const Sounds& b, Millinats limit) {
  const Millinats exact = names::token_cost(a, b, kTooFar - 1);
  require(exact >= 0 && exact < kTooFar, "a cost is in range");
  require(names::token_cost(b, a, kTooFar - 1) == exact, "a cost is symmetric");
  require(names::token_cost(a, b, limit) == within(exact, limit), "a limit only cuts off");
  require(names::token_cost(a, a, 0) == 0, "a token costs nothing against itself");
}

void check_short(const Sounds& a, const Sounds& b, Millinats limit) {
  if (std::max(a.size(), b.size()) > kLongestForTheTwin) return;
  require(names::token_cost(a, b, kTooFar - 1) == reference::token_cost(a, b),
          "the fast alignment equals the textbook");
  require(names::prefix_cost(a, b, limit) == textbook_prefix_cost(a, b, limit),
          "the prefix alignment equals the textbook");
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza::fuzz;
  std::string_view bytes = as_text(data, size);
  const auto limit = static_cast<Millinats>(take(bytes) * 64);
  const Sounds a = take_token(bytes), b = take_token(bytes);
  check_any(a, b, limit);
  check_short(a, b, limit);
  return 0;
}
