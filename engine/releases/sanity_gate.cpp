#include "releases/sanity_gate.h"

#include <algorithm>

#include <fmt/core.h>

#include "releases/rules.h"

namespace darvaza::releases {

Result<void> check_sanity(const ListChanges& changes, std::uint64_t steps, const RootNote& root,
                          const std::vector<const SignedText*>& notes) {
  const auto over = [&](std::uint64_t count, std::uint64_t percent) {
    return count * 100 > changes.before * std::min<std::uint64_t>(100, percent * steps);
  };
  if (!over(changes.removed, kMaxRemovedPercent) && !over(changes.changed, kMaxChangedPercent))
    return {};
  const bool overridden = std::any_of(notes.begin(), notes.end(), [&](const SignedText* note) {
    return verify_signatures(*note, Role::override_gate, root.of(Role::override_gate)).has_value();
  });
  if (overridden) return {};
  return refuse(
      rule::kSanity,
      fmt::format(
          "of {} entries {} are removed and {} changed, where {} % and {} % are allowed without an "
          "override key",
          changes.before, changes.removed, changes.changed, kMaxRemovedPercent * steps,
          kMaxChangedPercent * steps));
}

}  // namespace darvaza::releases
