// Decisions "not the same person" in their database: kept, found, ended, and safely lost.
#include "cleared/cleared_store.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;
using Refusal = ClearedStore::Refusal;

class ClearedStoreTest : public testing::Test {
 protected:
  ClearedStoreTest() {
    std::string name = (fs::temp_directory_path() / "cleared-XXXXXX").string();
    directory_ = mkdtemp(name.data());
    file_ = directory_ / "cleared.db";
  }
  ~ClearedStoreTest() override { fs::remove_all(directory_); }

  std::unique_ptr<ClearedStore> open(std::uint64_t most = 100) {
    return std::make_unique<ClearedStore>(file_, ClearedStore::Limits{most, 30},
                                          [this](const std::string& text) {
                                            const std::lock_guard lock(mutex_);
                                            said_ += text + "\n";
                                          });
  }
  std::string said() {
    const std::lock_guard lock(mutex_);
    return said_;
  }
  static ClearedRule rule(const std::string& number = "AB123", std::int64_t holds_seconds = 3600) {
    ClearedRule r;
    r.state = StateCode("UZB");
    r.issuer = StateCode("TJK");
    r.number = number;
    r.list = "joint";
    r.entry = "ja-3";
    r.version = std::string(64, 'a');
    r.author = "airport-1";
    r.reason = "fingerprints differ";
    r.made = std::time(nullptr) - 10;
    r.expires = std::time(nullptr) + holds_seconds;
    return r;
  }
  /// Whether a condition comes true within the patience of a busy machine.
  template <typename Condition>
  static bool soon(Condition condition) {
    for (int i = 0; i < 600; ++i) {
      if (condition()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }
  static std::size_t found(const ClearedStore& store, const std::string& number = "AB123") {
    return store.rules()->of(StateCode("UZB"), StateCode("TJK"), number).size();
  }
  void run(const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file_.c_str(), &database), SQLITE_OK);
    sqlite3_busy_timeout(database, 5000);
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
  }
  bool refused(const char* sql) {
    sqlite3* database = nullptr;
    sqlite3_open(file_.c_str(), &database);
    const bool refused =
        sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_CONSTRAINT;
    sqlite3_close(database);
    return refused;
  }

  fs::path directory_, file_;

 private:
  std::mutex mutex_;
  std::string said_;
};

TEST_F(ClearedStoreTest, KeepsARuleAcrossARestart) {
  std::string id;
  {
    const auto store = open();
    EXPECT_NE(said().find("is new, no rule silences anything"), std::string::npos);
    const auto added = store->add(rule());
    ASSERT_TRUE(added);
    id = added->id;
    EXPECT_EQ(found(*store), 1U);
    EXPECT_EQ(fs::status(file_).permissions() & fs::perms::others_all, fs::perms::none);
  }
  const auto store = open();
  ASSERT_EQ(found(*store), 1U);
  const ClearedRule kept = store->rules()->of(StateCode("UZB"), StateCode("TJK"), "AB123").front();
  EXPECT_EQ(kept.id, id);
  EXPECT_EQ(kept.reason, "fingerprints differ");
  EXPECT_EQ(kept.author, "airport-1");
  EXPECT_TRUE(store->rules()->of(StateCode("TJK"), StateCode("TJK"), "AB123").empty())
      << "another State's posts";
  EXPECT_TRUE(store->rules()->of(StateCode("UZB"), StateCode("KAZ"), "AB123").empty())
      << "another issuer";
  EXPECT_EQ(found(*store, "AB124"), 0U);
}

TEST_F(ClearedStoreTest, ARuleIsWithdrawnByItsOwnStateOnly) {
  const auto store = open();
  const std::string id = store->add(rule())->id;
  EXPECT_FALSE(store->withdraw(id, StateCode("TJK"), false, "other")->has_value());
  EXPECT_FALSE(store->withdraw("none", StateCode("UZB"), false, "p")->has_value());
  const auto ended = store->withdraw(id, StateCode("UZB"), false, "airport-2");
  ASSERT_TRUE(ended->has_value());
  EXPECT_EQ((*ended)->ended_by, "airport-2");
  EXPECT_EQ(found(*store), 0U);
  EXPECT_FALSE(store->withdraw(id, StateCode("UZB"), false, "p")->has_value()) << "once";
  EXPECT_EQ(store->list(StateCode("UZB"), false, false, "", 10)->size(), 0U);
  EXPECT_EQ(store->list(StateCode("UZB"), false, true, "", 10)->size(), 1U);
}

