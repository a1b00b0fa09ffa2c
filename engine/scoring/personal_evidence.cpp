#include "scoring/personal_evidence.h"

#include <fmt/format.h>

#include <string>

#include "documents/states.h"

namespace darvaza::scoring {
namespace {

/// People change and add nationalities, and lists often guess them from the place of birth: a shared
/// one is worth about what a random traveller of the region would share, a difference little more
/// than that.
constexpr std::int32_t kSameNationality = 1500;
constexpr std::int32_t kRelatedNationality = 500;
constexpr std::int32_t kOtherNationality = -1500;

/// ln 2 when they agree. Lists err on sex in about one entry of a hundred.
constexpr std::int32_t kSameSex = 600;
constexpr std::int32_t kOtherSex = -3500;

bool any_pair(std::span<const StateCode> asked, std::span<const StateCode> listed, auto agree) {
  for (StateCode a : asked) {
    for (StateCode b : listed) {
      if (agree(a, b)) return true;
    }
  }
  return false;
}

std::string names_of(std::span<const StateCode> states) {
  std::string out;
  for (const StateCode& state : states) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", documents::state_name(state));
  }
  return out;
}

Evidence nationality(std::int32_t weight, std::string_view words, std::span<const StateCode> asked,
                     std::span<const StateCode> listed) {
  return {EvidenceKind::nationality, weight,
          fmt::format("{}: {}, listed {}", words, names_of(asked), names_of(listed))};
}

}  // namespace

std::optional<Evidence> weigh_nationality(std::span<const StateCode> asked,
                                          std::span<const StateCode> listed) {
  if (asked.empty() || listed.empty()) return std::nullopt;
  if (any_pair(asked, listed, [](StateCode a, StateCode b) { return a == b; })) {
    return nationality(kSameNationality, "shared", asked, listed);
  }
  if (any_pair(asked, listed, documents::are_related)) {
    return nationality(kRelatedNationality, "related", asked, listed);
  }
  return nationality(kOtherNationality, "different", asked, listed);
}

std::optional<Evidence> weigh_sex(Sex asked, Sex listed) {
  const auto known = [](Sex sex) { return sex == Sex::female || sex == Sex::male; };
  if (!known(asked) || !known(listed)) return std::nullopt;
  if (asked == listed) return Evidence{EvidenceKind::sex, kSameSex, "same"};
  return Evidence{EvidenceKind::sex, kOtherSex, "different"};
}

}  // namespace darvaza::scoring
