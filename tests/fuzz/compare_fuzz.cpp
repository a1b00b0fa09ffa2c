// Two names, one a line: the comparison is symmetric, in range, the sum of its reasons, and nobody
// is more like a name than the name itself.
#include <algorithm>
#include <string>

#include "darvaza/compare.h"
#include "fuzz/fuzz_target.h"
#include "names/person_name.h"

namespace darvaza::fuzz {
namespace {

void check_in_range(const Comparison& comparison) {
  require(comparison.score_bp >= 0 && comparison.score_bp <= 10'000, "a score is 0 to 10000");
  std::int32_t sum = 0;
  for (const Evidence& piece : comparison.evidence) sum += piece.weight_mn;
  require(sum == comparison.weight_mn, "the reasons add up to the weight");
}

void check_symmetric(const Comparison& ab, const Comparison& ba) {
  require(ab.score_bp == ba.score_bp, "comparing is symmetric in score");
  require(ab.weight_mn == ba.weight_mn, "comparing is symmetric in weight");
}

/// Nothing is more like `name` than itself. `other` is what `name` got against another name.
void check_itself(std::string_view name, const Comparison& other) {
  const Comparison itself = compare_names(name, name);
  require(itself.score_bp >= other.score_bp, "no other name is more like a name than itself");
  require(names::parse_name(name).tokens.empty() == itself.evidence.empty(),
          "a name with a letter is compared, one without is not");
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza;
  const std::string_view text = fuzz::as_text(data, size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view a = text.substr(0, end), b = text.substr(std::min(end + 1, text.size()));
  const Comparison ab = compare_names(a, b);
  fuzz::check_in_range(ab);
  fuzz::check_symmetric(ab, compare_names(b, a));
  fuzz::check_itself(a, ab);
  fuzz::check_itself(b, ab);
  return 0;
}
