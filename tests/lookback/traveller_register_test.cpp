#include "lookback/traveller_register.h"

#include <array>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "lists/list_test_support.h"
#include "releases/durable_files.h"

namespace darvaza::lookback {
namespace {

namespace fs = std::filesystem;

constexpr PartialDate kFirst{2026, 2, 26};

KeptTraveller traveller(const std::string& id, const std::string& name) {
  KeptTraveller kept;
  kept.manifest = "made up";
  kept.traveller.id = id;
  kept.traveller.names = {{name, ""}};
  return kept;
}

std::string bytes_of(const fs::path& file) {
  auto bytes = releases::read_bounded(file, 1 << 26);
  return bytes ? *bytes : std::string();
}

class RegisterTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(TravellerRegister::create(file_, keys_, 30)); }

  /// On a day that a test states.
  TravellerRegister open(PartialDate today) {
    auto opened = TravellerRegister::open(file_, keys_, today, Opening::on_a_confirmed_day);
    EXPECT_TRUE(opened) << (opened ? "" : to_string(opened.error()));
    return std::move(*opened);
  }
  void add(PartialDate day, const std::vector<KeptTraveller>& travellers) {
    const auto added = open(day).add(travellers, day);
    ASSERT_TRUE(added) << to_string(added.error());
  }
  std::vector<std::string> ids(TravellerRegister& opened, std::size_t batch = 2) {
    std::vector<std::string> ids;
    const auto visited = opened.visit(batch, [&](std::span<KeptTraveller> some) {
      EXPECT_LE(some.size(), batch);
      for (const KeptTraveller& kept : some) ids.push_back(kept.traveller.id);
      return true;
    });
    EXPECT_TRUE(visited) << to_string(visited.error());
    return ids;
  }
  void sql(const std::string& text) {
    sqlite3* database = nullptr;
    ASSERT_EQ(::sqlite3_open(file_.c_str(), &database), SQLITE_OK);
    ASSERT_EQ(::sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << ::sqlite3_errmsg(database);
    ::sqlite3_close(database);
  }

  /// What is sealed of a traveller, to be looked for in files.
  std::string sealed(int number) {
    sqlite3* database = nullptr;
    EXPECT_EQ(::sqlite3_open(file_.c_str(), &database), SQLITE_OK);
    std::string hex, raw;
    const auto keep = [](void* out, int, char** values, char**) {
      *static_cast<std::string*>(out) = values[0];
      return 0;
    };
    const std::string query = "SELECT hex(sealed) FROM travellers WHERE number = " + std::to_string(number);
    EXPECT_EQ(::sqlite3_exec(database, query.c_str(), keep, &hex, nullptr), SQLITE_OK);
    ::sqlite3_close(database);
    for (std::size_t i = 0; i < hex.size(); i += 2) raw += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return raw;
  }
  /// One bit of what is sealed of a traveller.
  void damage(int number) {
    std::string raw = sealed(number), hex;
    ASSERT_GT(raw.size(), 41u);
    raw[40] = static_cast<char>(raw[40] ^ 1);
    for (const char byte : raw) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    sql(fmt::format("UPDATE travellers SET sealed = x'{}' WHERE number = {}", hex, number));
  }
  void expect_refused(const fs::path& file, const fs::path& keys, PartialDate today, const std::string& why) {
    const auto opened = TravellerRegister::open(file, keys, today);
    ASSERT_FALSE(opened) << why;
    EXPECT_EQ(opened.error().code, ErrorCode::input_refused);
    EXPECT_NE(to_string(opened.error()).find(why), std::string::npos) << to_string(opened.error());
  }

  lists::TestDirectory directory_;
  fs::path file_ = directory_.path() / "travellers.db";
  fs::path keys_ = directory_.path() / "travellers.key";
};

using Ids = std::vector<std::string>;

TEST_F(RegisterTest, GivesBackInTheOrderOfAddingWhatWasAdded) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), traveller("b", "Nader Rostami")});
  add({2026, 2, 27}, {traveller("c", "Timur Zarrinov")});
  auto opened = open({2026, 2, 27});
  EXPECT_EQ(ids(opened), (Ids{"a", "b", "c"}));
  EXPECT_EQ(ids(opened, 100), (Ids{"a", "b", "c"}));
  const auto status = opened.status();
  ASSERT_TRUE(status);
  EXPECT_EQ(status->days_kept, 30);
  ASSERT_EQ(status->kept.size(), 2u);
  EXPECT_EQ(status->kept[0].day, "2026-02-26");
  EXPECT_EQ(status->kept[0].travellers, 2u);
  EXPECT_EQ(status->kept[1].travellers, 1u);
  EXPECT_TRUE(status->destroyed.empty());
}

