#include "documents/mrz_name.h"

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

struct Row {
  const char* field;
  const char* primary;
  const char* secondary;
  bool may_be_truncated;
};

// Doc 9303-3 §4.6 (separators) and Doc 9303-4 §4.2.3 (truncation), with invented names
constexpr Row kRows[] = {
    {"ERIKSSON<<ANNA<MARIA<<<<<<<<<<", "ERIKSSON", "ANNA MARIA", false},
    {"VAN<DER<LINDEN<<MARTIN<<<<<<<<", "VAN DER LINDEN", "MARTIN", false},
    {"MONONYM<<<<<<<<<<<<<<<<<<<<<<<", "MONONYM", "", false},
    {"TWO<WORDS<<<<<<<<<<<<<<<<<<<<<", "TWO WORDS", "", false},
    {"ALPINESKAYA<<EVDOKIYA<MATREN<A", "ALPINESKAYA", "EVDOKIYA MATREN A", true},
    {"EXACTLYTHIRTYCHARACTERSLONGNAM", "EXACTLYTHIRTYCHARACTERSLONGNAM", "", true},
    {"ERIKSSON<<ANNA<<MARIA<<<<<<<<<", "ERIKSSON", "ANNA MARIA", false},
    {"<<ANNA<MARIA<<<<<<<<<<<<<<<<<<", "ANNA MARIA", "", false},
    {"<ERIKSSON<<<ANNA<<<<<<<<<<<<<<", "ERIKSSON", "ANNA", false},
    {"<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "", "", false},
    {"<<<<<<<<<<<<<<<<<<<<<<<<<<<<<A", "A", "", true},
    {"", "", "", false},
};

TEST(MrzName, FillersSeparateIdentifiersAndComponents) {
  for (const Row& row : kRows) {
    const TravellerName name = parse_mrz_name(row.field);
    EXPECT_EQ(name.primary, row.primary) << row.field;
    EXPECT_EQ(name.secondary, row.secondary) << row.field;
    EXPECT_EQ(name.may_be_truncated, row.may_be_truncated) << row.field;
  }
}

}  // namespace
}  // namespace darvaza::documents
