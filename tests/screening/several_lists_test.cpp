// Several indexes searched as one: the answers are those of one index of the resulting lists.
#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "darvaza/live_screener.h"
#include "screening/made_up_names.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

using Paths = std::vector<std::filesystem::path>;

/// A state of lists: persons by list and identifier, lost documents by list.
struct Lists {
  std::map<std::string, std::map<std::string, std::string>> persons;
  std::map<std::string, std::set<std::string>> documents;

  /// As files in the order of their identifiers, in a directory of their own.
  Paths write(const TestDirectory& directory, const std::string& name) const {
    const std::filesystem::path folder = directory / name;
    std::filesystem::create_directory(folder);
    Paths paths;
    for (const auto& [list, rows] : persons) {
      std::string csv = "id,name,aliases,birth_date,nationality,document_number\n";
      for (const auto& [id, row] : rows) csv += id + ',' + row + '\n';
      paths.push_back(directory.write(name + '/' + list + ".csv", csv));
    }
    for (const auto& [list, rows] : documents) {
      std::string csv = "document_number,range_end,issuing_state,status,reported\n";
      for (const std::string& row : rows) csv += row + '\n';
      paths.push_back(directory.write(name + '/' + list + ".csv", csv));
    }
    return paths;
  }
};

/// Lists that change, and who travels meanwhile.
class ChangingLists {
 public:
  explicit ChangingLists(std::uint32_t seed) : names_(seed) {
    for (std::size_t i = 0; i < 900; ++i) add("una");
    for (std::size_t i = 0; i < 300; ++i) add("zala");
    for (std::size_t i = 0; i < 200; ++i) lists_.documents["sltd"].insert(document());
    lists_.documents["sltd"].insert("ZB100000,ZB100999,TJK,stolen blank,2024-05-01");
  }

  void edit() {
    for (int i = 0; i < 40; ++i) {
      auto& rows = lists_.persons[names_.below(3) == 0 ? "zala" : "una"];
      const auto row =
          std::next(rows.begin(), static_cast<std::ptrdiff_t>(names_.below(rows.size())));
      switch (names_.below(4)) {
        case 0:
          add(&rows == &lists_.persons["una"] ? "una" : "zala");
          break;
        case 1:
          row->second = person();
          break;
        case 2:
          removed_[&rows][row->first] = row->second;
          rows.erase(row);
          break;
        default:
          rows.insert(removed_[&rows].begin(), removed_[&rows].end());
          removed_[&rows].clear();  // as they were
      }
    }
    auto& lost = lists_.documents["sltd"];
    for (int i = 0; i < 10; ++i) {
      gone_.insert(*lost.begin());
      lost.erase(lost.begin());
      lost.insert(document());
    }
    if (gone_.size() > 15) lost.insert(*gone_.begin());
  }

  std::vector<Traveller> travellers(std::size_t count) {
    std::vector<Traveller> all;
    for (std::size_t i = 0; i < count; ++i) {
      Traveller traveller = named(
          names_.spell_carelessly(i % 4 == 3 ? names_.make() : made_[names_.below(made_.size())]));
      traveller.id = fmt::format("t{}", i);
      if (i % 2 == 0)
        traveller.birth_date.year = static_cast<std::int16_t>(1950 + names_.below(50));
      if (i % 3 == 0) traveller.nationalities.emplace_back("TJK");
      if (i % 2 == 0)
        traveller =
            with_document(std::move(traveller), fmt::format("AB{:06}", names_.below(400)), "TJK");
      if (i % 16 == 1) traveller = with_document(std::move(traveller), "ZB100500", "TJK");
      all.push_back(std::move(traveller));
    }
    return all;
  }

  const Lists& lists() const { return lists_; }

