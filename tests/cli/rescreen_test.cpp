// darvaza register and rescreen as a user meets them.
#include <fstream>
#include <span>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "cli/run_darvaza.h"
#include "lookback/traveller_register.h"
#include "records/today.h"

namespace darvaza::test {
namespace {

constexpr const char* kOld = "id,name,birth_date,nationality\n1,Farrukh Dovudov,1970-01-02,UZB\n";
constexpr const char* kNew = "id,name,birth_date,nationality\n1,Farrukh Dovudov,1970-01-02,UZB\n4,Gulbahor Savsanova,1971-03-02,UZB\n";
constexpr const char* kTravellers =
    "id,name,birth_date,nationality\nt1,Gulbahor Savsanova,1971-03-02,UZB\nt2,Farrukh Dovudov,1970-01-02,UZB\nt3,Timur Zarrinov,1980-05-05,UZB\n";

class Rescreen : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* folder : {"old", "new"}) std::filesystem::create_directory(directory_.path() / folder);
    directory_.file("old/zala.csv", kOld);
    directory_.file("new/zala.csv", kNew);
    travellers_ = directory_.file("travellers.csv", kTravellers);
    ASSERT_EQ(run_darvaza({"build", "--output", at("old.dvz"), at("old/zala.csv")}).status, 0);
    ASSERT_EQ(run_darvaza({"build", "--output", at("new.dvz"), at("new/zala.csv")}).status, 0);
    const Outcome made = run_darvaza(with_register({"register", "create", "--keep", "30d"}));
    ASSERT_EQ(made.status, 0) << made.err;
  }

  std::string at(const std::string& name) const { return directory_.path() / name; }
  std::vector<std::string> with_register(std::vector<std::string> arguments) const {
    for (const std::string& more : {std::string("--register"), at("t.db"), std::string("--key"), at("t.key")}) arguments.push_back(more);
    return arguments;
  }
  Outcome rescreen(const std::vector<std::string>& more = {}) const {
    auto arguments = with_register({"rescreen", "--before", at("old/zala.csv"), "--after", at("new/zala.csv"), "--index", at("new.dvz"), "--index-before", at("old.dvz")});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_darvaza(arguments);
  }
  Outcome screen() const { return run_darvaza(with_register({"screen", "--index", at("old.dvz"), travellers_})); }

  TemporaryDirectory directory_;
  std::string travellers_;
};

TEST_F(Rescreen, WhoWasScreenedBeforeAnEntryWasAddedIsFoundAfterwards) {
  const Outcome screened = screen();
  ASSERT_EQ(screened.status, 0) << screened.err;
  EXPECT_EQ(json_lines(screened.out).size(), 3u);
  const Outcome found = rescreen();
  ASSERT_EQ(found.status, 0) << found.err;
  const auto alerts = json_lines(found.out);
  ASSERT_EQ(alerts.size(), 1u) << found.out;
  EXPECT_EQ(alerts[0].at("id"), "t1");
  EXPECT_EQ(alerts[0].at("was"), "clear");
  EXPECT_EQ(alerts[0].at("now"), "hit");
  const auto& cause = alerts[0].at("causes").as_array().at(0).as_object();
  EXPECT_EQ(cause.at("list"), "zala");
  EXPECT_EQ(cause.at("id"), "4");
  EXPECT_EQ(cause.at("what"), "person");
  EXPECT_EQ(cause.at("news"), "added");
  EXPECT_EQ(alerts[0].at("answer").as_object().at("decision"), "hit");
  EXPECT_EQ(found.err, "1 new records, 3 travellers: 1 alerts, 0 known before, 0 could not be searched for in full\n");
}

TEST_F(Rescreen, GivesTheAnswerThatScreeningAgainGives) {
  ASSERT_EQ(screen().status, 0);
  const auto alerts = json_lines(rescreen().out);
  const Outcome again = run_darvaza({"screen", "--index", at("new.dvz"), travellers_});
  ASSERT_EQ(alerts.size(), 1u);
  EXPECT_EQ(alerts[0].at("answer"), json_lines(again.out).at(0));
}

TEST_F(Rescreen, TheTableAndTheTravellerAreThereWhenAskedFor) {
  ASSERT_EQ(screen().status, 0);
  EXPECT_NE(rescreen({"--table"}).out.find("Gulbahor Savsanova"), std::string::npos);
  const auto alerts = json_lines(rescreen({"--with-traveller"}).out);
  ASSERT_EQ(alerts.size(), 1u);
  EXPECT_EQ(alerts[0].at("traveller").as_object().at("birth_date"), "1971-03-02");
}

