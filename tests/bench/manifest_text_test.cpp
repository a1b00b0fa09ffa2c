#include "generate/manifest_text.h"

#include <gtest/gtest.h>

namespace darvaza::generate {
namespace {

const ManifestTraveller kTraveller{0, "Marina Testova", "1980-05-17", "KAZ"};

TEST(ManifestText, CsvHasOneLineATraveller) {
  EXPECT_EQ(manifest_traveller(ManifestText::csv, kTraveller),
            "t0,Marina Testova,1980-05-17,KAZ\n");
  EXPECT_EQ(answer_id(ManifestText::csv, 0), "t0");
}

TEST(ManifestText, PaxlstHasASegmentGroupATraveller) {
  EXPECT_EQ(manifest_traveller(ManifestText::paxlst, kTraveller),
            "NAD+FL+++Testova:Marina'\nDTM+329:19800517:102'\nNAT+2+KAZ'\nRFF+AVF:G00000'\n"
            "RFF+ABO:t0'\nDOC+P:110:111+G00000000'\n");
  EXPECT_EQ(answer_id(ManifestText::paxlst, 0), "1");
}

TEST(ManifestText, PnrgovHasBookingsOfFour) {
  EXPECT_EQ(manifest_traveller(ManifestText::pnrgov, kTraveller),
            "SRC'\nRCI+DZ:G00000'\nTIF+Testova+Marina:A:1'\nREF+:t0'\n"
            "SSR+DOCS:HK:1:DZ:::::/P/KAZ/G00000000/KAZ/17MAY1980///Testova/Marina'\n");
  EXPECT_EQ(manifest_traveller(ManifestText::pnrgov, {3, "Ivan O'Test", "1980", "KAZ"}),
            "TIF+O?'Test+Ivan:A:4'\nREF+:t3'\n");
}

}  // namespace
}  // namespace darvaza::generate