 private:
  std::string person() {
    const MadeUpName& name = made_.emplace_back(names_.make());
    const std::string alias =
        names_.below(3) == 0 ? names_.spell(name, kNameScripts[names_.below(3)]) : "";
    const std::string number =
        names_.below(4) == 0 ? fmt::format("AB{:06}", names_.below(400)) : "";
    return fmt::format("{},{},{},{},{}", names_.spell(name, kNameScripts[names_.below(3)]), alias,
                       1950 + names_.below(50), names_.below(2) == 0 ? "TJK" : "UZB", number);
  }
  std::string document() {
    return fmt::format("AB{:06},,TJK,{},2024-0{}-01", names_.below(400),
                       names_.below(2) == 0 ? "lost" : "stolen", 1 + names_.below(9));
  }
  void add(const std::string& list) {
    lists_.persons[list][fmt::format("{}-{:05}", list, next_++)] = person();
  }

  MadeUpNames names_;
  Lists lists_;
  std::vector<MadeUpName> made_;
  std::map<const void*, std::map<std::string, std::string>> removed_;
  std::set<std::string> gone_;
  int next_ = 0;
};

void build(const Paths& sources, const std::filesystem::path& output,
           const BuildOptions& options = {}) {
  const auto built = build_index(sources, output, options);
  ASSERT_TRUE(built.has_value()) << to_string(built.error());
}

Screener open(const Paths& indexes, const std::vector<std::string>& required = {}) {
  auto screener = Screener::open(indexes, required);
  EXPECT_TRUE(screener.has_value()) << to_string(screener.error());
  return std::move(*screener);
}

ScreeningOptions everything(bool exhaustive) {
  ScreeningOptions options = all_candidates();
  options.exhaustive = exhaustive;
  return options;
}

// Names as rare as in all files together, entries superseded and removed and listed again,
// documents taken back: byte for byte what one index of the resulting lists answers when every name
// is scored. The search bounds what it reads by the lengths of lists, which differ; what it finds
// is held to the same measure as that of one index.
TEST(SeveralLists, AnswerLikeOneIndexOfTheResult) {
  for (const std::uint32_t seed : {1u, 2u}) {
    const TestDirectory directory;
    ChangingLists changing(seed);
    Paths sources = changing.lists().write(directory, "0");
    Paths indexes{directory / "base.dvz"};
    build(sources, indexes.front());
    for (int edition = 1; edition <= 4; ++edition) {
      changing.edit();
      const Paths newer = changing.lists().write(directory, std::to_string(edition));
      indexes.push_back(directory / fmt::format("changes-{}.dvz", edition));
      build(newer, indexes.back(), {sources, 0, {}});
      sources = newer;
    }
    build(sources, directory / "whole.dvz");
    const auto compacted = compact_indexes(indexes, directory / "compacted.dvz");
    ASSERT_TRUE(compacted.has_value()) << to_string(compacted.error());
    const Screener several = open(indexes), whole = open({directory / "whole.dvz"}),
                   compact = open({directory / "compacted.dvz"});
    std::size_t found = 0, as_one = 0;
    for (const Traveller& traveller : changing.travellers(120)) {
      const std::string expected = to_json(whole.screen(traveller, everything(true)));
      EXPECT_EQ(to_json(several.screen(traveller, everything(true))), expected) << "seed " << seed;
      EXPECT_EQ(to_json(compact.screen(traveller, everything(true))), expected) << "seed " << seed;
      EXPECT_EQ(to_json(compact.screen(traveller)), to_json(whole.screen(traveller)))
          << "seed " << seed;
      const ScreeningResult answer = several.screen(traveller), one = whole.screen(traveller);
      if (!one.candidates.empty()) ++found;
      if (!one.candidates.empty() && to_json(answer) == to_json(one)) ++as_one;
      EXPECT_EQ(answer.decision, one.decision) << "seed " << seed << ' ' << to_json(answer) << '\n'
                                               << to_json(one);
    }
    EXPECT_GE(found, 60u);
    EXPECT_EQ(as_one, found) << "seed " << seed;
  }
}

/// One list in two editions and what changed between them.
struct TwoEditions {
  TestDirectory directory;
  std::filesystem::path base = directory / "base.dvz", changes = directory / "changes.dvz";

