// A release of which little changed is searched behind an older one, and answers as if it were made
// whole.
#include "releases/generation_index.h"

#include <array>
#include <random>
#include <set>
#include <string>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "darvaza/build_index.h"
#include "darvaza/screener.h"
#include "releases/post_status.h"
#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

class IndexOfChanges : public ReleaseTest {
 protected:
  /// Release 1 of persons 0 to 39, whole, and so many more, of each of which one more person is
  /// renamed.
  void releases(int more) {
    make_root();
    publish(list_of(40));
    ASSERT_TRUE(update_by_changes(post_));
    for (int i = 0; i < more; ++i) {
      publish(list_of(40, i), kNow + (i + 1) * kHour);
      report_ = value_of(update_by_changes(post_, kNow + (i + 2) * kHour));
    }
  }

  ScreeningResult ask(const char* name) const {
    const auto screener = Screener::open(post_.directory() / "current");
    EXPECT_TRUE(screener) << to_string(screener.error());
    Traveller traveller;
    traveller.names = {{name, {}, false}};
    return screener->screen(traveller);
  }
  std::set<std::string> found(const char* name) const {
    std::set<std::string> ids;
    for (const Candidate& candidate : ask(name).candidates) ids.insert(candidate.id);
    return ids;
  }

  /// A list in which each record is a line of a CSV, and lost documents beside it.
  std::vector<fs::path> sources(const std::vector<std::string>& persons,
                                const std::vector<std::string>& documents) const {
    std::string people = "id,name,birth_date,nationality\n",
                papers = "document_number,document_type,issuing_state,status\n";
    for (const std::string& person : persons) people += person + "\n";
    for (const std::string& document : documents) papers += document + "\n";
    return {directory_.write("people.csv", people), directory_.write("papers.csv", papers)};
  }
  void publish_sources(const std::vector<fs::path>& sources, UtcSeconds now) {
    PublishRequest next = request(now);
    next.sources = sources;
    const auto done = publish_release(published(), next);
    ASSERT_TRUE(done) << to_string(done.error());
    load_mirror();
  }

  UpdateReport report_;
};

TEST_F(IndexOfChanges, StandsBehindTheIndexOfAnOlderRelease) {
  releases(1);
  EXPECT_EQ(report_.base, 1u);
  EXPECT_EQ(report_.remark, "");
  EXPECT_EQ(report_.changes.changed, 1u);
  const auto serving = value_of(post_.current());
  ASSERT_TRUE(serving);
  EXPECT_EQ(serving->indexes(),
            (std::vector{serving->directory / "base.dvz", serving->directory / "changes.dvz"}));
  EXPECT_TRUE(
      fs::equivalent(serving->indexes().front(), post_.generation_directory(1) / "index.dvz"))
      << "no copy of it";
  EXPECT_FALSE(fs::exists(serving->directory / "index.dvz"))
      << "who opens this alone must not screen on an old list";
  EXPECT_EQ(found("Newname Bakhtiyar Zaov").count("TX-100"), 1u);
  for (const Candidate& candidate : ask("Oldname Bakhtiyar Zaov").candidates)
    EXPECT_FALSE(candidate.id == "TX-100" && candidate.name.starts_with("Oldname"))
        << "it has this name no more";
  const auto lists = Screener::open(post_.directory() / "current")->lists();
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(lists[0].version, 2u);
  EXPECT_EQ(lists[0].issued, to_text(kNow + kHour));
  const auto status = value_of(post_status(post_, kNow + 2 * kHour));
  ASSERT_TRUE(status.base);
  EXPECT_EQ(status.base->version, 1u);
  EXPECT_EQ(status.base->changed, 1u);
  EXPECT_NE(status.base_made, 0);
  EXPECT_TRUE(check_rollback(post_, kNow + 2 * kHour));
}

TEST_F(IndexOfChanges, HoldsAllThatChangedSinceTheBaseWhichOutlivesItsRelease) {
  releases(3);
  EXPECT_EQ(report_.base, 1u);
  EXPECT_FALSE(fs::exists(post_.generation_directory(1)));
  // Number 0 and 1 have their old names again, so that only number 2 differs from release 1.
  EXPECT_EQ(value_of(base_of(*value_of(post_.current()))).changed, 1u);
  EXPECT_EQ(found("Newname Farrukh Dcov").count("TX-102"), 1u);
}