TEST_F(ClearedStoreTest, ARuleExpires) {
  const auto store = open();
  ASSERT_TRUE(store->add(rule("AB123", 1)));
  ASSERT_TRUE(store->add(rule("AB124", 3600)));
  EXPECT_TRUE(soon([&] { return found(*store) == 0; }));
  EXPECT_EQ(found(*store, "AB124"), 1U);
  const auto all = store->list(StateCode("UZB"), false, true, "", 10);
  EXPECT_EQ(std::count_if(all->begin(), all->end(),
                          [](const ClearedRule& r) { return r.ended_by == "expiry"; }),
            1);
  EXPECT_TRUE(store->add(rule("AB123"))) << "and may be made anew";
}

TEST_F(ClearedStoreTest, ADecisionUponANewVersionTakesTheOldOnesPlace) {
  const auto store = open();
  ASSERT_TRUE(store->add(rule()));
  EXPECT_EQ(store->add(rule()).error(), Refusal::exists);
  ClearedRule newer = rule();
  newer.version = std::string(64, 'b');
  ASSERT_TRUE(store->add(newer));
  ASSERT_EQ(found(*store), 1U);
  EXPECT_EQ(store->rules()->of(StateCode("UZB"), StateCode("TJK"), "AB123").front().version,
            newer.version);
}

TEST_F(ClearedStoreTest, SoManyRulesAndNoMore) {
  const auto store = open(2);
  ASSERT_TRUE(store->add(rule("A1")));
  ASSERT_TRUE(store->add(rule("A2")));
  EXPECT_EQ(store->add(rule("A3")).error(), Refusal::too_many);
}

TEST_F(ClearedStoreTest, ListsInPages) {
  const auto store = open();
  ClearedRule hidden = rule("A0");
  hidden.first_line = false;
  ASSERT_TRUE(store->add(hidden));
  for (const char* number : {"A1", "A2", "A3"}) ASSERT_TRUE(store->add(rule(number)));
  std::vector<std::string> ids;
  for (std::string after;;) {
    const auto page = store->list(StateCode("UZB"), false, false, after, 3);
    if (page->empty()) break;
    for (const ClearedRule& one : *page) ids.push_back(one.id);
    after = ids.back();
  }
  EXPECT_EQ(ids.size(), 4U);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(store->list(StateCode("UZB"), true, false, "", 10)->size(), 3U)
      << "of what the first line sees";
}

TEST_F(ClearedStoreTest, TheSchemaRefusesWhatMakesNoSense) {
  const auto store = open();
  ASSERT_TRUE(store->add(rule()));
  EXPECT_TRUE(refused("UPDATE cleared SET reason = ''"));
  EXPECT_TRUE(refused("UPDATE cleared SET author = ''"));
  EXPECT_TRUE(refused("UPDATE cleared SET expires = made"));
  EXPECT_TRUE(refused("UPDATE cleared SET number = ''"));
  EXPECT_TRUE(refused("UPDATE cleared SET version = 'x'"));
  EXPECT_TRUE(refused("UPDATE cleared SET ended = made")) << "by nobody";
  ClearedRule nobodys = rule("A9");
  nobodys.author.clear();
  EXPECT_EQ(store->add(nobodys).error(), Refusal::unavailable);
}

TEST_F(ClearedStoreTest, AnotherProcessesChangesAreSeen) {
  const auto one = open();
  const auto other = open();
  const std::string id = one->add(rule())->id;
  EXPECT_TRUE(soon([&] { return found(*other) == 1; }));
  ASSERT_TRUE(other->withdraw(id, StateCode("UZB"), false, "p")->has_value());
  EXPECT_TRUE(soon([&] { return found(*one) == 0; }));
}