  TwoEditions() {
    std::filesystem::create_directory(directory / "1");
    std::filesystem::create_directory(directory / "2");
    const Paths old_list{directory.write(
        "1/zala.csv",
        "id,name\nz-1,Nadir Zarbofanov\nz-2,Golbahar Kumushoy\nz-3,Elzara Behruzi\n")};
    const Paths new_list{directory.write(
        "2/zala.csv", "id,name\nz-1,Nadir Zarbofanov\nz-2,Shirin Tabarov\nz-4,Mahliyo Sangzor\n")};
    build(old_list, base,
          {{}, 0, ListRelease{"zala", 6, "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"}});
    build(new_list, changes,
          {old_list, 6, ListRelease{"zala", 7, "2026-11-10T08:00:00Z", "2026-12-01T08:00:00Z"}});
  }
};

ScreeningOptions on(std::int16_t year, std::uint8_t month, std::uint8_t day) {
  ScreeningOptions options;
  options.post.today = {year, month, day};
  return options;
}

TEST(SeveralLists, ChangedRemovedAndNewEntriesAreThoseOfTheNewestFile) {
  const TwoEditions lists;
  const Screener screener = open({lists.base, lists.changes});
  const auto found = [&](const char* name) { return ids(screener.screen(named(name))); };
  EXPECT_EQ(found("Nadir Zarbofanov"), std::vector<std::string>{"zala/z-1"});
  EXPECT_EQ(found("Golbahar Kumushoy"), std::vector<std::string>{});
  EXPECT_EQ(found("Shirin Tabarov"), std::vector<std::string>{"zala/z-2"});
  EXPECT_EQ(found("Elzara Behruzi"), std::vector<std::string>{});
  EXPECT_EQ(found("Mahliyo Sangzor"), std::vector<std::string>{"zala/z-4"});
}

TEST(SeveralLists, CountWhatRemains) {
  const TwoEditions lists;
  const auto described = open({lists.base, lists.changes}).describe();
  EXPECT_EQ(described.entries, 3u) << "z-1, z-2, z-4";
  EXPECT_EQ(described.names, 3u);
}

TEST(SeveralLists, ADirectoryIsAnIndexOrABaseAndItsChanges) {
  const TwoEditions lists;
  const auto directory = lists.base.parent_path();
  EXPECT_EQ(ids(open({directory}).screen(named("Mahliyo Sangzor"))), std::vector<std::string>{"zala/z-4"});
  // Of an index beside changes nobody knows whether it is theirs.
  std::filesystem::copy_file(lists.base, directory / "index.dvz");
  const auto refused = Screener::open(std::vector{directory});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::input_refused);
  EXPECT_EQ(refused.error().file, directory.string());
  std::filesystem::remove(lists.changes);
  EXPECT_EQ(ids(open({directory}).screen(named("Golbahar Kumushoy"))), std::vector<std::string>{"zala/z-2"}) << "the index alone";
}

// Bounds of a traveller's facts are worked out by the numbers that the base gives to States.
TEST(SeveralLists, AStateThatOnlyTheChangesNameCounts) {
  const TestDirectory directory;
  std::filesystem::create_directory(directory / "2");
  const Paths before{
      directory.write("zala.csv", "id,name,nationality\nz-1,Nadir Zarbofanov,TJK\n")};
  const Paths after{directory.write("2/zala.csv",
                                    "id,name,nationality\nz-1,Nadir Zarbofanov,TJK\nz-2,Mahliyo "
                                    "Sangzor,UZB\nz-3,Shirin Tabarov,TJK\n")};
  const Paths indexes{directory / "base.dvz", directory / "changes.dvz"};
  build(before, indexes[0]);
  build(after, indexes[1], {before, 0, {}});
  const Screener screener = open(indexes);
  for (const auto& [name, id] :
       {std::pair{"Mahlio Sangzor", "zala/z-2"}, std::pair{"Shirin Taberov", "zala/z-3"}}) {
    for (const char* nationality : {"TJK", "UZB", "KAZ"}) {
      const Traveller traveller = described(name, "", nationality);
      ScreeningOptions exhaustive;
      exhaustive.exhaustive = true;
      EXPECT_EQ(to_json(screener.screen(traveller)),
                to_json(screener.screen(traveller, exhaustive)))
          << name << ' ' << nationality;
    }
    EXPECT_EQ(ids(screener.screen(
                  described(name, "", id == std::string_view("zala/z-2") ? "UZB" : "TJK"))),
              std::vector<std::string>{id});
  }
}

