#include "names/role_words.h"

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

TEST(RoleWords, ParticlesAndTitlesInEveryScript) {
  for (const auto* word : {U"al", U"bin", U"oğlu", U"qızı", U"аль", U"оглы", U"уулу", U"بن", U"ال"}) {
    EXPECT_EQ(role_of_word(word), TokenRole::particle);
  }
  for (const auto* word : {U"haji", U"mullah", U"dr", U"шейх", U"حاجی", U"ملا", U"مولوی"}) {
    EXPECT_EQ(role_of_word(word), TokenRole::title);
  }
  EXPECT_EQ(role_of_word(U"darwaza"), std::nullopt);
}

TEST(RoleWords, FillersSayThatThereIsNoName) {
  EXPECT_TRUE(is_filler(U"fnu"));
  EXPECT_TRUE(is_filler(U"xxx"));
  EXPECT_FALSE(is_filler(U"nasir"));
}

TEST(RoleWords, RussianPatronymicsInBothScripts) {
  EXPECT_TRUE(is_patronymic(U"рустамович"));
  EXPECT_TRUE(is_patronymic(U"rustamovna"));
  EXPECT_FALSE(is_patronymic(U"rustamov"));
  EXPECT_FALSE(is_patronymic(U"ovich")) << "no stem";
}

}  // namespace
}  // namespace darvaza::names