TEST_F(RegisterTest, HoldsNothingOfATravellerInClear) {
  add(kFirst, {traveller("PNR-4711", "Gulbahor Savsanova")});
  ASSERT_FALSE(bytes_of(file_).empty());
  for (const char* suffix : {"", "-wal"}) {
    const std::string bytes = bytes_of(file_.string() + suffix);
    for (const char* secret : {"Gulbahor", "Savsanova", "PNR-4711", "made up"}) {
      EXPECT_EQ(bytes.find(secret), std::string::npos) << secret << " in the register" << suffix;
    }
  }
  struct stat status {};
  ASSERT_EQ(::stat(keys_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  ASSERT_EQ(::stat(file_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(RegisterTest, KeepsATravellerForTheSetDaysAndNotOneMore) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  auto last_day = open({2026, 3, 28});  // 30 days after 26 February
  EXPECT_EQ(ids(last_day), Ids{"a"});
  auto day_after = open({2026, 3, 29});
  EXPECT_TRUE(ids(day_after).empty());
}

TEST_F(RegisterTest, ADayThatIsOverIsDestroyedWithItsKeyAndInEveryCopy) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), traveller("b", "Nader Rostami")});
  add({2026, 3, 20}, {traveller("c", "Timur Zarrinov")});
  const std::string raw = sealed(1);  // the connection that asks is the last, and empties the log as it goes
  ASSERT_NE(bytes_of(file_).find(raw), std::string::npos) << "the test looks for the wrong bytes";
  const std::string key_line = bytes_of(keys_).substr(bytes_of(keys_).find("2026-02-26") + 11, 64);
  const fs::path backup = directory_.path() / "backup.db";
  fs::copy_file(file_, backup);

  auto opened = open({2026, 3, 29});
  EXPECT_EQ(ids(opened), Ids{"c"});
  EXPECT_EQ(bytes_of(keys_).find(key_line), std::string::npos) << "the key is still there";
  for (const char* suffix : {"", "-wal"}) {
    EXPECT_EQ(bytes_of(file_.string() + suffix).find(raw), std::string::npos) << "sealed bytes are left in the register" << suffix;
  }
  const auto status = opened.status();
  ASSERT_TRUE(status);
  ASSERT_EQ(status->destroyed.size(), 1u);
  EXPECT_EQ(status->destroyed[0].day, "2026-02-26");
  EXPECT_EQ(status->destroyed[0].travellers, 2u);
  EXPECT_EQ(status->destroyed[0].key_name.size(), 16u);
  EXPECT_FALSE(status->destroyed[0].destroyed.empty());

  // Whether the day is due by now or not, a backup is not taken for a register that has yet to destroy it.
  for (const PartialDate today : {PartialDate{2026, 3, 28}, PartialDate{2026, 4, 15}, PartialDate{2026, 6, 1}}) {
    expect_refused(backup, keys_, today, "the key of 2026-02-26 is missing");
  }
  EXPECT_EQ(ids(opened), Ids{"c"}) << "what the backup still had a key for was destroyed";
}

TEST_F(RegisterTest, ACrashBetweenKeyAndRowsIsMadeGoodAndTheReceiptSaysWhenTheKeyWent) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  sql("CREATE TRIGGER crash BEFORE DELETE ON travellers BEGIN SELECT RAISE(ABORT, 'as a crash'); END");
  ASSERT_FALSE(TravellerRegister::open(file_, keys_, {2026, 4, 15}, Opening::on_a_confirmed_day));
  EXPECT_NE(bytes_of(keys_).find("2026-02-26 " + std::string(64, '0')), std::string::npos) << "the key goes first";
  sql("DROP TRIGGER crash; UPDATE facts SET value = '2026-04-15T01:02:03Z' WHERE name = 'destroying 2026-02-26'");
  auto opened = open({2026, 4, 16});
  EXPECT_TRUE(ids(opened).empty());
  const auto status = opened.status();
  ASSERT_TRUE(status);
  EXPECT_TRUE(status->kept.empty());
  ASSERT_EQ(status->destroyed.size(), 1u);
  EXPECT_EQ(status->destroyed[0].destroyed, "2026-04-15T01:02:03Z");
}