TEST(SeveralLists, OneFileIsSearchedAloneWithTheRarityOfAll) {
  const TwoEditions lists;
  const Screener screener = open({lists.base, lists.changes});
  ScreeningOptions changes_only;
  changes_only.only_file = 1;
  EXPECT_TRUE(screener.screen(named("Nadir Zarbofanov"), changes_only).candidates.empty());
  const Traveller traveller = named("Mahliyo Sangzor");
  EXPECT_EQ(to_json(screener.screen(traveller, changes_only)), to_json(screener.screen(traveller)));
}

TEST(SeveralLists, WhatWasAskedBeforeChangesNoAnswerOfOneFile) {
  const TwoEditions lists;
  ScreeningOptions changes_only;
  changes_only.only_file = 1;
  changes_only.min_score_bp = 0;
  // Words again in other company and other places; one in two words, two in one, and halves that are words themselves.
  const char* names[] = {"Mahliyo Sangzor", "Mahlio Sangzor",   "Sangzor Mahliyo", "Mahliyo",        "MahliyoSangzor",  "Mah liyo Sangzor",
                         "Mahliyo San gzor", "Nadir Zarbofanov", "Nadir Sangzor",   "Mahliyo Nadir", "ibn Mahliyo Sang", "Sang",
                         "Махлиё Сангзор",  "Mahliyo al Sangzor", "Zarbofanov Sangzor", "alSangzor"};
  const Screener used = open({lists.base, lists.changes});
  for (int round = 0; round < 2; ++round) {
    for (const char* name : names) {
      const std::string fresh = to_json(open({lists.base, lists.changes}).screen(named(name), changes_only));
      EXPECT_EQ(to_json(used.screen(named(name), changes_only)), fresh) << name << ", round " << round;
    }
  }
  EXPECT_FALSE(used.screen(named("MahliyoSangzor"), changes_only).candidates.empty());
}

/// How rare a word is that no list holds is looked up only for whom the one file may name: the score must not be that of a word never heard of.
TEST(SeveralLists, AWordThatNoListHoldsIsAsCommonAsThoseLikeIt) {
  const auto score = [](int bearers) {
    const TestDirectory directory;
    std::filesystem::create_directory(directory / "1");
    std::filesystem::create_directory(directory / "2");
    std::string persons = "id,name\n";
    for (int i = 0; i < bearers; ++i) persons += fmt::format("z-{},Mahliya {}\n", i, i % 2 == 0 ? "Nazarova" : "Tabarova");
    persons += "z-x,Nadir Zarbofanov\n";
    const Paths before{directory.write("1/zala.csv", persons)}, after{directory.write("2/zala.csv", persons + "z-new,Mahliyo Sangzor\n")};
    const Paths indexes{directory / "base.dvz", directory / "changes.dvz"};
    build(before, indexes[0]);
    build(after, indexes[1], {before, 0, {}});
    const Screener screener = open(indexes);
    ScreeningOptions news;
    news.only_file = 1;
    const Traveller traveller = named("Mahlijo Sangzur");
    const std::string alone = to_json(screener.screen(traveller, news));
    EXPECT_EQ(alone, to_json(screener.screen(traveller))) << bearers;
    const auto candidates = screener.screen(traveller, news).candidates;
    EXPECT_EQ(candidates.size(), 1u);
    return candidates.empty() ? 0 : candidates.front().score_bp;
  };
  EXPECT_LT(score(4000), score(1));
}

TEST(SeveralLists, AFileThatIsNotThereLeavesTheAnswerIncomplete) {
  const TwoEditions lists;
  ScreeningOptions third;
  third.only_file = 2;
  const ScreeningResult answer = open({lists.base, lists.changes})
                                     .screen(with_document(named("Mahliyo Sangzor"), "AB1"), third);
  EXPECT_EQ(answer.decision, Decision::incomplete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].text,
            "the one file that was to be searched is not among those that are open");
}