TEST_F(ClearedStoreTest, ALockedDatabaseHoldsUpNobodyWhoScreens) {
  const auto store = open();
  ASSERT_TRUE(store->add(rule()));
  sqlite3* locked = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &locked), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(locked, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  std::thread writer([&] { EXPECT_EQ(store->add(rule("A2")).error(), Refusal::unavailable); });
  for (int i = 0; i < 20; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(found(*store), 1U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(500));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  writer.join();
  EXPECT_NE(said().find("database is locked"), std::string::npos);
  sqlite3_exec(locked, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(locked);
  EXPECT_TRUE(store->add(rule("A2")));
}

TEST_F(ClearedStoreTest, ALockedDatabaseKeepsTheRulesThatHoldWhenOneExpires) {
  const auto store = open();
  ASSERT_TRUE(store->add(rule("A1", 1)));
  ASSERT_TRUE(store->add(rule("A2")));
  sqlite3* locked = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &locked), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(locked, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_TRUE(soon([&] { return found(*store, "A1") == 0; })) << "it is left out, marked or not";
  EXPECT_EQ(found(*store, "A2"), 1U);
  EXPECT_TRUE(store->available());
  EXPECT_EQ(said().find("NOT SILENCED"), std::string::npos);
  sqlite3_exec(locked, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(locked);
  EXPECT_TRUE(soon([&] {
    const auto all = store->list(StateCode("UZB"), false, true, "", 10);
    return all && std::any_of(all->begin(), all->end(),
                              [](const ClearedRule& r) { return r.ended_by == "expiry"; });
  })) << "and marked when that can be written";
}

TEST_F(ClearedStoreTest, ACheckMakesNoDatabase) {
  EXPECT_TRUE(ClearedStore::check(file_));
  EXPECT_FALSE(fs::exists(file_));
}

TEST_F(ClearedStoreTest, ADamagedDatabaseSilencesNobodyAndIsTold) {
  { ASSERT_TRUE(open()->add(rule())); }
  fs::remove(file_.string() + "-wal");
  // The page of the table, whatever else there is.
  std::fstream(file_, std::ios::binary | std::ios::in | std::ios::out).seekp(4096)
      << std::string(200, '\x55');
  std::ifstream before(file_, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(before), {}};
  {
    const auto store = open();
    EXPECT_FALSE(store->available());
    EXPECT_EQ(found(*store), 0U);
    EXPECT_EQ(store->add(rule()).error(), Refusal::unavailable);
    EXPECT_EQ(store->list(StateCode("UZB"), false, true, "", 10).error(), Refusal::unavailable);
    EXPECT_NE(said().find("CLEARED TRAVELLERS ARE NOT SILENCED"), std::string::npos);
    EXPECT_EQ(said().find("AB123"), std::string::npos);
  }
  std::ifstream after(file_, std::ios::binary);
  EXPECT_EQ((std::string{std::istreambuf_iterator<char>(after), {}}), bytes)
      << "what may be rescued was changed";
  EXPECT_FALSE(ClearedStore::check(file_));
}

TEST_F(ClearedStoreTest, SomethingElseIsNotTakenForIt) {
  std::ofstream(file_) << "Savsanov";
  EXPECT_FALSE(open()->available());
  fs::remove(file_);
  run("CREATE TABLE other (x)");
  EXPECT_FALSE(open()->available());
  EXPECT_FALSE(ClearedStore::check(directory_ / "none" / "cleared.db"));
}

TEST_F(ClearedStoreTest, ADatabaseThatGoesIsMissedAndOneThatComesBackServes) {
  const auto store = open();
  ASSERT_TRUE(store->add(rule()));
  run("PRAGMA wal_checkpoint(TRUNCATE)");
  fs::rename(file_, directory_ / "away");
  EXPECT_TRUE(soon([&] { return !store->available(); }));
  EXPECT_EQ(found(*store), 0U);
  EXPECT_FALSE(fs::exists(file_)) << "an empty one in its place would hide that it is missing";
  fs::remove(file_.string() + "-wal");
  fs::remove(file_.string() + "-shm");
  fs::rename(directory_ / "away", file_);
  EXPECT_TRUE(soon([&] { return found(*store) == 1; }));
  EXPECT_NE(said().find("cleared travellers are silenced again"), std::string::npos);
}

TEST_F(ClearedStoreTest, ServesManyThreads) {
  const auto store = open(1000);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        const std::string number = "A" + std::to_string(t) + "N" + std::to_string(i);
        const auto added = store->add(rule(number));
        ASSERT_TRUE(added);
        EXPECT_EQ(found(*store, number), 1U);
        if (i % 2 == 0) {
          EXPECT_TRUE(store->withdraw(added->id, StateCode("UZB"), false, "p")->has_value());
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(store->rules()->size(), 4U * 12);
  EXPECT_EQ(open()->rules()->size(), 4U * 12);
}

}  // namespace
}  // namespace darvaza::daemon
