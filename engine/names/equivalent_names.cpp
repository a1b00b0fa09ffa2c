#include "names/equivalent_names.h"

#include <algorithm>
#include <utility>

#include "names/second_halves.h"
#include "names/spelling_table.h"
#include "names/syllabic_names.h"

namespace darvaza::names {
namespace {

/// All members of all groups in one table, group by group.
class EquivalentNames {
 public:
  EquivalentNames() : members_(read_groups()), table_(members_) {}

  const SpellingTable& table() const { return table_; }
  std::uint16_t group_of(std::uint32_t member) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), member);
    return static_cast<std::uint16_t>(next - begins_.begin() - 1);
  }
  std::span<const romanize::Sounds> members(std::uint16_t group) const {
    return std::span(members_).subspan(begins_[group], begins_[group + 1u] - begins_[group]);
  }

 private:
  std::vector<romanize::Sounds> read_groups() {
    std::vector<romanize::Sounds> members;
    for (const std::u32string_view group : equivalent_name_groups()) add_group(group, members);
    for (const RomanisedNames& group : romanised_name_groups()) add_group(group.words, members);
    for (const std::u32string& group : chinese_syllable_groups()) add_group(group, members);
    begins_.push_back(static_cast<std::uint32_t>(members.size()));
    return members;
  }

  void add_group(std::u32string_view group, std::vector<romanize::Sounds>& members) {
    begins_.push_back(static_cast<std::uint32_t>(members.size()));
    while (!group.empty()) {
      const auto end = std::min(group.find(U' '), group.size());
      add(group.substr(0, end), members);
      group.remove_prefix(std::min(end + 1, group.size()));
    }
  }

  void add(std::u32string_view word, std::vector<romanize::Sounds>& members) const {
    const romanize::Sounds sounds = sounds_in_one_spelling(word);
    const auto group = members.begin() + begins_.back();
    if (!sounds.empty() && std::find(group, members.end(), sounds) == members.end()) members.push_back(sounds);
  }

  std::vector<std::uint32_t> begins_;  ///< of each group among the members, and the end
  std::vector<romanize::Sounds> members_;
  SpellingTable table_;
};

const EquivalentNames& equivalent_names() {
  static const EquivalentNames names;
  return names;
}

/// Those of romanised names come after the others, those of single Chinese syllables last.
bool is_romanised(std::uint16_t group) { return group >= equivalent_name_groups().size(); }

}  // namespace

std::vector<NameGroup> name_groups(const romanize::Sounds& token) {
  const EquivalentNames& names = equivalent_names();
  std::vector<SpellingTable::Similar> found;
  names.table().similar(token, kGroupLimit, found);
  std::vector<NameGroup> groups;
  for (const auto& [member, cost] : found) {
    const std::uint16_t group = names.group_of(member);
    if (!belongs(group, names.table()[member], token, cost)) continue;
    if (groups.empty() || groups.back().group != group) groups.push_back({group, cost});
    groups.back().cost = std::min(groups.back().cost, cost);
  }
  return groups;
}

bool belongs(std::uint16_t group, const romanize::Sounds& member, const romanize::Sounds& token, Millinats cost) {
  if (!is_romanised(group)) return cost <= kGroupLimit;
  const bool is_learned = static_cast<std::size_t>(token.system()) < romanize::kLearnedSystemCount;
  return member == token || (!is_learned && cost <= kSyllableLimit);
}

std::span<const romanize::Sounds> group_members(std::uint16_t group) { return equivalent_names().members(group); }

Millinats form_cost(std::uint16_t group) {
  if (!is_romanised(group)) return kOtherForm;
  const std::size_t place = group - equivalent_name_groups().size();
  return place < romanised_name_groups().size() ? romanised_name_groups()[place].cost : kOtherSpelling;
}

Millinats equivalence_cost(std::span<const NameGroup> a, std::span<const NameGroup> b) {
  Millinats least = kTooFar;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->group == y->group) least = std::min(least, x->cost + form_cost(x->group) + y->cost);
    const bool step_a = x->group <= y->group, step_b = y->group <= x->group;
    if (step_a) ++x;
    if (step_b) ++y;
  }
  return least;
}

}  // namespace darvaza::names
