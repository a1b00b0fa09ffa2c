// Questions that come too late; the clock is the test's.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <string>

#include <gtest/gtest.h>

#include "api/api.h"
#include "darvaza/build_index.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

class Deadline : public testing::Test {
 protected:
  Deadline() {
    std::string name = (fs::temp_directory_path() / "darvazad-XXXXXX").string();
    directory_ = mkdtemp(name.data());
    const std::vector<fs::path> lists = {fs::path(DARVAZA_SOURCE_DIR) /
                                         "data-samples/lists/national.csv"};
    EXPECT_TRUE(build_index(lists, directory_ / "lists.dvz"));
    lists_ = std::move(*ListsInUse::open({{directory_ / "lists.dvz"}, {}, {}}));
  }
  ~Deadline() override { fs::remove_all(directory_); }

  /// The answer to a question that arrived so long ago.
  Response answer(std::chrono::milliseconds ago, const std::string& deadline_ms = {}) {
    Api api(settings_, *lists_);
    Head head;
    head.method = "POST";
    head.path = "/v1/screen";
    if (!deadline_ms.empty()) head.query = {{"deadline_ms", deadline_ms}};
    head.arrived = std::chrono::steady_clock::now() - ago;
    const Admission admission = api.admit(head);
    EXPECT_FALSE(admission.refusal);
    std::promise<Response> answered;
    api.answer(admission, std::move(head), R"({"name": "Darvaza Sinamaev"})",
               [&](Response&& response) { answered.set_value(std::move(response)); });
    return answered.get_future().get();
  }

  Settings settings_;
  fs::path directory_;
  std::unique_ptr<ListsInUse> lists_;
};

TEST_F(Deadline, ThatPassedBeforeAThreadWasFreeIsToldAtOnce) {
  settings_.work.deadline_ms = 5000;
  const Response late = answer(std::chrono::milliseconds(5001));
  EXPECT_EQ(late.status, 503);
  ASSERT_EQ(late.headers.size(), 1u);
  EXPECT_EQ(late.headers[0].first, "Retry-After");
  EXPECT_EQ(late.body.find("Sinamaev"), std::string::npos);
}

TEST_F(Deadline, OfARequestMayBeSoonerThanTheDaemonsAndNotLater) {
  settings_.work.deadline_ms = 3'600'000;
  EXPECT_EQ(answer(std::chrono::milliseconds(60'000)).status, 200);
  EXPECT_EQ(answer(std::chrono::milliseconds(60'000), "59999").status, 503);
  EXPECT_EQ(answer(std::chrono::milliseconds(0), "3600001").status, 400);
}

}  // namespace
}  // namespace darvaza::daemon
