// Two snapshots, and any bytes as a delta from the first: what is applied has the digest that was announced, and the delta
// between two snapshots leads from the one to the other and from nowhere else.
//
// The byte 0x1C divides the input into the older snapshot, the newer one and the delta.
#include <string>
#include <string_view>

#include "fuzz/fuzz_target.h"
#include "releases/delta.h"
#include "releases/keys.h"
#include "releases/rules.h"
#include "releases/snapshot.h"

namespace darvaza::fuzz {
namespace {

using namespace releases;

constexpr char kSeparator = '\x1C';
constexpr DeltaStep kStep{"fuzz", 6};

std::string_view take_part(std::string_view& rest) {
  const auto end = rest.find(kSeparator);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

/// A delta of anybody.
void check_foreign(std::string_view before, std::string_view delta) {
  const auto after = apply_delta(kStep, before, delta);
  if (!after) {
    require(after.error().code == ErrorCode::input_refused, "a delta that does not fit is refused");
    require(after.error().message.find(": ") != std::string::npos, "a refusal names the rule");
    return;
  }
  require(after->digest == digest_of(after->snapshot) && delta.find("result: " + after->digest) != std::string_view::npos, "the result has the digest that was announced");
  if (!snapshot_lines(before, kStep.list)) return;
  require(snapshot_lines(after->snapshot, kStep.list).has_value(), "the result of a delta is a snapshot");
}

/// The delta between two snapshots.
void check_own(std::string_view before, std::string_view after) {
  const auto delta = make_delta(kStep, before, after);
  const bool both = snapshot_lines(before, kStep.list) && snapshot_lines(after, kStep.list);
  require(delta.has_value() == both, "two snapshots have a delta, and nothing else has");
  if (!delta) return;
  const auto result = apply_delta(kStep, before, *delta);
  require(result && result->snapshot == after, "a delta leads to the newer snapshot, to the byte");
  require(!apply_delta({"other", kStep.from}, before, *delta), "a delta is of one list");
  require(!apply_delta({kStep.list, kStep.from + 1}, before, *delta), "a delta leads from one version");
  if (before != after) require(!apply_delta(kStep, after, *delta), "a delta cannot be applied twice");
  std::string cut = *delta;
  cut.pop_back();
  require(!apply_delta(kStep, before, cut), "a delta that was cut is refused");
}

void check_delta(std::string_view input) {
  const std::string_view before = take_part(input), after = take_part(input);
  check_own(before, after);
  check_foreign(before, input);
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza::fuzz;
  check_delta(as_text(data, size));
  return 0;
}
