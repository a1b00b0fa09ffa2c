#include "manifests/glued_titles.h"

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

}  // namespace
}  // namespace darvaza::manifests
