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

TEST(RoleWords, SomeTitlesAreSurnamesToo) {
  for (const auto* word : {U"sheikh", U"qazi", U"шейх", U"سید"}) {
    EXPECT_TRUE(is_surname_too(word));
    EXPECT_EQ(role_of_word(word), TokenRole::title);
  }
  for (const auto* word : {U"haji", U"mullah", U"dr", U"حاجی", U"darwaza"}) EXPECT_FALSE(is_surname_too(word));
  for (const auto word : titles_that_are_common_surnames()) EXPECT_TRUE(is_surname_too(word));
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

TEST(RoleWords, OfTurkmenGermanAndAzerbaijaniSpelling) {
  for (const auto* word : {U"myradowiç", U"myradowic", U"myradowna", U"muradowitsch", U"vaqifoviç"}) EXPECT_TRUE(is_patronymic(word));
}

TEST(RoleWords, WhatFollowsAFathersName) {
  for (const auto* word : {U"oğlu", U"ogli", U"qızı", U"uly", U"уулу", U"ۇلى", U"тегі"}) {
    EXPECT_TRUE(follows_father(word));
    EXPECT_EQ(role_of_word(word), TokenRole::particle);
  }
  EXPECT_FALSE(follows_father(U"bin")) << "this stands before it";
  EXPECT_TRUE(is_father_with_follower(U"bauyrzhanuly"));
  EXPECT_TRUE(is_father_with_follower(U"сейітқызы"));
  EXPECT_FALSE(is_father_with_follower(U"öztürkoğlu")) << "a Turkish surname";
  EXPECT_FALSE(is_father_with_follower(U"uly"));
}

TEST(RoleWords, OfKin) {
  for (const auto* word : {U"дочь", U"писари", U"بیوہ", U"पुत्र"}) EXPECT_EQ(kin_word(word), KinWord::child);
  for (const auto* word : {U"walad", U"waladi", U"dukhtar", U"valad", U"دختر", U"زوجہ"}) EXPECT_EQ(kin_word(word), KinWord::child_or_part);
  EXPECT_EQ(kin_word(U"ولد"), KinWord::child_in_persian);
  EXPECT_EQ(kin_word(U"فرزند"), KinWord::child_or_name);
  for (const auto* word : {U"farzand", U"walid", U"wald"}) EXPECT_EQ(kin_word(word), KinWord::child_or_name_in_latin);
  EXPECT_EQ(kin_word(U"сын"), KinWord::child_or_syllable);
  EXPECT_EQ(kin_word(U"wife"), KinWord::child_of);
  EXPECT_EQ(kin_word(U"of"), KinWord::of);
  EXPECT_EQ(kin_word(U"o"), KinWord::o);
  EXPECT_EQ(kin_word(U"د"), KinWord::pashto_of);
  EXPECT_EQ(kin_word(U"زوی"), KinWord::child_behind);
  for (const auto* word : {U"bin", U"ould", U"valade", U"pesare", U"wld", U"so", U"iran"}) EXPECT_EQ(kin_word(word), KinWord::none);
}

}  // namespace
}  // namespace darvaza::names