TEST(SeveralLists, AnswersNameListVersionAndAge) {
  const TwoEditions lists;
  const Screener screener = open({lists.base, lists.changes});
  const ScreeningResult answer = screener.screen(named("Golbahar Kumushoy"), on(2026, 11, 26));
  ASSERT_EQ(answer.lists.size(), 1u);
  EXPECT_EQ(answer.lists[0].list, "zala");
  EXPECT_EQ(answer.lists[0].version, 7u);
  EXPECT_EQ(answer.lists[0].age_days, 16);
  EXPECT_FALSE(answer.lists[0].stale);
  EXPECT_EQ(answer.decision, Decision::clear);
  EXPECT_EQ(screener.screen(named("Golbahar Kumushoy")).lists[0].age_days, std::nullopt)
      << "an age without a day";
}

TEST(SeveralLists, WithoutARequiredListNothingIsClear) {
  const TwoEditions lists;
  const Screener screener = open({lists.base}, {"zala", "sltd"});
  const ScreeningResult answer = screener.screen(named("Shirin Tabarov"), on(2026, 11, 12));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].text, "the required list 'sltd' is not loaded");
}

TEST(SeveralLists, ARequiredListThatHasExpiredLeavesEveryAnswerIncomplete) {
  const TwoEditions lists;
  const Screener required = open({lists.base}, {"zala"}), other = open({lists.base});
  EXPECT_EQ(required.screen(named("Shirin Tabarov"), on(2026, 11, 20)).decision, Decision::clear)
      << "its last day";
  const ScreeningResult answer = required.screen(named("Nadir Zarbofanov"), on(2026, 11, 21));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  EXPECT_EQ(answer.candidates.size(), 1u) << "it goes on serving";
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].text,
            "the required list 'zala' has expired: version 6, valid until 2026-11-20T08:00:00Z");
  const ScreeningResult told = other.screen(named("Shirin Tabarov"), on(2026, 11, 21));
  EXPECT_EQ(told.decision, Decision::clear);
  EXPECT_TRUE(told.lists.at(0).stale);
}

TEST(SeveralLists, AReleaseFromTheFutureIsNotFresh) {
  const TwoEditions lists;  // the base was issued on the first of November, by its publisher's clock
  const Screener required = open({lists.base}, {"zala"}), other = open({lists.base});
  const ScreeningResult eve = required.screen(named("Shirin Tabarov"), on(2026, 10, 31));
  EXPECT_EQ(eve.decision, Decision::clear) << "clocks may be an hour apart around midnight";
  EXPECT_EQ(eve.lists.at(0).age_days, 0);
  const ScreeningResult answer = required.screen(named("Shirin Tabarov"), on(2026, 10, 30));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].text,
            "the required list 'zala' was issued 2026-11-01T08:00:00Z, and it is 2026-10-30 here: a clock is wrong, and nobody knows how old "
            "the list is");
  const ScreeningResult told = other.screen(named("Shirin Tabarov"), on(2026, 10, 30));
  EXPECT_EQ(told.decision, Decision::clear) << "a list that nobody requires";
  EXPECT_EQ(told.lists.at(0).age_days, -2);
  EXPECT_NE(to_json(told).find(R"("age_days": null, "stale": false, "clock_suspect": true})"), std::string::npos) << to_json(told);
}

TEST(SeveralLists, ChangesAreRefusedWithoutTheListThatTheyChange) {
  const TwoEditions lists;
  const auto alone = Screener::open(Paths{lists.changes});
  ASSERT_FALSE(alone.has_value());
  EXPECT_EQ(alone.error().code, ErrorCode::input_refused);
  EXPECT_EQ(alone.error().message,
            "holds only what changed in the list 'zala', and no index before it holds that list");
  const auto twice = Screener::open(Paths{lists.base, lists.changes, lists.changes});
  ASSERT_FALSE(twice.has_value());
  EXPECT_EQ(twice.error().message,
            "changes version 6 of the list 'zala', and the index before it holds version 7");
  EXPECT_EQ(Screener::open(Paths{}).error().code, ErrorCode::usage);
}

