#include "releases/durable_files.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

class DurableFiles : public testing::Test {
 protected:
  lists::TestDirectory directory_;
};

TEST_F(DurableFiles, PiecesAreWrittenOneAfterAnother) {
  const std::string large(3 << 20, 'x'), half(600 << 10, 'y');  // more and less than is gathered
  const fs::path file = directory_.path() / "pieces";
  ASSERT_TRUE(
      write_unsynced(file, std::array<std::string_view, 6>{"a", "", large, half, half, "z"}));
  ASSERT_TRUE(sync_file(file));
  const auto written = read_bounded(file, 1 << 24);
  ASSERT_TRUE(written);
  EXPECT_TRUE(*written == "a" + large + half + half + "z");
  EXPECT_FALSE(write_unsynced(file, std::array<std::string_view, 1>{"b"})) << "it is there";
  EXPECT_EQ(fs::file_size(file), written->size());
}

TEST_F(DurableFiles, AMappedFileIsWhatItsBytesAre) {
  const fs::path file = directory_.write("file", "some bytes");
  auto mapped = MappedFile::open(file, 10);
  ASSERT_TRUE(mapped);
  const std::string_view bytes = mapped->bytes();
  MappedFile moved = std::move(*mapped);
  EXPECT_EQ(bytes, "some bytes") << "views stay valid through a move";
  moved = MappedFile();
  EXPECT_EQ(moved.bytes(), "");
  fs::remove(file);
  ASSERT_TRUE(write_new(file, ""));
  EXPECT_EQ(MappedFile::open(file, 10)->bytes(), "");
}

TEST_F(DurableFiles, WhatIsTooLongNoFileOrNotThereIsNotMapped) {
  const fs::path file = directory_.write("file", "some bytes");
  const auto too_long = MappedFile::open(file, 9);
  ASSERT_FALSE(too_long);
  EXPECT_TRUE(breaks(too_long.error(), rule::kTooLong)) << too_long.error().message;
  EXPECT_FALSE(MappedFile::open(directory_.path(), 1 << 24));
  const auto missing = MappedFile::open(directory_.path() / "none", 9);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::input_missing);
}

}  // namespace
}  // namespace darvaza::releases
