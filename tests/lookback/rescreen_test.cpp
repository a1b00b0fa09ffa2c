#include "lookback/rescreen.h"

#include <chrono>
#include <ctime>
#include <sstream>

#include <gtest/gtest.h>

#include "darvaza/build_index.h"
#include "lists/list_test_support.h"
#include "lookback/news_index.h"
#include "records/today.h"
#include "screening/made_up_names.h"

namespace darvaza::lookback {
namespace {

namespace fs = std::filesystem;

constexpr PartialDate kToday{2026, 6, 1};
constexpr std::string_view kHeading = "id,name,aliases,birth_date,nationality,releasable_to,valid_from\n";
constexpr std::string_view kOfDocuments = "document_number,document_type,issuing_state,status,reporting_state\n";

/// An edition of the list "zala" on disk, its index open.
struct Built {
  ListEdition edition;
  Screener screener;
  fs::path index;
};

class RescreenTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(TravellerRegister::create(directory_.path() / "t.db", directory_.path() / "t.key", 30));
    auto opened = TravellerRegister::open(directory_.path() / "t.db", directory_.path() / "t.key", kToday);
    ASSERT_TRUE(opened);
    register_.emplace(std::move(*opened));
  }

  Built build(const std::string& where, const std::string& rows, std::string_view heading = kHeading) {
    fs::create_directory(directory_.path() / where);
    const auto file = directory_.write(where + "/zala.csv", std::string(heading) + rows);
    const auto index = directory_.path() / where / "zala.dvz";
    EXPECT_TRUE(build_index(std::array{file}, index));
    return {std::move(*read_edition(std::array{file})), std::move(*Screener::open(index)), index};
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
    const ListNews news = list_news(older.edition, newer.screener.with_known_day(before), newer.edition, newer.screener.with_known_day(post));
    const auto records = withdrawn ? NewsOfRecords::withdrawn("zala", news) : NewsOfRecords::of("zala", news);
    EXPECT_TRUE(records);
    RescreenRequest request;
    request.now = withdrawn ? &older.screener : &newer.screener;
    request.before = withdrawn ? nullptr : &older.screener;
    request.options.post = withdrawn ? before : post;
    request.day_before = before.today;
    const auto& whole = withdrawn ? older : newer;
    std::vector<std::string_view> lines = news.withdrawn;
    if (!withdrawn) {
      lines.clear();
      for (const NewRecord& record : news.records) lines.push_back(record.line);
    }
    const lists::TestDirectory work;
    const auto set = open_with_news(std::array{whole.index}, "zala", lines, work.path());
    EXPECT_TRUE(set) << (set ? "" : to_string(set.error()));
    auto found = run(*records, request);
    const RescreenReport of_everybody = report_;
    request.search_news = [&](const Traveller& traveller, const ScreeningOptions& how) {
      ScreeningOptions only = how;
      only.only_file = set->describe_files().size() - 1;
      return set->screen(traveller, only);
    };
    EXPECT_EQ(run(*records, request), found) << "the new records alone, and everybody again";
    EXPECT_EQ(report_.alerts, of_everybody.alerts);
    EXPECT_EQ(report_.known_before, of_everybody.known_before);
    // Scores, too: those of the second run are those of the first.
    const auto half = static_cast<std::ptrdiff_t>(scores_.size() / 2);
    EXPECT_TRUE(std::equal(scores_.begin(), scores_.begin() + half, scores_.begin() + half, scores_.end()));
    scores_.clear();
    return found;
  }