// Whoever leaves out a day would not hear of whom that day brought.
TEST(SeveralLists, ChangesSinceAnotherStateAreRefused) {
  const TestDirectory directory;
  for (const char* day : {"1", "2", "3"}) std::filesystem::create_directory(directory / day);
  const std::string one = "id,name\nz-1,Nadir Zarbofanov\n";
  const Paths first{directory.write("1/zala.csv", one)}, second{directory.write("2/zala.csv", one + "z-2,Shirin Tabarov\n")},
      third{directory.write("3/zala.csv", one + "z-2,Shirin Tabarova\n")};
  const auto base = directory / "base.dvz", second_day = directory / "2.dvz", third_day = directory / "3.dvz", both = directory / "both.dvz";
  build(first, base);
  build(second, second_day, {first, 0, {}});
  build(third, third_day, {second, 0, {}});
  EXPECT_EQ(open({base, second_day, third_day}).screen(named("Shirin Tabarova")).candidates.size(), 1u);
  const auto gap = Screener::open(Paths{base, third_day});
  ASSERT_FALSE(gap.has_value()) << "the day between is in neither, also where as many persons are listed";
  EXPECT_EQ(gap.error().code, ErrorCode::input_refused);
  EXPECT_EQ(gap.error().file, third_day.string());
  EXPECT_EQ(gap.error().message,
            "changes the list 'zala' in another state than the index before it holds: what changed in between is in neither; expected changes since the state that "
            "this index was built of, or an index of the whole list");
  EXPECT_FALSE(Screener::open(Paths{base, third_day, second_day}).has_value());
  ASSERT_TRUE(compact_indexes(Paths{base, second_day}, both).has_value());
  EXPECT_EQ(open({both, third_day}).screen(named("Shirin Tabarova")).candidates.size(), 1u) << "a compacted index is of the newest state";
  EXPECT_FALSE(compact_indexes(Paths{base, third_day}, both).has_value());
  EXPECT_EQ(open({both, second_day, third_day}).screen(named("Shirin Tabarova")).candidates.size(), 1u) << "made of the first, which stands there still";
  ASSERT_TRUE(compact_indexes(Paths{both, third_day}, directory / "all.dvz").has_value());
  EXPECT_EQ(open({directory / "all.dvz", second_day, third_day}).screen(named("Shirin Tabarova")).candidates.size(), 1u);
}

// Both owners call their file alike and number its rows alike.
TEST(SeveralLists, AListOfOneNameInTwoIndexesIsRefused) {
  const TestDirectory directory;
  for (const char* owner : {"a", "b"}) std::filesystem::create_directory(directory / owner);
  const Paths a{directory.write("a/persons.csv", "name\nNadir Zarbofanov\n")},
      b{directory.write("b/persons.csv", "name\nShirin Tabarov\n")},
      by_column{directory.write("b/others.csv", "id,name,list\n1,Shirin Tabarov,persons\n")},
      renamed{directory.write("b/persons-b.csv", "name\nShirin Tabarov\n")};
  const Paths indexes{directory / "a.dvz", directory / "b.dvz"};
  build(a, indexes[0]);
  for (const Paths& same_name : {b, by_column}) {
    build(same_name, indexes[1]);
    const auto refused = Screener::open(indexes);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::input_refused);
    EXPECT_EQ(refused.error().file, indexes[1].string());
    EXPECT_EQ(refused.error().message,
              "holds the list 'persons', which " + indexes[0].string() +
                  " before it holds, too: its entries would take the place of those; build one "
                  "index of both, or one of what changed (--since), or give the lists different "
                  "names");
  }
  build({a[0], b[0]}, directory / "both.dvz");
  build(renamed, indexes[1]);
  for (const Screener& screener : {open({directory / "both.dvz"}), open(indexes)}) {
    EXPECT_EQ(screener.screen(named("Nadir Zarbofanov")).candidates.size(), 1u);
    EXPECT_EQ(screener.screen(named("Shirin Tabarov")).candidates.size(), 1u);
  }
}

TEST(SeveralLists, AListThatIsNewStandsWholeBesideWhatChanged) {
  const TwoEditions lists;
  const Paths before{lists.directory / "1/zala.csv"},
      after{lists.directory / "2/zala.csv",
            lists.directory.write("2/una.csv", "id,name\nu-1,Tuvan Ordai\n")};
  build(after, lists.changes, {before, 6, {}});
  const Screener screener = open({lists.base, lists.changes}, {"una", "zala"});
  const ScreeningResult answer = screener.screen(named("Tuvan Ordai"), on(2026, 11, 12));
  EXPECT_EQ(ids(answer), std::vector<std::string>{"una/u-1"});
  EXPECT_EQ(answer.decision, Decision::hit);
}

