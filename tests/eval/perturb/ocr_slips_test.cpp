#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

using Names = std::set<std::string>;

TEST(OcrSlips, MisreadShapes) {
  EXPECT_EQ(all_varied("ocr-latin", "rn"), (Names{"m", "ru"}));
  EXPECT_EQ(all_varied("ocr-cyrillic", "Ш щ"), (Names{"Ш ш"}));
}

TEST(OcrSlips, MisreadDots) {
  // The stroke of fa may be read as qaf, nothing else; alef and lam have no dots to lose.
  EXPECT_EQ(all_varied("ocr-arabic", "الف"), (Names{"الق"}));
}

TEST(OcrSlips, MisreadZones) {
  // B is taken for 8, nothing else; A and M for nothing.
  EXPECT_EQ(all_varied("ocr-zone", "Amb"), (Names{"AM8"}));
}

TEST(OcrSlips, SayWhyTheyDoNotApply) {
  EXPECT_EQ(vary("ocr-latin", "Шухрат"), "- another script");
  EXPECT_EQ(vary("ocr-zone", "AMX"), "- no letters that it could change");
}

}  // namespace
}  // namespace darvaza::perturb