TEST_F(RegisterTest, AKeyThatThisRegisterDidNotDestroyGetsNoReceipt) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  std::string text = bytes_of(keys_);
  text.replace(text.find("2026-02-26") + 11, 64, std::string(64, '0'));
  fs::remove(keys_);
  ASSERT_TRUE(releases::write_new(keys_, text, 0600));
  expect_refused(file_, keys_, kFirst, "the key of 2026-02-26 is missing");
  expect_refused(file_, keys_, {2026, 4, 15}, "the key of 2026-02-26 is missing");
}

TEST_F(RegisterTest, AnotherRegistersKeysAreNotDestroyed) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  const fs::path other = directory_.path() / "other.db", other_keys = directory_.path() / "other.key";
  ASSERT_TRUE(TravellerRegister::create(other, other_keys, 90));
  ASSERT_TRUE(TravellerRegister::open(other, other_keys, kFirst)->add(std::array{traveller("b", "Nader Rostami")}, kFirst));
  const std::string before = bytes_of(other_keys);
  expect_refused(file_, other_keys, {2026, 4, 15}, "another register");
  EXPECT_EQ(bytes_of(other_keys), before);

  // Not even when its heading is this register's: neither at opening nor by a register that was opened before.
  const std::string own = bytes_of(keys_);
  const std::string forged = own.substr(0, own.find('\n')) + before.substr(before.find('\n'));
  auto opened = open(kFirst);
  fs::remove(keys_);
  ASSERT_TRUE(releases::write_new(keys_, forged, 0600));
  expect_refused(file_, keys_, {2026, 4, 15}, "the key of 2026-02-26 is another");
  sql("UPDATE facts SET value = '2026-04-14' WHERE name = 'last opened'");
  const auto expired = opened.expire({2026, 4, 15});
  ASSERT_FALSE(expired);
  EXPECT_NE(expired.error().message.find("the key of 2026-02-26 is another"), std::string::npos) << expired.error().message;
  EXPECT_FALSE(opened.add(std::array{traveller("c", "Timur Zarrinov")}, kFirst));
  EXPECT_EQ(bytes_of(keys_), forged);
}

TEST_F(RegisterTest, RemovesOneTravellerBeforeTheirTime) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), traveller("b", "Nader Rostami"), traveller("a", "Gulbahor Savsanova")});
  auto opened = open(kFirst);
  const auto removed = opened.remove("a");
  ASSERT_TRUE(removed);
  EXPECT_EQ(removed->travellers, 2u);
  EXPECT_EQ(ids(opened), Ids{"b"});
  EXPECT_EQ(opened.status()->kept[0].travellers, 1u);
}

/// Running numbers are those of other people in the next manifest.
TEST_F(RegisterTest, RemovesNobodyWhereSeveralManifestsBearTheIdentifierAndNobodySaysWhich) {
  KeptTraveller other = traveller("a", "Chidi Okonkwo");
  other.manifest = "another";
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), other, traveller("b", "Nader Rostami"), traveller("a", "Timur Zarrinov")});
  auto opened = open(kFirst);
  const auto unclear = opened.remove("a");
  ASSERT_TRUE(unclear) << to_string(unclear.error());
  EXPECT_EQ(unclear->travellers, 0u);
  EXPECT_EQ(unclear->manifests, (std::set<std::string>{"another", "made up"}));
  EXPECT_EQ(ids(opened), (Ids{"a", "a", "b", "a"}));
  EXPECT_FALSE(opened.status()->overwriting_pending);
  EXPECT_EQ(opened.status()->kept[0].travellers, 4u);
  const auto named = opened.remove("a", "another");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->travellers, 1u);
  EXPECT_EQ(named->manifests, std::set<std::string>{"another"});
  add(kFirst, {other});
  const auto every = opened.remove("a", {}, Manifests::every);
  ASSERT_TRUE(every);
  EXPECT_EQ(every->travellers, 3u);
  EXPECT_EQ(ids(opened), Ids{"b"});
}