// Answers would go on speaking for a list of which nothing is searched.
TEST(SeveralLists, AListThatIsDroppedIsNoLongerLoaded) {
  const TwoEditions lists;
  const std::filesystem::path una = lists.directory.write("1/una.csv", "id,name\nu-1,Tuvan Ordai\n");
  const Paths before{lists.directory / "1/zala.csv", una}, after{lists.directory / "2/zala.csv"};
  const Paths indexes{lists.directory / "both.dvz", lists.directory / "dropped.dvz"};
  build(before, indexes[0]);
  build(after, indexes[1], {before, 0, {}});
  EXPECT_EQ(open({indexes[0]}, {"una"}).screen(named("Tuvan Ordai")).decision, Decision::hit);

  const std::filesystem::path compacted = lists.directory / "compacted.dvz";
  ASSERT_TRUE(compact_indexes(indexes, compacted).has_value());
  for (const Paths& opened : {indexes, Paths{compacted}}) {
    const ScreeningResult answer = open(opened, {"una"}).screen(named("Tuvan Ordai"));
    EXPECT_TRUE(answer.candidates.empty());
    EXPECT_EQ(answer.decision, Decision::incomplete);
    ASSERT_EQ(answer.problems.size(), 1u);
    EXPECT_EQ(answer.problems[0].text, "the required list 'una' is not loaded");
  }
  EXPECT_EQ(open({compacted}).describe().sources.size(), 1u);

  // And back again, as a list that was never there.
  const Paths again{compacted, lists.directory / "again.dvz"};
  build({after[0], una}, again[1], {after, 0, {}});
  EXPECT_EQ(open(again, {"una"}).screen(named("Tuvan Ordai")).decision, Decision::hit);
}

// Those of the older edition would hide its lost documents for ever.
TEST(SeveralLists, TermsOfAListThatWereLiftedHideNothing) {
  const TestDirectory directory;
  const std::filesystem::path documents =
      directory.write("sltd.csv", "document_number,status\nPK7700133,lost\n");
  const Paths before{documents, directory.write("terms.csv", "list,releasable_to\nsltd,TJK\n")},
      after{documents};
  const Paths indexes{directory / "base.dvz", directory / "changes.dvz"};
  build(before, indexes[0]);
  build(after, indexes[1], {before, 0, {}});
  const std::filesystem::path compacted = directory / "compacted.dvz";
  ASSERT_TRUE(compact_indexes(indexes, compacted).has_value());
  ScreeningOptions elsewhere;
  elsewhere.post.state = StateCode("UZB");
  const Traveller traveller = with_document(named("Tuvan Ordai"), "PK7700133");
  EXPECT_EQ(open({indexes[0]}).screen(traveller, elsewhere).decision, Decision::clear);
  EXPECT_EQ(open(indexes).screen(traveller, elsewhere).decision, Decision::hit);
  EXPECT_EQ(open({compacted}).screen(traveller, elsewhere).decision, Decision::hit);

  // And back again.
  const Paths three{indexes[0], indexes[1], directory / "again.dvz"};
  build(before, three[2], {after, 0, {}});
  EXPECT_EQ(open(three).screen(traveller, elsewhere).decision, Decision::clear);
  ASSERT_TRUE(compact_indexes(three, compacted).has_value());
  EXPECT_EQ(open({compacted}).screen(traveller, elsewhere).decision, Decision::clear);
  EXPECT_EQ(open({compacted}).describe().sources.size(), 2u) << "one a file";
}

TEST(SeveralLists, ATableOfTermsIsNoList) {
  const TestDirectory directory;
  const Paths sources{directory.write("zala.csv", "id,name\nz-1,Nadir Zarbofanov\n"),
                      directory.write("terms.csv", "list,owner\nzala,TJK\n")};
  build(sources, directory / "lists.dvz");
  const Screener screener = open({directory / "lists.dvz"}, {"zala", "terms"});
  EXPECT_EQ(screener.lists().size(), 1u);
  const ScreeningResult answer = screener.screen(named("Shirin Tabarov"));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].text, "the required list 'terms' is not loaded");
}

