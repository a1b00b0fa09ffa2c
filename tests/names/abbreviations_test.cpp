#include "names/abbreviations.h"

#include <gtest/gtest.h>

#include "names/common_names.h"
#include "names/person_name.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

TEST(Abbreviations, OfMuhammadAreThatName) {
  for (const auto* word : {U"mohd", U"md", U"muhd", U"mhd", U"мд", U"মোঃ"}) EXPECT_EQ(written_out(word), U"mohammad");
  for (const auto* word : {U"m", U"moh", U"muh", U"mohammad", U"mahd", U""}) EXPECT_TRUE(written_out(word).empty());
}

TEST(Abbreviations, SayNoMoreThanTheName) {
  for (const auto* written : {"Mohd. Karimi", "Moh'd Karimi"}) {
    const PersonName name = parse_name(written);
    ASSERT_EQ(name.tokens.size(), 2u);
    EXPECT_EQ(common_rarity(name.tokens[0].sounds), common_rarity(romanize::romanize(U"mohammad"))) << written;
  }
}

}  // namespace
}  // namespace darvaza::names