TEST_F(Rescreen, AnotherInstructionIsToldWithTheOneBefore) {
  const std::string heading = "id,name,birth_date,instruction\n";
  directory_.file("old/zala.csv", heading + "1,Farrukh Dovudov,1970-01-02,contact\n");
  directory_.file("new/zala.csv", heading + "1,Farrukh Dovudov,1970-01-02,arrest\n");
  ASSERT_EQ(run_darvaza({"build", "--output", at("old.dvz"), at("old/zala.csv")}).status, 0);
  ASSERT_EQ(run_darvaza({"build", "--output", at("new.dvz"), at("new/zala.csv")}).status, 0);
  ASSERT_EQ(screen().status, 0);
  const Outcome found = rescreen();
  const auto alerts = json_lines(found.out);
  ASSERT_EQ(alerts.size(), 1u) << found.out << found.err;
  EXPECT_EQ(alerts[0].at("id"), "t2");
  const auto& cause = alerts[0].at("causes").as_array().at(0).as_object();
  EXPECT_EQ(cause.at("news"), "other instruction");
  EXPECT_NE(cause.at("handling_before").as_string().find("ontact"), std::string::npos);
  EXPECT_EQ(cause.at("handling_before").as_string().find("rrest"), std::string::npos);
  EXPECT_NE(found.out.find("rrest"), std::string::npos);
}

// As a post has it where what changed stands beside the index.
TEST_F(Rescreen, AnIndexMayBeADirectoryOfTwo) {
  ASSERT_EQ(screen().status, 0);
  const std::string directory = at("both");
  std::filesystem::create_directory(directory);
  std::filesystem::copy_file(at("old.dvz"), directory + "/base.dvz");
  ASSERT_EQ(run_darvaza({"build", "--output", directory + "/changes.dvz", "--since", at("old/zala.csv"), at("new/zala.csv")}).status, 0);
  std::filesystem::create_directory(at("newer"));
  directory_.file("newer/zala.csv", std::string(kNew) + "5,Timur Zarrinov,1980-05-05,UZB\n");
  ASSERT_EQ(run_darvaza({"build", "--output", at("last.dvz"), "--since", at("new/zala.csv"), at("newer/zala.csv")}).status, 0);
  const Outcome found = run_darvaza(with_register({"rescreen", "--before", at("old/zala.csv"), "--after", at("newer/zala.csv"), "--index", directory,
                                                   "--index", at("last.dvz"), "--index-before", at("old.dvz")}));
  ASSERT_EQ(found.status, 0) << found.err;
  const auto alerts = json_lines(found.out);
  ASSERT_EQ(alerts.size(), 2u) << found.out;
  EXPECT_EQ(alerts[0].at("id"), "t1");
  EXPECT_EQ(alerts[1].at("id"), "t3");
}

TEST_F(Rescreen, EditionsAreNamedOneWayAndWhole) {
  EXPECT_EQ(run_darvaza(with_register({"rescreen"})).status, 2);
  EXPECT_EQ(run_darvaza(with_register({"rescreen", "--before", at("old/zala.csv"), "--after", at("new/zala.csv")})).status, 2);
  EXPECT_EQ(run_darvaza(with_register({"rescreen", "--post", at("post"), "--index", at("new.dvz")})).status, 2);
  EXPECT_EQ(run_darvaza(with_register({"rescreen", "--post", at("post")})).status, 66) << "no post is there";
}

TEST_F(Rescreen, AddsExportsAndRemovesTravellers) {
  const Outcome added = run_darvaza(with_register({"register", "add", travellers_}));
  EXPECT_EQ(added.out, "3 travellers added\n") << added.err;
  const Outcome one = run_darvaza(with_register({"register", "export", "--id", "t2"}));
  const auto lines = json_lines(one.out);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].at("id"), "t2");
  EXPECT_EQ(lines[0].at("traveller").as_object().at("birth_date"), "1970-01-02");
  EXPECT_EQ(run_darvaza(with_register({"register", "remove", "--id", "t2"})).out, "1 removed\n");
  EXPECT_EQ(json_lines(run_darvaza(with_register({"register", "export"})).out).size(), 2u);
  const auto status = json_lines(run_darvaza(with_register({"register", "status", "--json"})).out);
  ASSERT_EQ(status.size(), 1u);
  EXPECT_EQ(status[0].at("days_kept"), 30);
  EXPECT_EQ(status[0].at("overwriting_pending"), false);
  EXPECT_EQ(status[0].at("kept").as_array().at(0).as_object().at("travellers"), 2);
}

