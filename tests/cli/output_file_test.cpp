// An output that is an input, an index, a key or a register of the same command, under any name, is refused before a byte is written.
#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

namespace fs = std::filesystem;

class OutputFile : public testing::Test {
 protected:
  void SetUp() override {
    list_ = directory_.file("n.csv", "id,name,birth_date\n1,Farrukh Dovudov,1970-01-02\n");
    newer_ = directory_.file("newer.csv", "id,name,birth_date\n1,Farrukh Dovudov,1970-01-02\n2,Gulbahor Savsanova,1971-03-02\n");
    travellers_ = directory_.file("t.csv", "id,name\nt1,Farrukh Dovudov\n");
    pairs_ = directory_.file("pairs.csv", "name_a,name_b,match\nFarrukh Dovudov,Farruh Dovudov,1\nFarrukh Dovudov,Gulbahor Savsanova,0\n");
    index_ = at("n.dvz");
    ASSERT_EQ(run_darvaza({"build", "--output", index_, list_}).status, 0);
    ASSERT_EQ(run_darvaza({"register", "create", "--register", at("t.db"), "--key", at("t.key"), "--keep", "30d"}).status, 0);
    fs::create_hard_link(index_, at("other-name.dvz"));
    fs::create_directory(at("as-directory"));
    fs::create_symlink(index_, at("as-directory/index.dvz"));
  }
  std::string at(const std::string& name) const { return directory_.path() / name; }

  TemporaryDirectory directory_;
  std::string list_, newer_, travellers_, pairs_, index_;
};

TEST_F(OutputFile, IsNeverAnInput) {
  const std::vector<std::string> in_register = {"--register", at("t.db"), "--key", at("t.key")};
  const auto with = [&](std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  };
  const std::vector<std::vector<std::string>> wrong = {
      {"build", "--output", list_, list_},
      {"build", "--output", list_, "--since", list_, newer_},
      {"screen", "--index", index_, "--output", travellers_, travellers_},
      {"screen", "--index", index_, "--output", at("other-name.dvz"), travellers_},
      {"screen", "--index", at("as-directory"), "--output", index_, travellers_},
      {"screen", "--index", index_, "--register", at("t.db"), "--register-key", at("t.key"), "--output", at("t.key"), travellers_},
      {"screen", "--index", index_, "--register", at("t.db"), "--register-key", at("t.key"), "--summary", at("t.db"), travellers_},
      {"screen", "--index", index_, "--output", at("both"), "--summary", at("both"), travellers_},
      with({"register", "export", "--output", at("t.key")}, in_register),
      with({"register", "export", "--output", at("t.db")}, in_register),
      with({"rescreen", "--before", list_, "--after", newer_, "--index", index_, "--output", newer_}, in_register),
      {"lists", "reference", "--output", list_, list_},
      {"lists", "conformance", "--index", index_, "--record", index_, travellers_},
      {"eval", "perturb", "--output", list_, list_},
      {"eval", "perturb", "--output", at("new.csv"), "--not-applied", list_, list_},
      {"eval", "pairs", "--baselines", "none", "--csv", pairs_, pairs_},
      {"eval", "pairs", "--baselines", "none", "--json", pairs_, pairs_},
      {"eval", "report", "--output", pairs_, pairs_},
  };
  std::vector<std::string> before;
  const std::vector<std::string> kept = {list_, newer_, travellers_, pairs_, index_, at("t.db"), at("t.key")};
  for (const std::string& file : kept) before.push_back(read_file(file));
  for (const auto& arguments : wrong) {
    const Outcome run = run_darvaza(arguments);
    EXPECT_EQ(run.status, arguments[1] == "report" ? 65 : 2) << testing::PrintToString(arguments) << run.err;
    for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(read_file(kept[i]), before[i]) << testing::PrintToString(arguments);
  }
  EXPECT_FALSE(fs::exists(at("both")));
  EXPECT_FALSE(fs::exists(at("new.csv")));
}

TEST_F(OutputFile, StaysAsItWasWhenTheCommandFailsBeforeItWrites) {
  const std::string answers = directory_.file("answers.csv", "of yesterday\n");
  EXPECT_EQ(run_darvaza({"lists", "reference", "--output", answers, at("missing.csv")}).status, 66);
  EXPECT_EQ(read_file(answers), "of yesterday\n");
  EXPECT_EQ(run_darvaza({"screen", "--index", index_, "--output", answers, travellers_}).status, 0);
  EXPECT_EQ(json_lines(read_file(answers)).size(), 1u);
}

TEST_F(OutputFile, OfCompactionMayBeOneOfTheIndexes) {
  EXPECT_EQ(run_darvaza({"build", "--compact", "--output", index_, index_}).status, 0);
}

}  // namespace
}  // namespace darvaza::test
