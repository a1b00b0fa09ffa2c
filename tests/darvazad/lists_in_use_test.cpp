// Lists of several sources that are replaced, each by itself, and what happens to one that cannot
// be opened.
#include "api/lists_in_use.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "api/api.h"
#include "darvaza/build_index.h"
#include "temporary_directory.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

/// Directories as `darvaza lists update` keeps them: a link to the generation that is current.
class ListsInUseOfPosts : public testing::Test {
 protected:
  ListsInUseOfPosts() {
    install("zala", "1", "zala", "Gulbahor Savsanova");
    install("una", "1", "una", "Jamshed Rahmonov");
    lists_ = std::move(*ListsInUse::open({{}, {}, {directory_ / "zala", directory_ / "una"}}));
  }

  fs::path generation(const std::string& post, const std::string& number) const {
    return directory_ / (post + "/generations/" + number);
  }

  /// A generation with an index of one list and one person.
  void build(const std::string& post, const std::string& number, const std::string& list,
             const std::string& person) const {
    const std::vector<fs::path> csv = {
        directory_.write(list + ".csv", "id,name\n1," + person + "\n")};
    fs::create_directories(generation(post, number));
    ASSERT_TRUE(build_index(csv, generation(post, number) / "index.dvz"));
  }

  void link(const std::string& post, const std::string& number) const {
    const fs::path current = directory_ / (post + "/current");
    fs::create_symlink("generations/" + number, current.string() + ".new");
    fs::rename(current.string() + ".new", current);
  }

  void install(const std::string& post, const std::string& number, const std::string& list,
               const std::string& person) const {
    build(post, number, list, person);
    link(post, number);
  }

  /// One that is no index.
  void install_damaged(const std::string& post, const std::string& number) const {
    fs::create_directories(generation(post, number));
    directory_.write(post + "/generations/" + number + "/index.dvz", "this is no index");
    link(post, number);
  }

  bool finds(const std::string& person) const {
    Traveller traveller;
    traveller.id = "1";
    traveller.names = {{"", person}};
    const ScreeningResult result = lists_->current().screener->screen(traveller);
    EXPECT_TRUE(result.complete);
    return !result.candidates.empty();
  }

  std::string source(const std::string& post) const { return (directory_ / post).string(); }

  test::TemporaryDirectory directory_;
  std::unique_ptr<ListsInUse> lists_;
};

TEST_F(ListsInUseOfPosts, AreReplacedEachByItself) {
  install("zala", "2", "zala", "Farrukh Tabarov");
  const ListsInUse::Reloaded done = lists_->reload();
  EXPECT_TRUE(done.swapped);
  EXPECT_TRUE(done.held_back.empty());
  EXPECT_EQ(done.complaint(), "");
  EXPECT_TRUE(finds("Farrukh Tabarov"));
  EXPECT_TRUE(finds("Jamshed Rahmonov"));
  EXPECT_FALSE(finds("Gulbahor Savsanova"));
}

TEST_F(ListsInUseOfPosts, OneThatCannotBeOpenedHoldsUpNoOther) {
  install_damaged("zala", "2");
  install("una", "2", "una", "Farrukh Tabarov");
  const ListsInUse::Reloaded done = lists_->reload();
  EXPECT_TRUE(done.swapped);
  ASSERT_EQ(done.held_back.size(), 1u);
  EXPECT_EQ(done.held_back[0].source, source("zala"));
  EXPECT_EQ(done.held_back[0].reason.code, ErrorCode::input_refused);
  EXPECT_EQ(done.held_back[0].reason.file,
            fs::canonical(generation("zala", "2") / "index.dvz").string());
  EXPECT_TRUE(finds("Gulbahor Savsanova")) << "its older edition serves";
  EXPECT_TRUE(finds("Farrukh Tabarov"));
  EXPECT_EQ(lists_->sources(), (std::vector<std::pair<std::string, bool>>{{source("zala"), true},
                                                                          {source("una"), false}}));
}

TEST_F(ListsInUseOfPosts, OneThatIsHeldBackServesThoughItsFilesAreGone) {
  link("zala", "none");
  fs::remove_all(generation("zala", "1"));
  for (const char* number : {"2", "3"}) {
    install("una", number, "una", std::string("Farrukh Tabarov ") + number);
    EXPECT_TRUE(lists_->reload().swapped);
    EXPECT_TRUE(finds("Gulbahor Savsanova"));
    EXPECT_TRUE(finds(std::string("Farrukh Tabarov ") + number));
  }
  const auto entries = lists_->entries(lists_->current());
  ASSERT_TRUE(entries) << to_string(entries.error());
  EXPECT_TRUE((*entries)->find({}, "1", "zala"));
}

TEST_F(ListsInUseOfPosts, OneThatIsHeldBackIsTriedAgainUntilItOpens) {
  install_damaged("zala", "2");
  const std::shared_ptr<const Screener> before = lists_->current().screener;
  const ListsInUse::Reloaded first = lists_->reload();
  EXPECT_FALSE(first.swapped);
  EXPECT_EQ(lists_->current().screener, before);
  const ListsInUse::Reloaded again = lists_->reload();
  EXPECT_FALSE(again.swapped) << "nothing else moved";
  ASSERT_EQ(again.held_back.size(), 1u);
  EXPECT_EQ(again.complaint(), first.complaint());
  EXPECT_EQ(again.held_back[0].since, first.held_back[0].since);
  fs::remove(generation("zala", "2") / "index.dvz");
  build("zala", "2", "zala", "Farrukh Tabarov");
  const ListsInUse::Reloaded mended = lists_->reload();
  EXPECT_TRUE(mended.swapped);
  EXPECT_TRUE(mended.held_back.empty());
  EXPECT_TRUE(lists_->held_back().empty());
  EXPECT_TRUE(finds("Farrukh Tabarov"));
  EXPECT_FALSE(finds("Gulbahor Savsanova"));
}

