// Opening a file that is there, is not there, or is something else.
#include <cstring>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "index/index_test_support.h"
#include "index/section_file.h"

namespace darvaza::index {
namespace {

class OpenIndex : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexBuilder builder;
    add_one_of_everything(builder);
    ASSERT_TRUE(builder.write(path_));
    good_ = read_bytes(path_);
  }

  Error refusal_of(const Bytes& bytes) {
    write_bytes(path_, bytes);
    auto opened = Index::open(path_);
    EXPECT_FALSE(opened);
    return opened ? Error() : opened.error();
  }

  TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_ / "index";
  Bytes good_;
};

TEST_F(OpenIndex, AMissingFileIsMissing) {
  const auto opened = Index::open(directory_ / "nothing");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::input_missing);
  EXPECT_EQ(opened.error().file, (directory_ / "nothing").string());
}

TEST_F(OpenIndex, ADirectoryIsRefused) {
  const auto opened = Index::open(directory_.path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::input_refused);
}

// In a process of its own, which an alarm ends: opening a pipe must not wait for somebody to write.
TEST_F(OpenIndex, APipeIsRefusedWithoutWaiting) {
  const std::filesystem::path pipe = directory_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const auto open_pipe = [&] {
    constexpr unsigned kSeconds = 5;
    ::alarm(kSeconds);
    const auto opened = Index::open(pipe);
    ::_exit(!opened && opened.error().code == ErrorCode::input_refused ? 0 : 1);
  };
  EXPECT_EXIT(open_pipe(), ::testing::ExitedWithCode(0), "");
}

TEST_F(OpenIndex, AnEmptyFileIsRefused) {
  EXPECT_EQ(refusal_of({}).code, ErrorCode::input_refused);
}

TEST_F(OpenIndex, AForeignFileIsSaidToBeNoIndex) {
  const Error error = refusal_of(Bytes(10'000, std::byte{'x'}));
  EXPECT_EQ(error.code, ErrorCode::input_refused);
  EXPECT_NE(error.message.find("not a Darvaza index"), std::string::npos) << error.message;
}

TEST_F(OpenIndex, AnotherFormatVersionIsNamed) {
  FileHeader header;
  std::memcpy(&header, good_.data(), sizeof header);
  header.version = 77;
  Bytes bytes = good_;
  std::memcpy(bytes.data(), &header, sizeof header);
  const Error error = refusal_of(bytes);
  EXPECT_EQ(error.code, ErrorCode::input_refused);
  EXPECT_NE(error.message.find("77"), std::string::npos) << error.message;
}

TEST_F(OpenIndex, OtherTablesAreRefusedEvenIfEverythingElseHolds) {
  FileHeader header;
  std::memcpy(&header, good_.data(), sizeof header);
  header.tables_fingerprint ^= 1;
  Bytes bytes = good_;
  std::memcpy(bytes.data(), &header, sizeof header);
  header.digest = digest_of(std::span(bytes).first(offsetof(FileHeader, digest)));
  std::memcpy(bytes.data(), &header, sizeof header);
  const Error error = refusal_of(bytes);
  EXPECT_EQ(error.code, ErrorCode::input_refused);
  EXPECT_NE(error.message.find("tables"), std::string::npos) << error.message;
}

TEST_F(OpenIndex, AFileWithSomethingBehindItIsRefused) {
  Bytes bytes = good_;
  bytes.push_back(std::byte{0});
  EXPECT_EQ(refusal_of(bytes).code, ErrorCode::input_refused);
}

TEST_F(OpenIndex, MappedAndCopiedHoldTheSame) {
  const auto mapped = Index::open(path_, Residence::mapped),
             copied = Index::open(path_, Residence::copied);
  ASSERT_TRUE(mapped && copied);
  EXPECT_EQ(use_everything(*mapped), use_everything(*copied));
  EXPECT_EQ(mapped->info().digest, copied->info().digest);
}

TEST_F(OpenIndex, ACopiedIndexOutlivesWhateverHappensToItsFile) {
  const auto copied = Index::open(path_, Residence::copied);
  ASSERT_TRUE(copied);
  const std::uint64_t before = use_everything(*copied);
  write_bytes(path_, {});
  EXPECT_EQ(use_everything(*copied), before);
}

TEST_F(OpenIndex, ViewsStayValidWhenTheIndexIsMoved) {
  auto opened = Index::open(path_);
  ASSERT_TRUE(opened);
  const NameView name = opened->name(0);
  const Index moved = std::move(*opened);
  EXPECT_EQ(name.text, "Nader Rostami");
  EXPECT_EQ(name.text.data(), moved.name(0).text.data());
}

}  // namespace
}  // namespace darvaza::index