  std::vector<std::string> run(const NewsOfRecords& records, const RescreenRequest& request) {
    std::vector<std::string> words;
    const auto done = rescreen(*register_, records, request, [&](Alert&& alert) {
      std::string text = alert.kept.traveller.id + ' ' + (alert.was ? std::string(to_string(*alert.was)) : "?") + " to " +
                         std::string(to_string(alert.answer.decision)) + ':';
      for (const AlertCause& cause : alert.causes) {
        text += ' ' + std::string(to_string(cause.news)) + ' ' + cause.id;
        scores_.push_back(cause.score_bp);
      }
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
  std::vector<std::int32_t> scores_;  ///< of all causes so far
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

/// Who was to be let go on and is to be arrested now, was no news at all.
TEST_F(RescreenTest, WhoIsToBeHandledOtherwiseIsNewsThoughTheyWereAHitBefore) {
  add("t1", "Farrukh Dovudov", "1970-01-02");
  add("t2", "Timur Zarrinov", "1980-05-05");
  constexpr std::string_view kTerms = "id,name,birth_date,nationality,instruction,alert_category,handling,focal_point\n";
  const auto entry = [](const std::string& terms) { return "1,Farrukh Dovudov,1970-01-02,UZB," + terms + "\n"; };
  const Built contact = build("contact", entry("contact,,,"), kTerms);
  EXPECT_EQ(alerts(contact, build("arrest", entry("arrest,,,"), kTerms)), Words{"t1 hit to hit: other instruction 1"});
  EXPECT_EQ(alerts(contact, build("missing", entry("contact,missing_person,,"), kTerms)), Words{"t1 hit to hit: other instruction 1"});
  EXPECT_EQ(alerts(contact, build("own", entry("contact,,Take the left lane,"), kTerms)), Words{"t1 hit to hit: other instruction 1"});
  EXPECT_EQ(alerts(contact, build("desk", entry("contact,,,Another desk"), kTerms)), Words{}) << "an officer is to do what they were to do";
  EXPECT_EQ(report_.known_before, 1u);
}

TEST_F(RescreenTest, AReferralThatBecomesAHitIsNews) {
  add("t1", "Farrukh Dovudov", "1970-01-02");
  // A surname and a year say less than a hit; the new edition has name and date in full.
  const Built older = build("old", "1,Dovudov,,1970,UZB,,\n"), newer = build("new", kSame);
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

/// The older index knows less of the day: what it did not see by itself is no news.
TEST_F(RescreenTest, AClockThatIsBehindIsTheSameForBothEditions) {
  const auto day = [](int days) { return records::local_day(std::time(nullptr) + days * 86'400); };
  const std::string from = to_string(day(-10));
  add("t1", "Farrukh Dovudov", "1970-01-02");
  add("t2", "Gulbahor Savsanova", "1971-03-02");
  Built older = build("old", "1,Farrukh Dovudov,,1970-01-02,UZB,," + from + "\n");
  const Built newer = build("new", "1,Farrukh Dovudov,Somebody Else,1970-01-02,UZB,," + from + "\n4,Gulbahor Savsanova,,1971-03-02,UZB,," + from + "\n");
  fs::last_write_time(older.index, fs::file_time_type::clock::now() - std::chrono::hours(24 * 20));
  older.screener = std::move(*Screener::open(older.index));
  Post post;
  post.today = day(-20);
  post.today_by_clock = true;
  EXPECT_EQ(alerts(older, newer, post), Words{"t2 clear to hit: added 4"});
  EXPECT_EQ(report_.known_before, 1u);
}

TEST_F(RescreenTest, WhoWasReferredForAnEntryThatIsGoneIsToldOnRequest) {
  add("t1", "Gulbahor Savsanova", "1971-03-02");
  add("t2", "Farrukh Dovudov", "1970-01-02");
  const Built older = build("old", kSame + "4,Gulbahor Savsanova,,1971-03-02,UZB,,\n"), newer = build("new", kSame);
  EXPECT_EQ(alerts(older, newer), Words{}) << "an entry that is gone is no alert";
  EXPECT_EQ(alerts(older, newer, {}, {}, true), Words{"t1 ? to hit: changed 4"});
}

TEST_F(RescreenTest, ADocumentIsNewsThoughItsNumberWasReportedOfAnotherStateBefore) {
  KeptTraveller kept;
  kept.traveller.id = "t1";
  kept.traveller.names = {{"Fulan Nobody", ""}};
  kept.traveller.documents = {{"KX90712348", "P", StateCode("UZB"), {}}, {"KG1111111", "P", StateCode("KGZ"), {}}};  // a hit by the other one all along
  ASSERT_TRUE(register_->add(std::array{kept}, kToday));
  const std::string before = "KX90712348,P,KGZ,lost,KGZ\nKG1111111,P,KGZ,lost,KGZ\n";
  const Built older = build("old", before, kOfDocuments), newer = build("new", before + "KX90712348,P,UZB,stolen,UZB\n", kOfDocuments);
  EXPECT_EQ(alerts(older, newer), Words{"t1 hit to hit: added KX90712348"});
  const Built again = build("again", before + "KX90712348,P,UZB,lost,UZB\n", kOfDocuments);
  EXPECT_EQ(alerts(newer, again), Words{}) << "found as surely before";
}

TEST_F(RescreenTest, NewRecordsAloneGiveTheAlertsAndScoresOfScreeningEverybodyAgain) {
  screening::MadeUpNames names(9);
  const screening::MadeUpList list = screening::make_up_list(600, names);
  std::string older, newer;
  std::istringstream rows(list.file.content);
  std::string row;
  std::getline(rows, row);  // the heading
  for (int number = 0; std::getline(rows, row); ++number) {
    row += ",,,\n";
    newer += row;
    if (number % 6 != 0) older += row;  // a hundred are new
  }
  std::vector<KeptTraveller> kept;
  for (Traveller& traveller : screening::make_up_travellers(1500, list, names)) kept.push_back({std::move(traveller), "made up", 0});
  ASSERT_TRUE(register_->add(kept, kToday));
  const auto found = alerts(build("old", older), build("new", newer));
  // Two of three travellers are listed, every sixth of them newly: carelessly spelt, most are found.
  EXPECT_GT(found.size(), 80u);
  EXPECT_EQ(report_.travellers, 1500u);
}

// A directory stands for two files: the news are searched behind both.
TEST_F(RescreenTest, NewRecordsAreSearchedBehindADirectoryOfTwoIndexes) {
  add("t1", "Gulbahor Savsanova", "1971-03-02");
  const Built older = build("old", kSame);
  Built newer = build("new", kSame + "4,Gulbahor Savsanova,,1971-03-02,UZB,,\n");
  const fs::path both = directory_.path() / "both";
  fs::create_directory(both);
  fs::copy_file(older.index, both / "base.dvz");
  BuildOptions since_old;
  since_old.since = {directory_.path() / "old/zala.csv"};
  ASSERT_TRUE(build_index(std::array{directory_.path() / "new/zala.csv"}, both / "changes.dvz", since_old));
  newer.screener = std::move(*Screener::open(both));
  newer.index = both;
  EXPECT_EQ(alerts(older, newer), Words{"t1 clear to hit: added 4"});
}

TEST_F(RescreenTest, NewRecordsOfAListThatIsNotLoadedAreRefused) {
  const Built built = build("old", kSame);
  const lists::TestDirectory work;
  EXPECT_EQ(open_with_news(std::array{built.index}, "una", {}, work.path()).error().code, ErrorCode::input_refused);
}

TEST_F(RescreenTest, WhoCannotBeSearchedForIsCounted) {
  add("t1", "", "1971-03-02");
  const Built older = build("old", kSame), newer = build("new", kSame + "4,Gulbahor Savsanova,,1971-03-02,UZB,,\n");
  EXPECT_EQ(alerts(older, newer), Words{});
  EXPECT_EQ(report_.incomplete, 1u);
}

}  // namespace
}  // namespace darvaza::lookback
