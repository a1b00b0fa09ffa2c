#include "scoring/personal_evidence.h"

#include <cstddef>
#include <string>

#include "documents/states.h"

namespace darvaza::scoring {
namespace {

/// People change and add nationalities, and lists often guess them from the place of birth: a shared
/// one is worth about what a random traveller of the region would share, a difference little more
/// than that.
constexpr std::int32_t kSameNationality = 1500;
constexpr std::int32_t kRelatedNationality = 500;
/// Refugees and their children travel on their hosts' papers, and lists take one for the other.
constexpr std::int32_t kCloseNationality = -700;
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

void append_names(std::span<const StateCode> states, std::string& out) {
  const std::size_t begin = out.size();
  for (const StateCode& state : states) {
    if (out.size() != begin) out += ", ";
    out += documents::state_name(state);
  }
}

/// How two sets of facts agree and what that weighs; a weight of 0 is no evidence.
struct Agreement {
  std::int32_t weight_mn = 0;
  std::string_view words;
};

Agreement compare_nationalities(std::span<const StateCode> asked, std::span<const StateCode> listed) {
  if (asked.empty() || listed.empty()) return {};
  if (any_pair(asked, listed, [](StateCode a, StateCode b) { return a == b; })) return {kSameNationality, "shared"};
  if (any_pair(asked, listed, documents::are_related)) return {kRelatedNationality, "related"};
  if (any_pair(asked, listed, documents::are_close)) return {kCloseNationality, "neighbouring"};
  return {kOtherNationality, "different"};
}

Agreement compare_sexes(Sex asked, Sex listed) {
  const auto known = [](Sex sex) { return sex == Sex::female || sex == Sex::male; };
  if (!known(asked) || !known(listed)) return {};
  return asked == listed ? Agreement{kSameSex, "same"} : Agreement{kOtherSex, "different"};
}

}  // namespace

std::optional<Evidence> weigh_nationality(std::span<const StateCode> asked,
                                          std::span<const StateCode> listed) {
  const Agreement agreement = compare_nationalities(asked, listed);
  if (agreement.weight_mn == 0) return std::nullopt;
  std::optional<Evidence> evidence(Evidence{EvidenceKind::nationality, agreement.weight_mn, {}});
  constexpr std::size_t kMostOfNames = 64;
  std::string& text = evidence->text;
  text.reserve(agreement.words.size() + kMostOfNames);
  text += agreement.words;
  text += ": ";
  append_names(asked, text);
  text += ", listed ";
  append_names(listed, text);
  return evidence;
}

std::optional<Evidence> weigh_sex(Sex asked, Sex listed) {
  const Agreement agreement = compare_sexes(asked, listed);
  if (agreement.weight_mn == 0) return std::nullopt;
  return Evidence{EvidenceKind::sex, agreement.weight_mn, std::string(agreement.words)};
}

std::int32_t nationality_weight(std::span<const StateCode> asked, std::span<const StateCode> listed) {
  return compare_nationalities(asked, listed).weight_mn;
}

std::int32_t sex_weight(Sex asked, Sex listed) { return compare_sexes(asked, listed).weight_mn; }

}  // namespace darvaza::scoring
