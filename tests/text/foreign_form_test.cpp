#include "text/foreign_form.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

using namespace std::string_view_literals;

TEST(ForeignForm, IsKnownByTheFirstBytes) {
  EXPECT_EQ(foreign_form("\x1F\x8B\x08\x00\x00\x00\x00\x00"sv), "a gzip file");
  EXPECT_EQ(foreign_form("\x28\xB5\x2F\xFD\x24\x00\x01\x00"sv), "a zstd file");
  EXPECT_EQ(foreign_form("\xFD"
                         "7zXZ\x00\x00\x04"sv),
            "an xz file");
  EXPECT_EQ(foreign_form("PK\x03\x04\x14\x00\x06\x00"sv), "a ZIP archive or spreadsheet");
  EXPECT_EQ(foreign_form("%PDF-1.7"sv), "a PDF file");
}

TEST(ForeignForm, TextInUtf16IsKnownWithAndWithoutAMark) {
  EXPECT_EQ(foreign_form("\xFF\xFEi\0d\0,\0"sv), "text in UTF-16");
  EXPECT_EQ(foreign_form("\xFE\xFF\0i\0d\0,"sv), "text in UTF-16");
  EXPECT_EQ(foreign_form("i\0d\0,\0n\0"sv), "text in UTF-16");
  EXPECT_EQ(foreign_form("\0i\0d\0,\0n"sv), "text in UTF-16");
}

TEST(ForeignForm, TextIsNone) {
  for (const auto text : {""sv, "i"sv, "id,name\n"sv, "\xEF\xBB\xBFid,n"sv, "\xD0\x98\xD0\xBC\xD1\x8F,"sv, "PK,name\n"sv, "\0\0\0\0"sv, "a\0bc"sv}) {
    EXPECT_EQ(foreign_form(text), "") << std::string(text);
  }
}

TEST(ForeignForm, KnowsTheSeparatorsOfSpreadsheetsWhereThereIsNoComma) {
  EXPECT_EQ(other_separator("id;name;dob"), "columns separated by semicolons");
  EXPECT_EQ(other_separator("id\tname"), "columns separated by tabs");
  EXPECT_EQ(other_separator("id,name;nationality"), "");
  EXPECT_EQ(other_separator("name"), "");
}

}  // namespace
}  // namespace darvaza::text
