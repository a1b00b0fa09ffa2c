#include "screening/list_states.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::screening {
namespace {

WatchlistEntry entry() {
  WatchlistEntry one;
  one.list = "zala";
  one.id = "1";
  one.names = {{"Tuvan Ordai", NameGrade::primary}};
  return one;
}

std::string state_of(const WatchlistEntry& one) {
  ListStates states;
  states.add(one);
  return states.of("zala");
}

TEST(ListStates, EveryFieldOfAnEntryCounts) {
  const std::vector<std::function<void(WatchlistEntry&)>> changes = {
      [](WatchlistEntry& e) { e.id = "2"; },
      [](WatchlistEntry& e) { e.names[0].text += "i"; },
      [](WatchlistEntry& e) { e.names[0].grade = NameGrade::weak; },
      [](WatchlistEntry& e) { e.names.push_back({"Keleg", NameGrade::weak}); },
      [](WatchlistEntry& e) { e.birth_dates = {BirthDate::on({1960, 5, 0})}; },
      [](WatchlistEntry& e) { e.birth_dates = {BirthDate::on({1960, 5, 0}, true)}; },
      [](WatchlistEntry& e) { e.sex = Sex::female; },
      [](WatchlistEntry& e) { e.nationalities = {StateCode("TJK")}; },
      [](WatchlistEntry& e) { e.birth_places = {"Khujand"}; },
      [](WatchlistEntry& e) { e.father_names = {"Khujand"}; },
      [](WatchlistEntry& e) { e.documents = {{"AB1", "P", {}}}; },
      [](WatchlistEntry& e) { e.documents = {{"AB1", "P", StateCode("TJK")}}; },
      [](WatchlistEntry& e) { e.category = "drugs"; },
      [](WatchlistEntry& e) { e.handling = "drugs"; },
      [](WatchlistEntry& e) { e.terms.owner = StateCode("TJK"); },
      [](WatchlistEntry& e) { e.terms.releasable_to.emplace(); },
      [](WatchlistEntry& e) { e.terms.releasable_to = {StateCode("TJK")}; },
      [](WatchlistEntry& e) { e.terms.visible_from = Line::second; },
      [](WatchlistEntry& e) { e.terms.valid_from = {2026, 1, 1}; },
      [](WatchlistEntry& e) { e.terms.valid_until = {2026, 1, 1}; },
      [](WatchlistEntry& e) { e.terms.review = {2026, 1, 1}; },
  };
  std::set<std::string> states = {state_of(entry())};
  for (const auto& change : changes) {
    WatchlistEntry other = entry();
    change(other);
    states.insert(state_of(other));
  }
  EXPECT_EQ(states.size(), changes.size() + 1);
  EXPECT_EQ(states.begin()->size(), 16u);
}

TEST(ListStates, TheOrderOfRecordsDoesNotAndListsStandForThemselves) {
  WatchlistEntry other = entry(), foreign = entry();
  other.id = "2";
  foreign.list = "una";
  LostDocument document;
  document.list = "zala";
  document.number = "AB1";
  ListStates one, two, without;
  one.add(entry()), one.add(other), one.add(document);
  two.add(document), two.add(other), two.add(foreign), two.add(entry());
  without.add(entry()), without.add(other);
  EXPECT_EQ(one.of("zala"), two.of("zala"));
  EXPECT_NE(one.of("zala"), without.of("zala"));
  EXPECT_EQ(one.of("una"), "") << "nothing of it came";
  LostDocument stolen = document;
  stolen.status = DocumentStatus::stolen;
  ListStates lost, changed;
  lost.add(document), changed.add(stolen);
  EXPECT_NE(lost.of("zala"), changed.of("zala"));
}

}  // namespace
}  // namespace darvaza::screening
