#include "documents/mrz_arabic.h"

#include <gtest/gtest.h>

#include "darvaza/mrz.h"

namespace darvaza::documents {
namespace {

constexpr StateCode kUtopia("UTO");

std::optional<TravellerName> decoded(std::string primary, std::string secondary,
                                     bool truncated = false) {
  return arabic_name({std::move(primary), std::move(secondary), truncated}, kUtopia, {});
}

// Doc 9303-3 §6.C and Appendix B.5, with names of the appendix and made-up ones
TEST(ArabicName, EscapesAreDecoded) {
  const auto name = decoded("ALXSHMAE", "MXHMD");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->primary, "الشماع");
  EXPECT_EQ(name->secondary, "محمد");
  EXPECT_FALSE(name->may_be_truncated);
  EXPECT_EQ(decoded("ABW BKR MXHMD BN ZKRYA ALRAZY", "")->primary, "ابو بكر محمد بن زكريا الرازي");
  EXPECT_EQ(decoded("JMYLXAH", "")->primary, "جميلة");
}

TEST(ArabicName, LatinNamesAreLeftAlone) {
  EXPECT_FALSE(decoded("ERIKSSON", "ANNA MARIA"));  // O is no code
  EXPECT_FALSE(decoded("ALEXANDER", "FELIX"));      // XAN and a final X are none
  EXPECT_FALSE(decoded("ERIKSSON", "ANNA X", true));
  EXPECT_FALSE(decoded("ANNA", "BERT X", true));  // an X that may be cut off is no escape
  EXPECT_FALSE(decoded("SMYR", "ALRAZY"));        // may be either: without escapes it is Latin
}

TEST(ArabicName, OnlyFromStatesThatWriteArabicScript) {
  const TravellerName name{"XIN", "XIA", false};
  EXPECT_FALSE(arabic_name(name, StateCode("CHN"), StateCode("CHN")));
  EXPECT_FALSE(arabic_name({"XHAFER", "", false}, StateCode("ALB"), StateCode("ALB")));
  EXPECT_TRUE(arabic_name({"MXHMD", "", false}, StateCode("UNO"), StateCode("IRQ")));
  EXPECT_FALSE(arabic_name({"MXHMD", "", false}, {}, {}));
}

TEST(ArabicName, ACodeThatTheEndOfTheFieldHasCutIsLeftOut) {
  for (const char* cut : {"MXHMD ALX", "MXHMD ALXS"}) {
    const auto name = decoded("BKR", cut, true);
    ASSERT_TRUE(name) << cut;
    EXPECT_EQ(name->secondary, "محمد ال");
    EXPECT_TRUE(name->may_be_truncated);
    EXPECT_FALSE(decoded("BKR", cut, false));
  }
  EXPECT_EQ(decoded("BKR", "MXHMD X", true)->secondary, "محمد");
  EXPECT_EQ(decoded("ALXS ZKRYA", "MXHMD", true)->primary,
            "ال زكريا");  // components are cut, not only the field
}

TEST(ArabicName, StandsBesideThePrintedOneInZoneAndTraveller) {
  const Result<Mrz> zone = parse_mrz(
      "PPUTOALXSHMAE<<MXHMD<<<<<<<<<<<<<<<<<<<<<<<<\n"
      "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->name.primary, "ALXSHMAE");
  EXPECT_EQ(zone->arabic_name.primary, "الشماع");
  const Traveller traveller = to_traveller(*zone);
  ASSERT_EQ(traveller.names.size(), 2U);
  EXPECT_EQ(traveller.names[1].full(), "محمد الشماع");
}

}  // namespace
}  // namespace darvaza::documents