TEST_F(IndexOfChanges, MayHoldNothingWhereOnlyTheVersionIsNew) {
  releases(1);
  publish(list_of(40), kNow + 3 * kHour);
  report_ = value_of(update_by_changes(post_, kNow + 4 * kHour));
  EXPECT_EQ(report_.base, 1u);
  EXPECT_EQ(value_of(base_of(*value_of(post_.current()))).changed, 0u);
  EXPECT_EQ(found("Oldname Bakhtiyar Zaov").count("TX-100"), 1u);
  EXPECT_EQ(Screener::open(post_.directory() / "current")->lists().front().version, 3u);
}

TEST_F(IndexOfChanges, IsNotMadeOfASmallListOrWhereAWholeOneIsWanted) {
  two_releases();
  EXPECT_EQ(value_of(update()).base, 0u);
  EXPECT_TRUE(value_of(post_.current())->is_whole());
  publish(list_of(40, 5), kNow + 3 * kHour);
  UpdateOptions whole;
  whole.now = kNow + 4 * kHour;
  whole.small_list = 0;
  whole.whole_index = true;
  EXPECT_EQ(value_of(update_post(post_, mirror_, whole)).base, 0u);
  EXPECT_TRUE(value_of(post_.current())->is_whole());
}

TEST_F(IndexOfChanges, IsNotMadeWhereMuchChangedSinceTheBase) {
  const auto with_renamed = [&](int renamed) {
    std::string csv = "id,name\n";
    for (int i = 0; i < 40; ++i)
      csv += fmt::format("TX-{},{} Timurov\n", 100 + i, i < renamed ? "Newname" : "Oldname");
    return directory_.write("persons.csv", csv);
  };
  make_root();
  std::vector<std::uint64_t> bases;
  for (int release = 1; release <= 5; ++release) {
    publish(with_renamed(3 * (release - 1)), kNow + release * kHour);
    bases.push_back(value_of(update_by_changes(post_, kNow + release * kHour + 60)).base);
  }
  // 41 records with the test traveller: 3 and 6 of them are few, 9 are not.
  EXPECT_EQ(bases, (std::vector<std::uint64_t>{0, 1, 1, 0, 4}));
}

TEST_F(IndexOfChanges, IsNotMadeBehindABaseThatWasDamaged) {
  for (const char* file : {"base-snapshot", "base.dvz", "base"}) {
    SCOPED_TRACE(file);
    fs::remove_all(post_.directory());
    fs::remove_all(published());
    releases(1);
    const fs::path damaged = post_.directory() / "current" / file;
    std::string bytes = value_of(read_bounded(damaged, 1 << 24));
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    fs::remove(damaged);  // the other name of the file keeps its bytes
    ASSERT_TRUE(write_new(damaged, bytes));
    publish(list_of(40, 7), kNow + 3 * kHour);
    const auto done = update_by_changes(post_, kNow + 4 * kHour);
    ASSERT_TRUE(done) << to_string(done.error());
    EXPECT_EQ(done->base, 0u);
    EXPECT_NE(done->remark, "");
    EXPECT_TRUE(value_of(post_.current())->is_whole());
    EXPECT_EQ(found("Newname Farrukh Dhov").count("TX-107"), 1u);
  }
}

TEST_F(IndexOfChanges, IsNotMadeBehindABaseThatLacksARecord) {
  releases(1);
  const Generation serving = *value_of(post_.current());
  std::string fewer = value_of(read_bounded(serving.directory / "base-snapshot", 1 << 24));
  const auto line = fewer.find("person\tid=TX-120");  // that no release changes
  fewer.erase(line, fewer.find('\n', line) + 1 - line);
  const fs::path snapshot = directory_.write("fewer", fewer);
  BuildOptions options;
  options.release = ListRelease{"test-list", 1, to_text(kNow), to_text(kNow + kDay)};
  ASSERT_TRUE(build_index(std::array{snapshot}, serving.directory / "base.dvz", options));
  publish(list_of(40, 7), kNow + 3 * kHour);
  const UpdateReport done = value_of(update_by_changes(post_, kNow + 4 * kHour));
  EXPECT_EQ(done.base, 0u);
  EXPECT_NE(done.remark.find("40 persons and 0 documents where the note counts 41 and 0"),
            std::string::npos)
      << done.remark;
  EXPECT_EQ(found("Oldname Bakhtiyar Zuov").count("TX-120"), 1u);
}