/// Running numbers are those of other people in the next manifest.
TEST_F(Rescreen, RemovingAnIdentifierOfSeveralManifestsNeedsToSayWhich) {
  ASSERT_EQ(screen().status, 0);
  const std::string other = at("other.csv");
  std::ofstream(other) << "id,name\nt2,Chidi Okonkwo\n";
  ASSERT_EQ(run_darvaza(with_register({"register", "add", other})).out, "1 travellers added\n");
  const Outcome refused = run_darvaza(with_register({"register", "remove", "--id", "t2"}));
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("travellers of 2 manifests bear this identifier"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("other.csv"), std::string::npos) << refused.err;
  EXPECT_EQ(json_lines(run_darvaza(with_register({"register", "export", "--id", "t2"})).out).size(), 2u);
  EXPECT_EQ(json_lines(run_darvaza(with_register({"register", "export", "--manifest", other})).out).size(), 1u);
  EXPECT_EQ(run_darvaza(with_register({"register", "remove", "--id", "t2", "--manifest", "none.csv"})).status, 66);
  EXPECT_EQ(run_darvaza(with_register({"register", "remove", "--id", "t2", "--manifest", other})).out, "1 removed\n");
  EXPECT_EQ(run_darvaza(with_register({"register", "remove", "--id", "t2"})).out, "1 removed\n") << "of one manifest alone";
  ASSERT_EQ(screen().status, 0);
  ASSERT_EQ(run_darvaza(with_register({"register", "add", other})).status, 0);
  EXPECT_EQ(run_darvaza(with_register({"register", "remove", "--id", "t2", "--every-manifest"})).out, "2 removed\n");
}

TEST_F(Rescreen, TheKeyHasOneNameAndTheOldOneIsTaken) {
  const std::vector<std::string> old_name = {"--register", at("t.db"), "--register-key", at("t.key")};
  const auto with_old_name = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), old_name.begin(), old_name.end());
    return run_darvaza(arguments);
  };
  EXPECT_EQ(with_old_name({"screen", "--index", at("old.dvz"), travellers_}).status, 0);
  EXPECT_EQ(with_old_name({"register", "status"}).out, run_darvaza(with_register({"register", "status"})).out);
  const Outcome found = with_old_name({"rescreen", "--before", at("old/zala.csv"), "--after", at("new/zala.csv"), "--index", at("new.dvz")});
  EXPECT_EQ(json_lines(found.out).size(), 1u) << found.err;
  EXPECT_EQ(run_darvaza({"register", "status", "--register", at("t.db"), "--key", at("t.key"), "--register-key", at("t.key")}).status, 2);
}

TEST_F(Rescreen, ARegisterThatCannotBeOpenedDoesNotStopScreening) {
  const auto screen_with = [&](const std::string& file, const std::string& key) {
    return run_darvaza({"screen", "--index", at("old.dvz"), "--register", file, "--register-key", key, travellers_});
  };
  ASSERT_EQ(run_darvaza({"register", "create", "--keep", "30d", "--register", at("other.db"), "--key", at("other.key")}).status, 0);
  struct {
    std::string file, key;
    int status;
  } const cases[] = {{at("t.db"), at("none.key"), 66}, {at("none.db"), at("t.key"), 66}, {at("t.db"), at("other.key"), 65}, {travellers_, at("t.key"), 65}};
  const std::string expected = run_darvaza({"screen", "--index", at("old.dvz"), travellers_}).out;
  for (const auto& one : cases) {
    const Outcome run = screen_with(one.file, one.key);
    EXPECT_EQ(run.status, one.status) << run.err;
    EXPECT_EQ(run.out, expected) << "everybody is answered";
    EXPECT_NE(run.err.find("travellers are answered, and none of them is added to the register"), std::string::npos) << run.err;
  }
  const Outcome both = run_darvaza({"screen", "--index", at("old.dvz"), "--register", at("t.db"), travellers_});
  EXPECT_EQ(both.status, 2) << "a register without its key file";
}