// An own correction on top of a signed release does not make it younger.
TEST(SeveralLists, ACompactedListExpiresWhenItsReleaseDoes) {
  const TwoEditions lists;
  const Paths before{lists.directory / "1/zala.csv"}, after{lists.directory / "2/zala.csv"};
  build(after, lists.changes, {before, 6, {}});
  const std::filesystem::path compacted = lists.directory / "compacted.dvz";
  ASSERT_TRUE(compact_indexes(Paths{lists.base, lists.changes}, compacted).has_value());
  for (const Paths& paths : {Paths{lists.base, lists.changes}, Paths{compacted}}) {
    const Screener screener = open(paths, {"zala"});
    EXPECT_EQ(screener.screen(named("Golbahar Kumushoy"), on(2026, 11, 20)).decision,
              Decision::clear);
    const ScreeningResult answer = screener.screen(named("Golbahar Kumushoy"), on(2026, 11, 21));
    EXPECT_EQ(answer.decision, Decision::incomplete) << paths.size();
    ASSERT_EQ(answer.lists.size(), 1u);
    EXPECT_EQ(answer.lists[0].version, 6u);
    EXPECT_EQ(answer.lists[0].issued, "2026-11-01T08:00:00Z");
  }
}

// OFAC's files are of one list.
TEST(SeveralLists, EachFileOfAListIsASourceOfTheCompactedIndex) {
  const TestDirectory directory;
  Paths files;
  for (const char* name : {"ofac-sdn.csv", "ofac-alt.csv", "ofac-add.csv"})
    files.push_back(std::filesystem::path(DARVAZA_SOURCE_DIR) / "data-samples/lists" / name);
  const Paths indexes{directory / "base.dvz", directory / "changes.dvz"};
  build(files, indexes[0]);
  build(files, indexes[1], {files, 0, {}});
  ASSERT_TRUE(compact_indexes(indexes, directory / "compacted.dvz").has_value());
  EXPECT_EQ(open({directory / "compacted.dvz"}).describe().sources,
            open({indexes[0]}).describe().sources);
}

// P7, for any file of several.
TEST(SeveralLists, AFileThatIsRefusedLeavesTheOldOnesServing) {
  const TwoEditions lists;
  LiveScreener live(open({lists.base}));
  const auto before = live.current();
  std::string damaged = read_bytes(lists.changes);
  damaged[damaged.size() / 2] ^= 0x10;
  std::string other_tables = read_bytes(lists.changes);
  other_tables[24] ^= 1;
  for (const auto& bad : {lists.directory.write("damaged.dvz", damaged),
                          lists.directory.write("foreign.dvz", "id,name\n"),
                          lists.directory.write("tables.dvz", other_tables)}) {
    const auto swapped = live.swap_to(Paths{lists.base, bad});
    ASSERT_FALSE(swapped.has_value()) << bad;
    EXPECT_EQ(swapped.error().code, ErrorCode::input_refused);
    EXPECT_EQ(swapped.error().file, bad.string());
    EXPECT_EQ(live.current(), before);
  }
}

// Run under ThreadSanitizer.
TEST(SeveralLists, QueriesGoOnWhileChangesComeIn) {
  const TwoEditions lists;
  LiveScreener live(open({lists.base}));
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0}, answered{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) {
      threads.emplace_back([&] {
        while (!done) {
          const auto screener = live.current();
          const bool before = !screener->screen(named("Golbahar Kumushoy")).candidates.empty();
          const bool after = !screener->screen(named("Mahliyo Sangzor")).candidates.empty();
          wrong += before == after;
          ++answered;
        }
      });
    }
    for (int swap = 0; swap < 12; ++swap) {
      wrong += !live.swap_to(swap % 2 == 0 ? Paths{lists.base, lists.changes} : Paths{lists.base})
                    .has_value();
    }
    while (answered < 12) std::this_thread::yield();
    done = true;
  }
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace darvaza::screening
