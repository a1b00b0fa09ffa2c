#include "lookback/day_keys.h"

#include <gtest/gtest.h>

#include "lists/list_test_support.h"
#include "releases/durable_files.h"

namespace darvaza::lookback {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHead = "darvaza-register-keys 1 made-up\n";

class DayKeysTest : public testing::Test {
 protected:
  void write(const std::string& text) {
    fs::remove(file_);
    ASSERT_TRUE(releases::write_new(file_, text, 0600));
  }
  std::string bytes() const { return releases::read_bounded(file_, 1 << 20).value_or(""); }
  DayKeys read() {
    auto keys = DayKeys::read(file_, "made-up");
    EXPECT_TRUE(keys) << (keys ? "" : to_string(keys.error()));
    return std::move(*keys);
  }
  std::string make(const std::string& day) {
    auto keys = read();
    const auto key = keys.find_or_make(day);
    EXPECT_TRUE(key) << (key ? "" : to_string(key.error()));
    return key_name(**key);
  }

  lists::TestDirectory directory_;
  fs::path file_ = directory_.path() / "travellers.key";
};

std::string line(const std::string& day, char digit) { return day + ' ' + std::string(64, digit) + '\n'; }

TEST_F(DayKeysTest, AKeyIsMadeOnceAndIsThereForEverybody) {
  ASSERT_TRUE(DayKeys::create(file_, "made-up"));
  EXPECT_EQ(bytes(), kHead);
  const std::string first = make("2026-02-26"), second = make("2026-02-27");
  EXPECT_NE(first, second);
  EXPECT_EQ(make("2026-02-26"), first);
  EXPECT_EQ(read().find("2026-02-28"), nullptr);
}

TEST_F(DayKeysTest, KeysAreAddedAndDestroyedWhereTheyStand) {
  ASSERT_TRUE(DayKeys::create(file_, "made-up"));
  const fs::path link = directory_.path() / "the same blocks";
  fs::create_hard_link(file_, link);
  make("2026-02-26");
  const std::string second = make("2026-02-27");
  auto keys = read();
  ASSERT_TRUE(keys.destroy("2026-02-26"));
  EXPECT_EQ(keys.find("2026-02-26"), nullptr);
  ASSERT_TRUE(keys.destroy("2026-02-26")) << "a second time is nothing";
  EXPECT_EQ(key_name(*read().find("2026-02-27")), second);
  EXPECT_EQ(bytes().substr(0, 32 + 76), kHead + line("2026-02-26", '0'));
  EXPECT_EQ(releases::read_bounded(link, 1 << 20).value_or(""), bytes()) << "keys are left in a file that was replaced";
}

TEST_F(DayKeysTest, ADayThatWasDestroyedGetsANewLine) {
  write(kHead + line("2026-02-26", '0') + line("2026-02-27", '5'));
  make("2026-02-26");
  EXPECT_EQ(bytes().substr(0, 32 + 2 * 76), kHead + line("2026-02-26", '0') + line("2026-02-27", '5'));
  EXPECT_EQ(bytes().size(), 32u + 3 * 76);
  EXPECT_NE(read().find("2026-02-26"), nullptr);
}

TEST_F(DayKeysTest, ALineThatACrashCutShortIsNoKeyAndIsWrittenOver) {
  const std::string whole = line("2026-02-27", '7');
  for (const std::string& torn : {whole.substr(0, 4), whole.substr(0, 40), whole.substr(0, 75), whole.substr(0, 30) + std::string(46, '\0')}) {
    write(kHead + line("2026-02-26", '5') + torn);
    EXPECT_NE(read().find("2026-02-26"), nullptr);
    EXPECT_EQ(read().find("2026-02-27"), nullptr);
    const std::string name = make("2026-02-28");
    EXPECT_EQ(bytes().size(), 32u + 2 * 76);
    EXPECT_EQ(bytes().find("2026-02-27"), std::string::npos);
    EXPECT_EQ(key_name(*read().find("2026-02-28")), name);
  }
}

TEST_F(DayKeysTest, RefusesWhatItDoesNotWrite) {
  const std::string good = line("2026-02-26", '5');
  const auto line_refused = [&](const std::string& text) {
    write(text);
    const auto keys = DayKeys::read(file_, "made-up");
    return keys ? 0 : keys.error().line;
  };
  EXPECT_EQ(line_refused("travellers\n"), 1u);
  EXPECT_EQ(line_refused(kHead + line("2026-02-30", '5')), 2u);
  EXPECT_EQ(line_refused(kHead + line("2026-02-26", 'x')), 2u);
  EXPECT_EQ(line_refused(kHead + good + line("2026-02-27", '5').substr(0, 75) + ' '), 3u) << "no end of line";
  EXPECT_EQ(line_refused(kHead + good + good), 3u) << "two keys of a day";
  EXPECT_EQ(line_refused(kHead + good.substr(0, 40) + good), 2u) << "cut short, and not at the end";
  write(kHead + good);
  const auto other = DayKeys::read(file_, "made-up-2");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("another register"), std::string::npos) << other.error().message;
}

}  // namespace
}  // namespace darvaza::lookback
