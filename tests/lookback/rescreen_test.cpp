#include "lookback/rescreen.h"

#include <gtest/gtest.h>

#include "darvaza/build_index.h"
#include "lists/list_test_support.h"

namespace darvaza::lookback {
namespace {

namespace fs = std::filesystem;

constexpr PartialDate kToday{2026, 6, 1};
constexpr std::string_view kHeading = "id,name,aliases,birth_date,nationality,releasable_to,valid_from\n";

/// An edition of the list "zala" on disk, its index open.
struct Built {
  ListEdition edition;
  Screener screener;
};

class RescreenTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(TravellerRegister::create(directory_.path() / "t.db", directory_.path() / "t.key", 30));
    auto opened = TravellerRegister::open(directory_.path() / "t.db", directory_.path() / "t.key", kToday);
    ASSERT_TRUE(opened);
    register_.emplace(std::move(*opened));
  }

  Built build(const std::string& where, const std::string& rows) {
    fs::create_directory(directory_.path() / where);
    const auto file = directory_.write(where + "/zala.csv", std::string(kHeading) + rows);
    const auto index = directory_.path() / where / "zala.dvz";
    EXPECT_TRUE(build_index(std::array{file}, index));
    return {std::move(*read_edition(std::array{file})), std::move(*Screener::open(index))};
  }

  void add(const std::string& id, const std::string& name, const std::string& birth_date) {
    KeptTraveller kept;
    kept.traveller.id = id;
    kept.traveller.names = {{name, ""}};
    kept.traveller.birth_date = parse_iso_date(birth_date).value_or(PartialDate{});
    ASSERT_TRUE(register_->add(std::array{kept}, kToday));
  }

  /// "t1 clear to hit: added 4" of all alerts.
  std::vector<std::string> alerts(const Built& older, const Built& newer, Post post = {}, PartialDate day_before = {}, bool withdrawn = false) {
    Post before = post;
    if (day_before.known()) before.today = day_before;
    const ListNews news = list_news(older.edition, before, newer.edition, post);
    const auto records = withdrawn ? NewsOfRecords::withdrawn("zala", news) : NewsOfRecords::of("zala", news);
    EXPECT_TRUE(records);
    RescreenRequest request;
    request.now = withdrawn ? &older.screener : &newer.screener;
    request.before = withdrawn ? nullptr : &older.screener;
    request.options.post = withdrawn ? before : post;
    request.day_before = before.today;
    std::vector<std::string> words;
    const auto done = rescreen(*register_, *records, request, [&](Alert&& alert) {
      std::string text = alert.kept.traveller.id + ' ' + (alert.was ? std::string(to_string(*alert.was)) : "?") + " to " +
                         std::string(to_string(alert.answer.decision)) + ':';
      for (const AlertCause& cause : alert.causes) text += ' ' + std::string(to_string(cause.news)) + ' ' + cause.id;
      words.push_back(std::move(text));
      return true;
    });
    EXPECT_TRUE(done) << (done ? "" : to_string(done.error()));
    report_ = done.value_or(RescreenReport{});
    return words;
  }

  lists::TestDirectory directory_;
  std::optional<TravellerRegister> register_;
  RescreenReport report_;
};

using Words = std::vector<std::string>;
const std::string kSame = "1,Farrukh Dovudov,,1970-01-02,UZB,,\n";

TEST_F(RescreenTest, ATravellerWhoWasClearBecomesAHitByAnEntryThatWasAdded) {
  add("t1", "Gulbahor Savsanova", "1971-03-02");
  add("t2", "Timur Zarrinov", "1980-05-05");
  const Built older = build("old", kSame), newer = build("new", kSame + "4,Gulbahor Savsanova,,1971-03-02,UZB,,\n");
  EXPECT_EQ(alerts(older, newer), Words{"t1 clear to hit: added 4"});
  EXPECT_EQ(report_.travellers, 2u);
  EXPECT_EQ(report_.known_before, 0u);
}

TEST_F(RescreenTest, AnAliasThatWasAddedIsNewsOfAnEntryThatWasThere) {
  add("t1", "Gulbahor Savsanova", "1971-03-02");
  const Built older = build("old", kSame + "4,Nader Rostami,,1971-03-02,UZB,,\n"),
              newer = build("new", kSame + "4,Nader Rostami,Gulbahor Savsanova,1971-03-02,UZB,,\n");
  EXPECT_EQ(alerts(older, newer), Words{"t1 clear to hit: changed 4"});
}

TEST_F(RescreenTest, WhoWasAHitBeforeIsNoNewsWhenTheEntryChanges) {
  add("t1", "Farrukh Dovudov", "1970-01-02");
  const Built older = build("old", kSame), newer = build("new", "1,Farrukh Dovudov,Somebody Else,1970-01-02,UZB,,\n");
  EXPECT_EQ(alerts(older, newer), Words{});
  EXPECT_EQ(report_.known_before, 1u);
}

TEST_F(RescreenTest, AReferralThatBecomesAHitIsNews) {
  add("t1", "Farrukh Dovudov", "1970-01-02");
  // Without a date of birth the name alone says less than a hit; the new edition has the date.
  const Built older = build("old", "1,Farrukh Dovudov,,,,,\n"), newer = build("new", kSame);
  EXPECT_EQ(alerts(older, newer), Words{"t1 review to hit: changed 1"});
}

TEST_F(RescreenTest, EntriesOfWhichOnlyTermsOrTheDayChangedAreNewsToThePostThatSeesThemNow) {
  add("t1", "Gulbahor Savsanova", "1971-03-02");
  const Post post{StateCode("UZB"), Line::second, kToday};
  const std::string entry = "4,Gulbahor Savsanova,,1971-03-02,UZB,";
  const Built kazakh = build("kaz", kSame + entry + "KAZ,\n"), both = build("both", kSame + entry + "KAZ;UZB,\n");
  EXPECT_EQ(alerts(kazakh, both, post), Words{"t1 clear to hit: changed 4"});
  EXPECT_EQ(alerts(both, both, post), Words{});
  const Built from_today = build("today", kSame + entry + ",2026-06-01\n");
  EXPECT_EQ(alerts(from_today, from_today, post, {2026, 5, 31}), Words{"t1 clear to hit: now visible 4"});
}

TEST_F(RescreenTest, WhoWasReferredForAnEntryThatIsGoneIsToldOnRequest) {
  add("t1", "Gulbahor Savsanova", "1971-03-02");
  add("t2", "Farrukh Dovudov", "1970-01-02");
  const Built older = build("old", kSame + "4,Gulbahor Savsanova,,1971-03-02,UZB,,\n"), newer = build("new", kSame);
  EXPECT_EQ(alerts(older, newer), Words{}) << "an entry that is gone is no alert";
  EXPECT_EQ(alerts(older, newer, {}, {}, true), Words{"t1 ? to hit: changed 4"});
}

TEST_F(RescreenTest, WhoCannotBeSearchedForIsCounted) {
  add("t1", "", "1971-03-02");
  const Built older = build("old", kSame), newer = build("new", kSame + "4,Gulbahor Savsanova,,1971-03-02,UZB,,\n");
  EXPECT_EQ(alerts(older, newer), Words{});
  EXPECT_EQ(report_.incomplete, 1u);
}

}  // namespace
}  // namespace darvaza::lookback