TEST_F(RegisterTest, RemovesTravellersWhomOthersAddedUnderANewKey) {
  auto opened = open(kFirst);
  add({2026, 2, 27}, {traveller("a", "Gulbahor Savsanova")});
  const auto removed = opened.remove("a");
  ASSERT_TRUE(removed) << to_string(removed.error());
  EXPECT_EQ(removed->travellers, 1u);
}

TEST_F(RegisterTest, WhoeverMayNotHaveBeenRemovedIsTold) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), traveller("a", "Gulbahor Savsanova"), traveller("c", "Timur Zarrinov")});
  sql("UPDATE travellers SET sealed = zeroblob(length(sealed)) WHERE number = 2");
  auto opened = open(kFirst);
  const auto removed = opened.remove("a");
  ASSERT_FALSE(removed);
  EXPECT_EQ(removed.error().record, 2u);
  EXPECT_NE(removed.error().message.find("1 travellers cannot be opened"), std::string::npos) << removed.error().message;
  EXPECT_EQ(opened.status()->kept[0].travellers, 2u) << "the one that opens goes all the same";
}

TEST_F(RegisterTest, OverwritingThatAReaderHoldsUpIsToldAndMadeUpFor) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), traveller("b", "Nader Rostami")});
  const std::string raw = sealed(1);
  auto reader = open(kFirst), opened = open(kFirst);
  ASSERT_TRUE(reader.visit(1, [&](std::span<KeptTraveller>) {
    const auto removed = opened.remove("a");
    EXPECT_TRUE(removed) << to_string(removed.error());
    EXPECT_TRUE(opened.status()->overwriting_pending);
    return false;
  }));
  ASSERT_NE(bytes_of(file_).find(raw), std::string::npos) << "nothing was held up";
  const auto next = open(kFirst);
  EXPECT_FALSE(next.status()->overwriting_pending);
  for (const char* suffix : {"", "-wal"}) EXPECT_EQ(bytes_of(file_.string() + suffix).find(raw), std::string::npos) << suffix;
}

TEST_F(RegisterTest, WorkOnManyThreadsComesOutInTheOrderOfAdding) {
  std::vector<KeptTraveller> many;
  Ids expected;
  for (int i = 0; i < 200; ++i) {
    expected.push_back("t" + std::to_string(i));
    many.push_back(traveller(expected.back(), "Gulbahor Savsanova"));
  }
  add(kFirst, many);
  auto opened = open(kFirst);
  Ids seen;
  std::size_t most = ~std::size_t{0};
  const auto visit = [&](unsigned threads) {
    seen.clear();
    return opened.visit(7, threads, [&](std::span<KeptTraveller> some) -> TravellerRegister::Outcome {
      EXPECT_LE(some.size(), 7u);
      Ids worked;
      for (const KeptTraveller& kept : some) worked.push_back(kept.traveller.id);
      return [&, worked] {
        seen.insert(seen.end(), worked.begin(), worked.end());
        return seen.size() < most;
      };
    });
  };
  for (const unsigned threads : {1U, 4U}) {
    ASSERT_TRUE(visit(threads));
    EXPECT_EQ(seen, expected) << threads;
  }
  most = 20;
  ASSERT_TRUE(visit(4));
  EXPECT_EQ(seen, Ids(expected.begin(), expected.begin() + 21)) << "nothing comes after it was said to stop";
}

TEST_F(RegisterTest, RefusesAClockThatWentBack) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  const auto opened = TravellerRegister::open(file_, keys_, {2026, 2, 25});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("clock suspect"), std::string::npos);
}

TEST_F(RegisterTest, AClockThatRanAheadDestroysNobody) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  const std::string keys = bytes_of(keys_);
  for (const PartialDate day : {PartialDate{2026, 3, 6}, PartialDate{2027, 2, 26}, PartialDate{2062, 1, 1}}) {
    expect_refused(file_, keys_, day, "clock suspect: today is " + to_string(day) + ", and the register was last opened on 2026-02-26");
  }
  auto opened = open(kFirst);
  EXPECT_FALSE(opened.expire({2027, 2, 26})) << "nor does a register that was opened before";
  EXPECT_FALSE(opened.add(std::array{traveller("b", "Nader Rostami")}, {2027, 2, 26})) << "who is dated a year ahead is refused for a year";
  EXPECT_EQ(bytes_of(keys_), keys);
  EXPECT_EQ(ids(opened), Ids{"a"});
}

