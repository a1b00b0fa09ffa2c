// What leads from one version of a snapshot to the next: removals, then additions, then the digest
// of the result.
//
//   darvaza-delta 1
//   list: un-sc
//   from: 6
//   to: 7
//   removals: 1
//   - person<TAB>id=QX.1...
//   additions: 1
//   + person<TAB>id=QX.1...
//   result: 9f86...
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::releases {

struct DeltaStep {
  std::string_view list;
  std::uint64_t from = 0;  ///< `to` is the next version
};

/// Both snapshots must be of `step.list`.
Result<std::string> make_delta(const DeltaStep& step, std::string_view before,
                               std::string_view after);

struct AppliedDelta {
  std::string snapshot;
  std::string digest;  ///< of it: that which the delta names
};

/// The snapshot after one that was checked to be one (snapshot_lines). Refused, and nothing is
/// changed, when the delta is of another list (wrong-list) or other versions (wrong-version),
/// removes a line that is not there, adds one that is, has lines out of order or counts that do not
/// fit (bad-delta), or when the result has another digest than it says (wrong-digest).
Result<AppliedDelta> apply_delta(const DeltaStep& step, std::string_view before,
                                 std::string_view delta);

/// The same as pieces one after another, which point into `before` and `delta`, and without a look
/// at the digest of the result, which takes longer than all the rest: the caller takes it before
/// anything depends on the snapshot. Costs what the delta does, not what the snapshot.
struct UnprovenPieces {
  std::vector<std::string_view> pieces;
  std::string digest;  ///< that which the delta names
};
Result<UnprovenPieces> apply_delta_unproven(const DeltaStep& step, std::string_view before,
                                            std::string_view delta);

}  // namespace darvaza::releases
