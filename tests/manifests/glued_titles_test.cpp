#include "manifests/glued_titles.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::manifests {
namespace {

TEST(GluedTitles, AreCutFromTheEndAndTheBeginning) {
  EXPECT_EQ(without_glued_titles("MARINAMRS"), "MARINA");
  EXPECT_EQ(without_glued_titles("MarinaMrs"), "MARINA");
  EXPECT_EQ(without_glued_titles("IVAN ORAZMR"), "IVAN ORAZ");
  EXPECT_EQ(without_glued_titles("IVANMRDR"), "IVAN");
  EXPECT_EQ(without_glued_titles("MRIVAN"), "IVAN");
  EXPECT_EQ(without_glued_titles("ANNACHD"), "ANNA");
  EXPECT_EQ(without_glued_titles("ANNAINF"), "ANNA");
  EXPECT_EQ(without_glued_titles("ANNA MSTR"), "ANNA");
}

TEST(GluedTitles, SomethingOfAWordIsLeft) {
  EXPECT_EQ(without_glued_titles("AMR"), "AMR");
  EXPECT_EQ(without_glued_titles("DREW"), "DREW");
  EXPECT_EQ(without_glued_titles("MRS"), "MRS");
  EXPECT_EQ(without_glued_titles(""), "");
}

TEST(GluedTitles, OtherNamesStayAsTheyAre) {
  EXPECT_EQ(without_glued_titles("MARINA IVANOVNA"), "MARINA IVANOVNA");
}

TEST(GluedTitles, WhoHasOneNameOnlyBearsThemOnTheSurname) {
  EXPECT_EQ(surname_without_title("RAHMATULLAHMR", true), "RAHMATULLAH");
  EXPECT_EQ(surname_without_title("Gul Begimmrs", true), "GUL BEGIM");
  EXPECT_EQ(surname_without_title("RAHMATULLAHMS", true), "RAHMATULLAH");
  EXPECT_EQ(surname_without_title("RAHMATULLAHMSTR", false), "RAHMATULLAH");
  for (const char* name : {"AMR", "SHAMS", "QAMR", "RAHMATULLAH", ""}) EXPECT_EQ(surname_without_title(name, true), "") << name;
  EXPECT_EQ(surname_without_title("WILLIAMS", false), "");
}

std::string bare(const TravellerName& name) {
  const auto read = read_without_title(name);
  return read ? read->primary + "|" + read->secondary : std::string();
}

TEST(NamesWithTitles, InOnePieceAreKnownByTheirSlash) {
  EXPECT_EQ(bare({"DARYAGOZAR/NADERMR", ""}), "DARYAGOZAR|NADER");
  EXPECT_EQ(bare({"Daryagozar / NaderMstr", ""}), "Daryagozar|NADER");
  EXPECT_EQ(bare({"DARYAGOZAR/NASIR", ""}), "DARYAGOZAR|NA") << "a second reading";
  for (const char* other : {"DARYAGOZAR/NADER", "NADER DARYAGOZAR", "JOHN WILLIAMS", "JOHN SHAMS", "OTABEK AMR", "A/B/CMR", "/NADERMR", "DARYAGOZAR/"}) EXPECT_EQ(bare({other, ""}), "") << other;
}

TEST(NamesWithTitles, InOnePieceBearThemOnTheLastWord) {
  EXPECT_EQ(bare({"DARYAGOZAR NADERMR", ""}), "DARYAGOZAR NADER|");
  EXPECT_EQ(bare({"Nader Daryagozarmstr", ""}), "NADER DARYAGOZAR|");
  EXPECT_EQ(bare({"RAHMATULLAHMR", ""}), "RAHMATULLAH|");
  EXPECT_EQ(bare({"RAHMATULLAHMS", ""}), "RAHMATULLAH|");
}

TEST(NamesWithTitles, InAFieldOfTheirOwnAreKnownByTheCommonOnes) {
  EXPECT_EQ(bare({"DARYAGOZAR", "NADERMR"}), "DARYAGOZAR|NADER");
  EXPECT_EQ(bare({"DARYAGOZAR", "LEILA SHIRINMS"}), "DARYAGOZAR|LEILA SHIRIN");
  for (const char* name : {"NASIR", "BADR", "SHAMS", "QAMR", "AMR", "NADER MR"}) EXPECT_EQ(bare({"DARYAGOZAR", name}), "") << name;
}

}  // namespace
}  // namespace darvaza::manifests