/// Somebody works on it when a stream begins, or its disk is mounted later: whoever comes after that is kept. The pipe is opened after the first try.
TEST_F(Rescreen, ARegisterThatCannotBeOpenedAtTheStartIsTriedAgain) {
  const std::string stream = at("stream"), file = at("late.db"), key = at("late.key");
  ASSERT_EQ(::mkfifo(stream.c_str(), 0600), 0);
  std::thread sender([&] {
    std::ofstream out(stream);
    EXPECT_EQ(run_darvaza({"register", "create", "--keep", "30d", "--register", file, "--key", key}).status, 0);
    out << kTravellers;
  });
  const Outcome run = run_darvaza({"screen", "--index", at("old.dvz"), "--register", file, "--key", key, stream});
  sender.join();
  EXPECT_EQ(run.status, 66) << "what failed is told, also when it was made up for: " << run.err;
  EXPECT_NE(run.err.find("none of them is added to the register until it can be opened"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("travellers are added to the register again; 0 were not"), std::string::npos) << run.err;
  EXPECT_EQ(json_lines(run_darvaza({"register", "export", "--register", file, "--key", key}).out).size(), 3u);
}

TEST_F(Rescreen, ADayBeforeThatIsAfterIsRefused) {
  const Outcome run = rescreen({"--date", "2026-03-01", "--date-before", "2026-04-01"});
  EXPECT_EQ(run.status, 2) << run.out << run.err;
  EXPECT_NE(run.err.find("--date-before 2026-04-01 is after 2026-03-01"), std::string::npos) << run.err;
  EXPECT_EQ(rescreen({"--date", "2026-04-01", "--date-before", "2026-04-01"}).status, 0);
}

TEST_F(Rescreen, ARegisterThatFailsLaterDoesNotStopScreeningAndTellsWhomItLacks) {
  sqlite3* database = nullptr;
  ASSERT_EQ(::sqlite3_open(at("t.db").c_str(), &database), SQLITE_OK);
  ASSERT_EQ(::sqlite3_exec(database, "CREATE TRIGGER full BEFORE INSERT ON travellers BEGIN SELECT RAISE(ABORT, 'full'); END", nullptr, nullptr, nullptr), SQLITE_OK);
  ::sqlite3_close(database);
  directory_.file("travellers.csv", std::string(kTravellers) + "t4,Timur");
  const Outcome run = screen();
  EXPECT_NE(run.status, 0);
  EXPECT_EQ(json_lines(run.out).size(), 4u);
  EXPECT_LT(run.err.find("t.db: constraint failed"), run.err.find("travellers may be missing from the answers")) << "told at once, not after hours: " << run.err;
  EXPECT_NE(run.err.find("4 travellers were answered and not added to the register"), std::string::npos) << run.err;
}

/// A full disk is emptied, and a stream goes on for days. Here it is full for long names alone, and sealed rows tell of lengths.
TEST_F(Rescreen, AfterAFailureTheNextManifestIsAddedAgain) {
  sqlite3* database = nullptr;
  ASSERT_EQ(::sqlite3_open(at("t.db").c_str(), &database), SQLITE_OK);
  const char* const full = "CREATE TRIGGER full BEFORE INSERT ON travellers WHEN length(NEW.sealed) > 1000 BEGIN SELECT RAISE(ABORT, 'full'); END";
  ASSERT_EQ(::sqlite3_exec(database, full, nullptr, nullptr, nullptr), SQLITE_OK);
  ::sqlite3_close(database);
  const std::string long_name(1500, 'a');
  const std::string first = directory_.file("1.csv", "id,name\na,Timur Zarrinov\n"), second = directory_.file("2.csv", "id,name\nb," + long_name + "\nc,Nader Rostami\n"),
                    third = directory_.file("3.csv", "id,name\nd," + long_name + "\n"), fourth = directory_.file("4.csv", "id,name\ne,Chidi Okonkwo\n");
  for (const std::vector<std::string>& command : {std::vector<std::string>{"register", "add"}, {"screen", "--index", at("old.dvz")}}) {
    auto arguments = with_register(command);
    arguments.insert(arguments.end(), {first, second, third, fourth});
    const Outcome run = run_darvaza(arguments);
    EXPECT_EQ(run.status, 74) << run.err;
    const std::size_t told = run.err.find("t.db: constraint failed");
    EXPECT_NE(told, std::string::npos) << run.err;
    EXPECT_EQ(run.err.find("t.db: constraint failed", told + 1), std::string::npos) << "once for as long as it lasts: " << run.err;
    EXPECT_NE(run.err.find("travellers are added to the register again; 3 were not"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(command[0] == "screen" ? "3 travellers were answered and not added to the register" : "3 travellers were not added"), std::string::npos) << run.err;
  }
  std::vector<std::string> kept;
  for (const auto& line : json_lines(run_darvaza(with_register({"register", "export"})).out)) kept.emplace_back(line.at("id").as_string());
  EXPECT_EQ(kept, (std::vector<std::string>{"a", "e", "a", "e"})) << "all or none of a batch";
}

TEST_F(Rescreen, AClockThatJumpedDestroysNobodyUntilSomebodySaysThatItIsRight) {
  {
    const PartialDate long_ago{2025, 1, 1};
    auto used = lookback::TravellerRegister::open(at("t.db"), at("t.key"), long_ago);
    ASSERT_TRUE(used) << to_string(used.error());
    lookback::KeptTraveller kept;
    kept.traveller.id = "t0";
    ASSERT_TRUE(used->add(std::span(&kept, 1), long_ago));
  }
  const Outcome screened = screen();
  EXPECT_EQ(screened.status, 65);
  EXPECT_EQ(json_lines(screened.out).size(), 3u) << "travellers are answered";
  for (const auto& command : std::vector<std::vector<std::string>>{{"register", "expire"}, {"register", "export"}, {"register", "add", travellers_}, {"register", "remove", "--id", "t0"}}) {
    const Outcome refused = run_darvaza(with_register(command));
    EXPECT_EQ(refused.status, 65) << command[1];
    EXPECT_EQ(refused.out, "") << command[1];
    EXPECT_NE(refused.err.find("the register was last opened on 2025-01-01"), std::string::npos) << refused.err;
  }
  EXPECT_EQ(rescreen().status, 65);
  const Outcome looked = run_darvaza(with_register({"register", "status", "--json"}));
  EXPECT_EQ(looked.status, 65) << "a monitor hears of it";
  EXPECT_EQ(json_lines(looked.out).at(0).at("kept").as_array().size(), 1u);

  const Outcome wrong = run_darvaza(with_register({"register", "expire", "--date", "2025-01-02"}));
  EXPECT_EQ(wrong.status, 2);
  EXPECT_NE(wrong.err.find("nothing was destroyed"), std::string::npos) << wrong.err;
  const Outcome confirmed = run_darvaza(with_register({"register", "expire", "--date", to_string(records::today())}));
  EXPECT_EQ(confirmed.out, "0 travellers of 0 days are kept; 1 days were destroyed so far\n") << confirmed.err;
  EXPECT_EQ(screen().status, 0) << "it goes on";
}

TEST_F(Rescreen, AnIndexOfAnotherEditionIsRefused) {
  ASSERT_EQ(screen().status, 0);
  const auto with_index = [&](const std::string& index) {
    return run_darvaza(with_register({"rescreen", "--before", at("old/zala.csv"), "--after", at("new/zala.csv"), "--index", index}));
  };
  const Outcome refused = with_index(at("old.dvz"));
  EXPECT_EQ(refused.status, 65);
  EXPECT_NE(refused.err.find("1 of the 1 records that differ between the editions of zala are not in this index"), std::string::npos) << refused.err;
  EXPECT_EQ(refused.out, "");

  // The identifier is there, the new name of it is not.
  directory_.file("new/zala.csv", "id,name,birth_date,nationality\n1,Farrukh Navruzov,1970-01-02,UZB\n");
  EXPECT_EQ(with_index(at("old.dvz")).status, 65);
  ASSERT_EQ(run_darvaza({"build", "--output", at("new.dvz"), at("new/zala.csv")}).status, 0);
  EXPECT_EQ(with_index(at("new.dvz")).status, 0);
}

TEST_F(Rescreen, WhoCouldNotBeSearchedForIsNamed) {
  directory_.file("travellers.csv", "id,name\nt1,Timur Zarrinov\nt9,???\n");
  screen();
  const Outcome run = rescreen();
  EXPECT_NE(run.err.find("travellers.csv: t9 could not be searched for in full\n"), std::string::npos) << run.err;
  EXPECT_EQ(run.err.find(": t1 could not"), std::string::npos) << run.err;
}

TEST_F(Rescreen, AnIdentifierThatIsNotKeptEndsWith66) {
  ASSERT_EQ(screen().status, 0);
  for (const char* const action : {"export", "remove"}) {
    EXPECT_EQ(run_darvaza(with_register({"register", action, "--id", "nope"})).status, 66) << action;
    EXPECT_EQ(run_darvaza(with_register({"register", action, "--id", "t1"})).status, 0) << action;
  }
  const Outcome keep = run_darvaza({"register", "create", "--register", at("u.db"), "--key", at("u.key"), "--keep", "30"});
  EXPECT_EQ(keep.status, 2);
  EXPECT_EQ(keep.err.find("12h"), std::string::npos) << keep.err;
}

}  // namespace
}  // namespace darvaza::test