/// The same file, and other bytes: no name leads elsewhere.
TEST_F(ListsInUseOfPosts, OneThatIsWrittenToInPlaceIsBlamedAlone) {
  const fs::path index = generation("una", "1") / "index.dvz";
  fs::resize_file(index, fs::file_size(index) - 64);
  const ListsInUse::Reloaded done = lists_->reload();
  EXPECT_FALSE(done.swapped);
  ASSERT_EQ(done.held_back.size(), 1u) << done.complaint();
  EXPECT_EQ(done.held_back[0].source, source("una"));
  EXPECT_EQ(done.held_back[0].reason.file, fs::canonical(index).string());
}

/// Each can be opened alone.
TEST_F(ListsInUseOfPosts, OneThatDoesNotFitTheOthersIsHeldBackAlone) {
  install("una", "2", "zala", "Farrukh Tabarov");  // another's list
  install("zala", "2", "zala", "Gulbahor Nazarova");
  const ListsInUse::Reloaded done = lists_->reload();
  EXPECT_TRUE(done.swapped);
  ASSERT_EQ(done.held_back.size(), 1u);
  EXPECT_EQ(done.held_back[0].source, source("una"));
  EXPECT_NE(done.held_back[0].reason.message.find(fs::canonical(generation("zala", "2")).string()),
            std::string::npos)
      << done.held_back[0].reason.message;
  EXPECT_TRUE(finds("Gulbahor Nazarova"));
  EXPECT_TRUE(finds("Jamshed Rahmonov"));
  EXPECT_FALSE(finds("Farrukh Tabarov"));
}

TEST_F(ListsInUseOfPosts, AVersionThatServesNoMoreStillKnowsItsEntries) {
  const ListsInUse::Version old = lists_->current();
  install("zala", "2", "zala", "Farrukh Tabarov");
  fs::remove_all(generation("zala", "1"));
  ASSERT_TRUE(lists_->reload().swapped);
  const auto entries = lists_->entries(old);
  ASSERT_TRUE(entries) << to_string(entries.error());
  EXPECT_EQ((*entries)->digest(), old.digest);
}

TEST_F(ListsInUseOfPosts, AnIndexThatWasWrittenToInPlaceGivesNoEntriesUntilListsAreLoaded) {
  const fs::path index = fs::canonical(generation("una", "1") / "index.dvz");
  std::fstream(index, std::ios::in | std::ios::out | std::ios::binary) << "overwritten";
  for (int times = 0; times < 2; ++times) {
    const auto entries = lists_->entries(lists_->current());
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().file, index.string());
  }
  install("una", "2", "una", "Jamshed Rahmonov");
  ASSERT_TRUE(lists_->reload().swapped);
  EXPECT_TRUE(lists_->entries(lists_->current()));
}

TEST_F(ListsInUseOfPosts, AreToldWhereTheDaemonsStateIsTold) {
  const Settings settings;
  Api api(settings, *lists_);
  const auto told = [&api](std::string_view path) {
    Head head;
    head.method = "GET";
    head.path = path;
    std::string body;
    const Admission admission = api.admit(head);
    EXPECT_FALSE(admission.refusal);
    api.answer(admission, std::move(head), {},
               [&](Response&& response) { body = std::move(response.body); });
    return body;
  };
  EXPECT_EQ(told("/readyz"), "{\"status\": \"ok\"}\n");
  EXPECT_NE(told("/v1/lists").find(R"("held_back": []})"), std::string::npos);
  link("zala", "none");
  ASSERT_FALSE(lists_->reload().swapped);
  EXPECT_EQ(told("/readyz"), "{\"status\": \"ok\", \"held_back\": 1}\n");
  EXPECT_NE(told("/v1/lists")
                .find(R"("held_back": [{"source": ")" + source("zala") + R"(", "since": "2)"),
            std::string::npos)
      << told("/v1/lists");
  EXPECT_NE(
      told("/metrics").find("darvazad_lists_held_back{source=\"" + source("zala") + "\"} 1\n"),
      std::string::npos);
  EXPECT_NE(told("/metrics").find("darvazad_lists_held_back{source=\"" + source("una") + "\"} 0\n"),
            std::string::npos);
}

/// Indexes that belong together: one and what changed since.
TEST(ListsInUseOfFiles, ChangeAtOnceOrNotAtAll) {
  const test::TemporaryDirectory directory;
  const std::vector<fs::path> indexes = {directory / "first.dvz", directory / "second.dvz"};
  const auto build = [&](const char* list, const char* person, const fs::path& index) {
    const std::vector<fs::path> csv = {
        directory.write(std::string(list) + ".csv", std::string("id,name\n1,") + person + "\n")};
    ASSERT_TRUE(build_index(csv, index));
  };
  build("zala", "Gulbahor Savsanova", indexes[0]);
  build("una", "Jamshed Rahmonov", indexes[1]);
  const auto lists = std::move(*ListsInUse::open({indexes, {}, {}}));
  const std::string before = lists->current().digest;
  build("zala", "Farrukh Tabarov", indexes[0]);
  fs::remove(indexes[1]);
  const ListsInUse::Reloaded done = lists->reload();
  EXPECT_FALSE(done.swapped);
  EXPECT_EQ(lists->current().digest, before);
  ASSERT_EQ(done.held_back.size(), 1u);
  EXPECT_EQ(done.held_back[0].source, "lists.index");
  build("una", "Jamshed Rahmonov", indexes[1]);
  EXPECT_TRUE(lists->reload().swapped);
  EXPECT_NE(lists->current().digest, before);
}

}  // namespace
}  // namespace darvaza::daemon