TEST_F(RegisterTest, WhoLooksAtASuspectClockSeesWhatIsKeptAndDestroysNothing) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  const auto looked = TravellerRegister::open(file_, keys_, {2027, 2, 26}, Opening::to_look);
  ASSERT_TRUE(looked) << to_string(looked.error());
  EXPECT_EQ(looked->status()->kept.size(), 1u);
  expect_refused(file_, keys_, {2027, 2, 26}, "clock suspect");
}

TEST_F(RegisterTest, APostThatStoodStillForAMonthGoesOnByAWord) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  add({2026, 3, 20}, {traveller("b", "Nader Rostami")});
  expect_refused(file_, keys_, {2026, 4, 15}, "26 days before");
  auto confirmed = open({2026, 4, 15});
  EXPECT_EQ(ids(confirmed), Ids{"b"}) << "what is due goes";
  ASSERT_TRUE(confirmed.add(std::array{traveller("c", "Timur Zarrinov")}, {2026, 4, 15}));
  const auto next = TravellerRegister::open(file_, keys_, {2026, 4, 16});
  EXPECT_TRUE(next) << "the word was needed once";
}

TEST_F(RegisterTest, DaysWithoutTravellersAreNoneWithoutTheRegister) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  for (const PartialDate day : {PartialDate{2026, 3, 5}, PartialDate{2026, 3, 12}, PartialDate{2026, 3, 19}, PartialDate{2026, 3, 26}, PartialDate{2026, 4, 2}}) {
    EXPECT_TRUE(TravellerRegister::open(file_, keys_, day)) << to_string(day);
  }
  auto opened = open({2026, 4, 2});
  EXPECT_TRUE(ids(opened).empty()) << "retention holds";
  EXPECT_TRUE(TravellerRegister::open(file_, keys_, {2027, 1, 1})) << "nobody is kept, nobody can be lost";
}

TEST_F(RegisterTest, RefusesAnotherRegistersKeysAndWhatIsNoRegister) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  ASSERT_TRUE(TravellerRegister::create(directory_.path() / "other.db", directory_.path() / "other.key", 30));
  const auto foreign = TravellerRegister::open(file_, directory_.path() / "other.key", kFirst);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().code, ErrorCode::input_refused);
  const auto text = TravellerRegister::open(directory_.write("text", "not a database, but long enough to be looked at as one by SQLite"), keys_, kFirst);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::input_refused) << to_string(text.error());
  const auto none = TravellerRegister::open(directory_.path() / "none", keys_, kFirst);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::input_missing);
  ::chmod(keys_.c_str(), 0644);
  const auto open_to_all = TravellerRegister::open(file_, keys_, kFirst);
  ASSERT_FALSE(open_to_all) << "a key file that everybody may read was used";
  EXPECT_FALSE(TravellerRegister::create(file_, directory_.path() / "new.key", 30)) << "a register was overwritten";
}

TEST_F(RegisterTest, DamagedRowsAreToldAndTheOthersAreGivenOut) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova"), traveller("b", "Nader Rostami"), traveller("c", "Timur Zarrinov")});
  damage(2);
  Ids seen;
  const auto visited = open(kFirst).visit(10, [&](std::span<KeptTraveller> some) {
    for (const KeptTraveller& kept : some) seen.push_back(kept.traveller.id);
    return true;
  });
  EXPECT_EQ(seen, (Ids{"a", "c"}));
  ASSERT_FALSE(visited);
  EXPECT_EQ(visited.error().record, 2u);
  EXPECT_NE(visited.error().message.find("1 travellers cannot be opened"), std::string::npos) << visited.error().message;
}

TEST_F(RegisterTest, ATravellerCannotBeMovedToAnotherDay) {
  add(kFirst, {traveller("a", "Gulbahor Savsanova")});
  add({2026, 3, 20}, {traveller("b", "Nader Rostami")});
  sql("UPDATE travellers SET day = '2026-03-20' WHERE number = 1");
  EXPECT_FALSE(open({2026, 3, 20}).visit(10, [](std::span<KeptTraveller>) { return true; }));
}

}  // namespace
}  // namespace darvaza::lookback
