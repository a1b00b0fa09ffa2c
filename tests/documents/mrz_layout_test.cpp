#include "documents/mrz_layout.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

std::vector<MrzField> fields_of(const MrzLayout& layout) {
  return {layout.document_code, layout.issuing_state,  layout.name,           layout.number,
          layout.number_check,  layout.nationality,    layout.birth_date,     layout.birth_check,
          layout.sex,           layout.expires,        layout.expires_check,  layout.optional,
          layout.more_optional, layout.optional_check, layout.composite_check};
}

TEST(MrzLayouts, StandInTheOrderOfTheirFormats) {
  ASSERT_EQ(mrz_layouts().size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(mrz_layouts()[i].format), i);
  }
}

// The tables of Doc 9303-4 to -7 leave no position without a field, and none with two.
TEST(MrzLayouts, EveryPositionBelongsToOneField) {
  for (const MrzLayout& layout : mrz_layouts()) {
    std::vector<std::string> used(layout.lines, std::string(layout.width, '0'));
    for (const MrzField& field : fields_of(layout)) {
      for (std::size_t at = field.first; field.exists() && at <= field.last; ++at) {
        ++used.at(field.line - 1U).at(at - 1U);
      }
    }
    for (const std::string& line : used) EXPECT_EQ(line, std::string(layout.width, '1'));
  }
}

// Doc 9303-4 to -7, §4.2.3: width of the name field
TEST(MrzLayouts, NameFieldsHaveTheWidthsOfTheNorm) {
  constexpr std::size_t kWidths[] = {30, 31, 39, 39, 31};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(mrz_layouts()[i].name.length(), kWidths[i]);
}

// Doc 9303-4 to -7, §4.2.2: width of the optional data
TEST(MrzLayouts, OptionalFieldsHaveTheWidthsOfTheNorm) {
  constexpr std::size_t kWidths[] = {15, 7, 14, 16, 8};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(mrz_layouts()[i].optional.length(), kWidths[i]);
  EXPECT_EQ(mrz_layouts()[0].more_optional.length(), 11U);
}

TEST(MrzLayouts, AFieldThatDoesNotExistHasNoLength) { EXPECT_EQ(MrzField{}.length(), 0U); }

}  // namespace
}  // namespace darvaza::documents