TEST_F(IndexOfChanges, IsGivenUpWhenTheDeltaLeadsToAnotherSnapshotThanItsNoteSays) {
  two_releases();
  const fs::path installed = value_of(post_.current())->snapshot();
  std::string bytes = value_of(read_bounded(installed, 1 << 24));
  const auto untouched = bytes.find("Oldname", bytes.find("TX-110"));  // the delta is of TX-103
  bytes.replace(untouched, 3, "Olf");
  fs::remove(installed);
  ASSERT_TRUE(write_new(installed, bytes));
  const auto done = update_by_changes(post_);
  ASSERT_TRUE(done) << to_string(done.error());
  EXPECT_FALSE(done->by_deltas);
  EXPECT_NE(done->remark.find(rule::kWrongDigest), std::string::npos) << done->remark;
  EXPECT_EQ(done->base, 0u);
  EXPECT_EQ(done->version, 2u);
  const auto serving = value_of(post_.current());
  EXPECT_TRUE(serving->is_whole());
  EXPECT_EQ(digest_of(value_of(read_bounded(serving->snapshot(), 1 << 24))), serving->note.snapshot.digest);
  EXPECT_EQ(found("Newname Sanobar Kdov").count("TX-103"), 1u);
}

/// Who was found, and which documents, in an order that says nothing of how records lie in files.
std::multiset<std::string> told(const ScreeningResult& answer) {
  std::multiset<std::string> told;
  for (const Candidate& c : answer.candidates)
    told.insert(fmt::format("{} {} {} {}", c.score_bp, c.list, c.id, c.name));
  for (const DocumentHit& hit : answer.documents)
    told.insert(fmt::format("{} {} {}", hit.list, hit.number, static_cast<int>(hit.status)));
  return told;
}

TEST_F(IndexOfChanges, AnswersAsAWholeIndexDoes) {
  std::mt19937 random(7);
  const char* given[] = {"Bakhtiyar", "Gulnora", "Farrukh", "Sanobar", "Timur", "Zarina"};
  const char* family[] = {"Rahmonov", "Karimov", "Daryagozar", "Umarova", "Nazarov"};
  const auto person = [&](int id) {
    return fmt::format("P-{},{} {},19{}-01-0{},UZB", id, given[random() % 6], family[random() % 5],
                       60 + random() % 30, 1 + random() % 9);
  };
  const auto document = [&](int number) {
    return fmt::format("C{:07},P,TJK,{}", number, random() % 2 == 0 ? "stolen" : "lost");
  };
  std::vector<std::string> persons, documents;
  // Several records of one identifier are one person; several of one number are several.
  for (int i = 0; i < 120; ++i) persons.push_back(person(i % 100));
  for (int i = 0; i < 60; ++i) documents.push_back(document(1000 + i % 50));
  make_root();
  const Post whole(directory_.path() / "whole");
  for (int release = 1; release <= 5; ++release) {
    publish_sources(sources(persons, documents), kNow + release * kHour);
    const UtcSeconds now = kNow + release * kHour + 60;
    EXPECT_EQ(value_of(update_by_changes(post_, now)).base, release == 1 ? 0u : 1u);
    UpdateOptions options;
    options.now = now;
    options.root_file = published() / "root.1";
    ASSERT_TRUE(update_post(whole, mirror_, options));
    const auto by_changes = Screener::open(post_.directory() / "current"),
               by_one = Screener::open(whole.directory() / "current");
    ASSERT_TRUE(by_changes && by_one);
    ScreeningOptions exhaustive;
    exhaustive.exhaustive = true;
    exhaustive.min_score_bp = 0;
    exhaustive.top = 1000;  // everybody
    for (int i = 0; i < 40; ++i) {
      Traveller traveller;
      traveller.names = {
          {fmt::format("{} {}", given[random() % 6], family[random() % 5]), {}, false}};
      traveller.documents = {
          {fmt::format("C{:07}", 1000 + random() % 60), "P", StateCode("TJK"), {}}};
      const ScreeningResult a = by_changes->screen(traveller, exhaustive),
                            b = by_one->screen(traveller, exhaustive);
      EXPECT_EQ(told(a), told(b));
      EXPECT_EQ(a.decision, b.decision);
    }
    for (int i = 0; i < 2; ++i)
      persons[random() % persons.size()] = person(static_cast<int>(random() % 110));
    persons.erase(persons.begin() + static_cast<long>(random() % persons.size()));
    documents[random() % documents.size()] = document(static_cast<int>(1000 + random() % 60));
  }
}

}  // namespace
}  // namespace darvaza::releases
