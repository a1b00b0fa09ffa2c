#include "releases/snapshot.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::releases {
namespace {

namespace fs = std::filesystem;

/// Files of one test, by name.
class Sources {
 public:
  Sources() { fs::create_directories(directory_); }
  ~Sources() { fs::remove_all(directory_); }
  Sources(const Sources&) = delete;
  Sources& operator=(const Sources&) = delete;

  void add(const std::string& name, const std::string& text) {
    files_.push_back(directory_ / name);
    std::ofstream(files_.back()) << text;
  }
  const std::vector<fs::path>& files() const { return files_; }

 private:
  fs::path directory_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
  std::vector<fs::path> files_;
};

// A list that is released without its terms would be shown to whom it is kept from.
TEST(Snapshot, HoldsTheTermsThatAListStatesForItsPersons) {
  Sources sources;
  sources.add("zala.csv", "id,name\nz-1,Tuvan Ordai\n");
  sources.add("terms.csv", "list,owner,releasable_to,instruction\nzala,TJK,UZB,discreet\n");
  const auto made = make_snapshot("shared", sources.files());
  ASSERT_TRUE(made) << to_string(made.error());
  EXPECT_NE(made->text.find("person\tid=z-1\tname=Tuvan Ordai\towner=TJK\tinstruction=discreet\treleasable-to=owner\treleasable-to=UZB\n"),
            std::string::npos)
      << made->text;
}

TEST(Snapshot, AnEditionKeepsTheListsThatRecordsNameAndNotThoseOfFiles) {
  Sources sources;
  sources.add("zala.csv", "id,name,list\nz-2,Keleg Ordai,other\nz-1,Tuvan Ordai,\nz-1,Tuvan Ordai,zala\n");
  sources.add("sltd.csv", "document_number,status,list\nPK7700133,lost,\"a\tb\"\n");
  const auto edition = read_edition(sources.files());
  ASSERT_TRUE(edition) << to_string(edition.error());
  EXPECT_EQ(edition->lines,
            (std::vector<std::string>{"lost-document\tnumber=PK7700133\tstatus=lost\tlist=a\\x09b",
                                      "person\tid=z-1\tname=Tuvan Ordai",
                                      "person\tid=z-2\tname=Keleg Ordai\tlist=other"}));
}

TEST(Snapshot, RefusesTermsOfLostDocumentsWhichItCannotHold) {
  Sources sources;
  sources.add("sltd.csv", "document_number,status\nPK7700133,lost\n");
  sources.add("terms.csv", "list,owner,releasable_to\nsltd,PAK,TJK\n");
  const auto made = make_snapshot("shared", sources.files());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::input_refused);
  EXPECT_NE(made.error().message.find("sltd"), std::string::npos);
}

TEST(Snapshot, LostDocumentsWithoutTermsStandBesidePersonsWithThem) {
  Sources sources;
  sources.add("sltd.csv", "document_number,status\nPK7700133,lost\n");
  sources.add("zala.csv", "id,name\nz-1,Tuvan Ordai\n");
  sources.add("terms.csv", "list,owner\nzala,TJK\n");
  const auto made = make_snapshot("shared", sources.files());
  ASSERT_TRUE(made) << to_string(made.error());
  EXPECT_EQ(made->lost_documents, 1u);
  EXPECT_EQ(made->persons, 2u) << "the test traveller among them";
}

}  // namespace
}  // namespace darvaza::releases
