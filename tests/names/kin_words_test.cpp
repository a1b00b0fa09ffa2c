#include "names/kin_words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace darvaza::names {
namespace {

/// Names, with fathers' in brackets, titles, particles and initials marked by what they are.
std::string read(const PersonName& name) {
  std::string out;
  for (const Token& token : name.tokens) {
    if (!out.empty()) out += ' ';
    switch (token.role) {
      case TokenRole::name: out += token.text; break;
      case TokenRole::father: out += '(' + token.text + ')'; break;
      case TokenRole::patronymic: out += '[' + token.text + ']'; break;
      case TokenRole::title: out += "t:" + token.text; break;
      case TokenRole::particle: out += "p:" + token.text; break;
      case TokenRole::initial: out += "i:" + token.text; break;
    }
  }
  return out;
}
std::string read(std::string_view text) { return read(parse_name(text)); }

TEST(KinWords, WhatStandsBehindThemIsTheFathersName) {
  for (const auto* text : {"Gul Rang son of Sher Dil", "Gul Rang s/o Sher Dil", "GUL RANG S/O. SHER DIL", "Gul Rang (s/o Sher Dil)", "Gul Rang walad Sher Dil", "Gul Rang valad-e Sher Dil", "Gul Rang farzand-e Sher Dil",
                           "Gul Rang daughter of Sher Dil", "Gul Rang d/o Sher Dil", "Gul Rang wife of Sher Dil", "Gul Rang W/O Sher Dil", "Gul Rang widow of Sher Dil", "Gul Rang dukhtar-e Sher Dil", "Gul Rang zawja Sher Dil",
                           "Gul Rang waladi Sher Dil", "Gul Rang walid-e Sher Dil", "Gul Rang S\\O Sher Dil", "Gul Rang s/o late Sher Dil", "Gul Rang d/o the late Shri Sher Dil"}) {
    EXPECT_EQ(read(text), "gul rang (sher) (dil)") << text;
  }
  EXPECT_EQ(read("Гуль Ранг сын Шер Дил"), "гуль ранг (шер) (дил)");
  EXPECT_EQ(read("Гул Ранг писари Шер Дил"), "гул ранг (шер) (дил)");
  for (const auto* text : {"گل رنگ ولد شیر دل", "گل رنگ فرزند شیر دل", "گل رنگ دختر شیر دل", "گل رنگ زوجہ شیر دل", "گل رنگ د شیر دل زوی", "گل رنگ د شیر دل لور", "گل رنگ د شیر دل مېرمن"}) {
    EXPECT_EQ(read(text), "گل رنگ (شیر) (دل)") << text;
  }
  EXPECT_EQ(read("महेश पुत्र मोहन"), "महेश (मोहन)");
}

TEST(KinWords, TitlesAndInitialsOfFathersStayWhatTheyAre) {
  EXPECT_EQ(read("Gul Rang s/o Haji S. Dil"), "gul rang t:haji i:s (dil)");
  EXPECT_EQ(read("Gul Rang s/o Mullah Haji Dil"), "gul rang t:mullah t:haji (dil)");
}

TEST(KinWords, TitlesBehindAFathersNameOrAloneAreWhatHeIsCalled) {
  EXPECT_EQ(read("Gul Rang s/o Haji Dil Agha"), "gul rang t:haji (dil) (agha)");
  EXPECT_EQ(read("Gul Rang s/o Agha"), "gul rang (agha)");
  EXPECT_EQ(read("Gul Rang s/o Dil Agha s/o Haji Sher"), "gul rang (dil) (agha) t:haji (sher)");
}

TEST(KinWords, PashtoHasTheFatherBeforeTheBearer) {
  EXPECT_EQ(read("د شیر دل زوی گل رنگ"), "(شیر) (دل) گل رنگ");
  EXPECT_EQ(read("گل رنگ زوی"), "گل رنگ زوی") << "whose?";
}

TEST(KinWords, AFathersFatherIsNoNameOfTheBearerEither) {
  EXPECT_EQ(read("Gul Rang s/o Sher Dil s/o Nasir"), "gul rang (sher) (dil) (nasir)");
}

TEST(KinWords, AnAppositionEnds) {
  EXPECT_EQ(read("Gul Rang (s/o Sher Dil) Zarbofan"), "gul rang (sher) (dil) zarbofan");
  EXPECT_EQ(read("Gul Rang, son of Sher Dil, Zarbofan"), "gul rang (sher) (dil) zarbofan");
  EXPECT_EQ(read(parse_name(TravellerName{"ZARBOFAN", "GUL S/O SHER DIL", false})), "gul (sher) (dil) zarbofan");
}

TEST(KinWords, WithoutAFatherSureWordsGoAndOthersStayNames) {
  EXPECT_EQ(read("Gul Rang s/o"), "gul rang");
  EXPECT_EQ(read("Gul Rang son of unknown"), "gul rang");
  EXPECT_EQ(read("Nasir Walad"), "nasir walad");
  EXPECT_EQ(read("Nasir Dukhtar"), "nasir dukhtar");
}

TEST(KinWords, SomebodyMustBeNamedBeforeThem) {
  EXPECT_EQ(read("Farzand Zarbofan"), "farzand zarbofan");
  EXPECT_EQ(read("son of Sher Dil"), "son of sher dil");
  EXPECT_EQ(read("Al s/o Sher Dil"), "p:al i:s i:o sher dil");
  EXPECT_EQ(read("Agha s/o Sher Dil"), "agha (sher) (dil)") << "a title that is all there is";
  EXPECT_EQ(read("Mullah Gul s/o Sher Dil"), "t:mullah gul (sher) (dil)");
}

TEST(KinWords, AreNamesWhereTheyMayBe) {
  EXPECT_EQ(read("Son Yong Chol"), "son yong chol");
  EXPECT_EQ(read("Kim So Yon"), "kim so yon");
  EXPECT_EQ(read("Maria do Carmo"), "maria do carmo");
  EXPECT_EQ(read("Ida Wald Lindqvist"), "ida wald lindqvist");
  EXPECT_EQ(read("Walid Zarbofan"), "walid zarbofan");
  EXPECT_EQ(read("Nasir S. O. Zarbofan"), "nasir i:s i:o zarbofan");
  EXPECT_EQ(read("Ким Сын Чхоль"), "ким сын чхоль");
  EXPECT_EQ(read("Muhammad Farzand Ali"), "muhammad farzand ali");
  EXPECT_EQ(read("Raja Muhammad Farzand Ali"), "raja muhammad farzand ali");
  EXPECT_EQ(read("Raja Farzand Ali"), "raja farzand ali");
  EXPECT_EQ(read("محمد فرزند علی"), "محمد فرزند علی");
}

TEST(KinWords, ALookAtTheBytesPassesOverNoNameOfTwoReadings) {
  for (const char* word : {"walad", "walade", "waladi", "valad", "dukhtar", "dokhtar", "dukhter", "pesar", "hamsar", "dokhtare", "dukhtare", "hamsare", "zawja", "zawjah", "zowje", "zouja", "zauja", "DUKHTAR"}) {
    const std::string text = std::string("Gul ") + word + " Zarbofan";
    EXPECT_TRUE(parse_name(text).has_glued_reading) << text;
    EXPECT_TRUE(has_glued_reading(text)) << text;
  }
  EXPECT_FALSE(has_glued_reading("Gul Rang Zarbofan"));
}

TEST(KinWords, ArabicOnesArePartOfWhatTheBearerIsCalled) {
  EXPECT_EQ(read("Nasir bin Sher"), "nasir p:bin sher");
  EXPECT_EQ(read("Nasir ould Sher"), "nasir p:ould sher");
  EXPECT_EQ(read("ناصر ولد حماد"), "ناصر p:ولد حماد");
  EXPECT_EQ(read("ناصر بنت حماد"), "ناصر p:بنت حماد");
}

TEST(KinWords, LatinOnesThatAreNamesNeedAVowelOrATitleBehindThem) {
  for (const auto* text : {"Marie Valade Zarbofan", "Luca Pesare Zarbofan", "Nasir Gul Farzand Zarbofan", "Nasir Walid Zarbofan"}) EXPECT_EQ(read(text).find('('), std::string::npos) << text;
  EXPECT_EQ(read("Gul Rang farzand Haji Sher Dil"), "gul rang t:haji (sher) (dil)");
  EXPECT_EQ(read("Gul Rang pesar Mullah Dil"), "gul rang t:mullah (dil)");
  EXPECT_EQ(read("Gul Dukhtar Zarbofan"), "gul (zarbofan)") << "and of another reading";
  EXPECT_EQ(read("Nasir Farzand Haji"), "nasir farzand t:haji");
  EXPECT_EQ(read("Farzand Haji Zarbofan s/o Dil"), "farzand t:haji zarbofan (dil)");
  EXPECT_EQ(read("Nasir Walid E. Zarbofan"), "nasir walid i:e zarbofan");
  EXPECT_EQ(read("زهرا بنت الهدی"), "زهرا p:بنت p:ال هدی");
}

TEST(KinWords, OthersMayBelongToTheNameBeforeThem) {
  for (const auto* text : {"گل دختر زربافان", "Sultan Walad Zarbofan", "شیر فرزند زربافان", "Bibi Zowja Zarbofan"}) {
    EXPECT_TRUE(parse_name(text).has_glued_reading) << text;
    EXPECT_TRUE(has_glued_reading(text)) << text;
  }
  EXPECT_EQ(read(parse_glued("گل دختر زربافان")), "گل دختر زربافان");
  ASSERT_EQ(parse_glued("گل دختر زربافان").tokens.size(), 2u);
  EXPECT_EQ(parse_glued("گل دختر زربافان").tokens[0].sounds, parse_name("گلدختر").tokens[0].sounds);
  EXPECT_EQ(read(parse_glued("Haji Sultan Walad Sher Dil s/o Nasir")), "t:haji sultan walad sher dil (nasir)");
  EXPECT_FALSE(parse_name(TravellerName{"ZARBOFAN", "SULTAN WALAD", false}).has_glued_reading) << "nobody stands behind it";
}

TEST(KinWords, SureOnesHaveOneReading) {
  for (const auto* text : {"Gul s/o Dil", "Gul walad-e Dil", "Gul valad-e Dil", "Гуль сын Дила", "گل د دل زوی", "Gul s/o Dil walad Nasir", "محمد فرزند علی", "Sultan Walad", "ناصر ولد حماد", "Farzand Ali"}) {
    EXPECT_FALSE(parse_name(text).has_glued_reading) << text;
    EXPECT_FALSE(has_glued_reading(text)) << text;
  }
}

TEST(KinWords, RussianNamesOfFathersAreInTheGenitive) {
  const auto sounds = [](std::string_view text) { return parse_name(text).tokens.back().sounds; };
  const auto heard = [](std::string_view word) { return parse_name(word).tokens[0].sounds; };
  EXPECT_EQ(sounds("Гуль сын Сафара"), heard("Сафар"));
  EXPECT_EQ(sounds("Гуль дочь Алексея"), heard("Алексей"));
  EXPECT_EQ(sounds("Гуль жена Абдуллы"), heard("Абдулла"));
  EXPECT_EQ(sounds("Гуль сын Мусы"), heard("Муса"));
  EXPECT_EQ(sounds("Гуль сын Муса"), heard("Муса"));
  EXPECT_EQ(sounds("Гуль сын Ильи"), heard("Илья"));
  EXPECT_EQ(sounds("Гуль сын Аманкулы"), heard("Аманкулы"));
  EXPECT_EQ(sounds("Гул писари Мирза"), heard("Мирза"));
  EXPECT_EQ(sounds("Гуль Сафара"), heard("Сафара"));
  EXPECT_EQ(parse_name("Гуль сын Сафара").tokens[1].text, "сафара") << "as written";
}

TEST(KinWords, FatherAndBearerStandApart) {
  const auto apart = [](std::string_view text) {
    std::string out;
    for (const Token& token : parse_name(text).tokens) out += token.apart ? '|' : '.';
    return out;
  };
  EXPECT_EQ(apart("Gul Rang s/o Sher Dil"), "..|.");
  EXPECT_EQ(apart("Gul s/o Haji Dil"), ".|.");
  EXPECT_EQ(apart("Gul (s/o Dil) Zarbofan"), ".||");
  EXPECT_EQ(apart("Gul s/o Dil s/o Nasir"), ".||");
  EXPECT_EQ(apart("د شیر دل زوی گل رنگ"), "|.|.");
  EXPECT_EQ(apart("Gul Rang"), "..");
}

TEST(KinWords, APatronymicBesideThemIsAsBefore) {
  EXPECT_EQ(read("Zarbofanov Nasir Karimovich s/o Karim"), "zarbofanov nasir [karimovich] (karim)");
  EXPECT_EQ(read("Nasir Karimovich s/o Karim"), "nasir karimovich (karim)");
}

TEST(KinWords, LongNamesAreBounded) {
  std::string text = "Nasir";
  for (int i = 0; i < 100; ++i) text += " s/o Karim walad د";
  EXPECT_LE(parse_name(text).tokens.size(), kMaxTokens);
}

}  // namespace
}  // namespace darvaza::names
