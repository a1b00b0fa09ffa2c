#include "documents/states.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "documents/state_key.h"
#include "documents/states_table.h"

namespace darvaza::documents {
namespace {

std::string parsed(std::string_view text) {
  const auto code = parse_state(text);
  return code ? std::string(code->text()) : "nothing";
}

bool related(std::string_view a, std::string_view b) {
  return are_related(StateCode(a), StateCode(b));
}

TEST(StatesTable, HoldsTheCountriesOfIso3166) { EXPECT_EQ(assigned_states().size(), 249U); }

TEST(StatesTable, CodesAreOrderedAndUnique) {
  for (const auto states : {assigned_states(), special_issuers(), former_states()}) {
    for (std::size_t i = 1; i < states.size(); ++i) EXPECT_LT(states[i - 1].code, states[i].code);
  }
}

TEST(StatesTable, NoTwoStatesShareAnAlpha2Code) {
  std::set<std::string_view> seen;
  for (const auto states : {assigned_states(), special_issuers(), former_states()}) {
    for (const StateRow& state : states) {
      if (!state.alpha2.empty()) {
        EXPECT_TRUE(seen.insert(state.alpha2).second) << state.alpha2;
      }
    }
  }
}

TEST(StatesTable, EveryRowIsFoundByCodeAndName) {
  for (const auto states : {assigned_states(), special_issuers(), former_states()}) {
    for (const StateRow& state : states) {
      EXPECT_EQ(parsed(state.code), state.code);
      EXPECT_EQ(parsed(state.name), state.code);
      if (!state.alpha2.empty()) {
        EXPECT_EQ(parsed(state.alpha2), state.code);
      }
      EXPECT_EQ(state_name(StateCode(state.code)), state.name);
    }
  }
}

TEST(StatesTable, WhatProgramsMakeOfLettersAndBlanksIsReadAll) {
  for (const auto* text : {"\u00A0KAZ\u00A0", "\u200EKAZ", "ＫＡＺ", "kaz\u200B", "Kazakh\u200Bstan", "\uFEFFKazakhstan"}) {
    const auto state = parse_state(text);
    ASSERT_TRUE(state) << text;
    EXPECT_EQ(state->text(), "KAZ") << text;
  }
  ASSERT_TRUE(parse_state("Russian\u00A0Federation"));
  EXPECT_EQ(parse_state("Russian\u00A0Federation")->text(), "RUS");
  EXPECT_EQ(parse_state("\u00A0"), std::nullopt);
}

TEST(StatesTable, NoSpellingMeansTwoStates) {
  for (const auto spellings : {name_spellings(), nationality_words(), code_spellings()}) {
    for (const StateSpelling& row : spellings) EXPECT_EQ(parsed(row.text), row.code) << row.text;
  }
}

TEST(StatesTable, RelationsNameCodesOfTheTables) {
  for (const StateRelation& row : state_relations()) {
    EXPECT_EQ(parsed(row.code), row.code);
    EXPECT_EQ(parsed(row.other), row.other);
    EXPECT_NE(row.code, row.other);
  }
  for (const std::string_view code : stateless_codes()) EXPECT_EQ(parsed(code), code);
}

TEST(ParseState, CodesInAnyCaseWithBlanksAndFillers) {
  EXPECT_EQ(parsed("IRN"), "IRN");
  EXPECT_EQ(parsed("irn"), "IRN");
  EXPECT_EQ(parsed(" ir\t"), "IRN");
  EXPECT_EQ(parsed("xxa"), "XXA");
  EXPECT_EQ(parsed("UTO"), "UTO");
  EXPECT_EQ(parsed("xk"), "RKS");
}

TEST(ParseState, GermanyHasOneCode) {
  for (const char* text : {"D", "D<<", "d", "DE", "DEU", "Germany", "German"}) {
    EXPECT_EQ(parsed(text), "D") << text;
  }
}

// Doc 9303-3 §5 Parts B to E
TEST(ParseState, SpecialCodesOfDoc9303) {
  for (const char* code : {"GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNK", "EUE", "UNO", "UNA",
                           "XXA", "XXB", "XXC", "XXX", "XOM", "XPO", "XBA", "XIM", "XCC", "XCE",
                           "XCO", "XEC", "XES", "XMP", "XDC", "UTO", "ANT", "NTZ", "IAO"}) {
    EXPECT_EQ(parsed(code), code);
  }
}

TEST(ParseState, FormerStatesKeepTheirCodes) {
  for (const char* code : {"SUN", "YUG", "SCG", "CSK", "DDR", "ROM", "ZAR", "BUR", "TMP"}) {
    EXPECT_EQ(parsed(code), code);
  }
  EXPECT_EQ(parsed("Soviet Union"), "SUN");
  EXPECT_EQ(parsed("su"), "SUN");
  EXPECT_EQ(parsed("suhh"), "SUN");
  EXPECT_EQ(parsed("yu"), "YUG");
  EXPECT_EQ(parsed("cs"), "SCG");
  EXPECT_EQ(parsed("dd"), "DDR");
}

TEST(ParseState, OneNameInAllItsOrders) {
  for (const char* text :
       {"Iran", "IRAN", "Islamic Republic of Iran", "Iran, Islamic Republic of",
        "Iran (Islamic Republic of)", "Iran, Islamic Rep.", "the Islamic Republic of Iran"}) {
    EXPECT_EQ(parsed(text), "IRN") << text;
  }
}

TEST(ParseState, TheTwoKoreasAndTheTwoCongosAreKeptApart) {
  EXPECT_EQ(parsed("Korea, North"), "PRK");
  EXPECT_EQ(parsed("Democratic People's Republic of Korea"), "PRK");
  EXPECT_EQ(parsed("Korea, Democratic People’s Republic of"), "PRK");
  EXPECT_EQ(parsed("Korea, South"), "KOR");
  EXPECT_EQ(parsed("Korea (Republic of)"), "KOR");
  EXPECT_EQ(parsed("Korea"), "nothing");
  EXPECT_EQ(parsed("Congo, Democratic Republic of the"), "COD");
  EXPECT_EQ(parsed("Congo, Republic of the"), "COG");
  EXPECT_EQ(parsed("Dominica"), "DMA");
  EXPECT_EQ(parsed("Dominican Republic"), "DOM");
  EXPECT_EQ(parsed("Niger"), "NER");
  EXPECT_EQ(parsed("Nigeria"), "NGA");
}

TEST(ParseState, DiacriticsAndPunctuationSayNothing) {
  EXPECT_EQ(parsed("Türkiye"), "TUR");
  EXPECT_EQ(parsed("Tu\xCC\x88rkiye"), "TUR");  // u and a combining diaeresis
  EXPECT_EQ(parsed("Côte d'Ivoire"), "CIV");
  EXPECT_EQ(parsed("COTE D’IVOIRE"), "CIV");
  EXPECT_EQ(parsed("Åland"), "ALA");
  EXPECT_EQ(parsed("São Tomé & Príncipe"), "STP");
  EXPECT_EQ(parsed("U.S.A."), "USA");
  EXPECT_EQ(parsed("United_Arab_Emirates"), "ARE");
  EXPECT_EQ(parsed("St. Kitts and Nevis"), "KNA");
}

TEST(ParseState, NamesOfPractice) {
  EXPECT_EQ(parsed("Russian Federation"), "RUS");
  EXPECT_EQ(parsed("Burma"), "MMR");
  EXPECT_EQ(parsed("Syrian Arab Republic"), "SYR");
  EXPECT_EQ(parsed("Tanzania, United Republic of"), "TZA");
  EXPECT_EQ(parsed("Region: Gaza"), "PSE");
  EXPECT_EQ(parsed("West Bank"), "PSE");
  EXPECT_EQ(parsed("Kyrgyz Republic"), "KGZ");
  EXPECT_EQ(parsed("Scotland"), "GBR");
  EXPECT_EQ(parsed("Virgin Islands, British"), "VGB");
  EXPECT_EQ(parsed("China, Hong Kong Special Administrative Region"), "HKG");
}

TEST(ParseState, Nationalities) {
  EXPECT_EQ(parsed("Afghan"), "AFG");
  EXPECT_EQ(parsed("iranian"), "IRN");
  EXPECT_EQ(parsed("Pakistani"), "PAK");
  EXPECT_EQ(parsed("Tajik"), "TJK");
  EXPECT_EQ(parsed("South Sudanese"), "SSD");
}

TEST(ParseState, SubdivisionsOfIso3166Part2GiveTheirState) {
  EXPECT_EQ(parsed("gb-sct"), "GBR");
  EXPECT_EQ(parsed("PK-KP"), "PAK");
  EXPECT_EQ(parsed("qq-kp"), "nothing");
}

TEST(ParseState, WhatNamesNoStateGivesNothing) {
  for (const char* text : {"", "  ", "<<<", "undetermined", "Qwertyland", "QQ", "QQQ", "123", "the",
                           "\xFF\xFE", "Россия", "-"}) {
    EXPECT_EQ(parsed(text), "nothing") << text;
  }
  EXPECT_EQ(parsed(std::string(100'000, 'a')), "nothing");
}

TEST(StateName, AnUnknownCodeNamesItself) {
  const StateCode code("QQQ");
  EXPECT_EQ(state_name(code), "QQQ");
  EXPECT_EQ(state_name(StateCode()), "");
}

TEST(AreRelated, PredecessorsAndSuccessors) {
  EXPECT_TRUE(related("SUN", "RUS"));
  EXPECT_TRUE(related("TJK", "SUN"));
  EXPECT_TRUE(related("YUG", "SRB"));
  EXPECT_FALSE(related("RUS", "TJK"));
  EXPECT_FALSE(related("IRN", "IRQ"));
}

TEST(States, NeighboursWhoseNationalitiesAreConfusedAreCloseAndNotRelated) {
  const auto close = [](std::string_view a, std::string_view b) { return are_close(StateCode(a), StateCode(b)); };
  EXPECT_TRUE(close("AFG", "PAK"));
  EXPECT_TRUE(close("PAK", "AFG"));
  EXPECT_TRUE(close("UZB", "TJK"));
  EXPECT_FALSE(close("TJK", "PAK"));
  EXPECT_FALSE(close("AFG", "AFG"));
  EXPECT_FALSE(are_close(StateCode("AFG"), StateCode()));
  EXPECT_FALSE(related("AFG", "PAK")) << "a passport of the one is none of the other";
}

TEST(AreRelated, IssuersOfOneState) {
  EXPECT_TRUE(related("GBR", "GBN"));
  EXPECT_TRUE(related("GBN", "GBO"));
  EXPECT_TRUE(related("FRA", "REU"));
  EXPECT_FALSE(related("GUM", "PRI"));
}

TEST(AreRelated, CodesOfNoStateContradictNothing) {
  EXPECT_TRUE(related("XXB", "AFG"));
  EXPECT_TRUE(related("PAK", "UNO"));
}

TEST(AreRelated, AStateIsNotRelatedToItselfNorTheUnknownToAny) {
  EXPECT_FALSE(related("IRN", "IRN"));
  EXPECT_FALSE(related("", "IRN"));
  EXPECT_FALSE(related("", "XXX"));
  EXPECT_FALSE(related("", ""));
}

TEST(StateKey, IsTheSetOfWords) {
  EXPECT_EQ(state_key("Iran (Islamic Republic of)"), "iran islamic republic");
  EXPECT_EQ(state_key("The Gambia"), "gambia");
  EXPECT_EQ(state_key("Lao People's Dem. Rep."), "democratic lao peoples republic");
  EXPECT_EQ(state_key("the"), "");
}

TEST(States, ATextMayNameSeveral) {
  using Items = std::vector<std::string_view>;
  for (const auto* text : {"UZB; KGZ", "UZB/KGZ", "UZB | KGZ", "UZB,KGZ"}) EXPECT_EQ(state_items(text), (Items{"UZB", "KGZ"})) << text;
  EXPECT_EQ(state_items("Uzbekistan / Tajikistan"), (Items{"Uzbekistan", "Tajikistan"}));
  EXPECT_EQ(state_items("Korea, Republic of"), (Items{"Korea, Republic of"}));
  EXPECT_EQ(state_items("Korea, Republic of; UZB, KGZ"), (Items{"Korea, Republic of", "UZB", "KGZ"}));
  EXPECT_EQ(state_items("Congo, somewhere"), (Items{"Congo, somewhere"})) << "no part of a name is taken for a State";
  EXPECT_EQ(state_items("UZB; Atlantis"), (Items{"UZB", "Atlantis"}));
  EXPECT_EQ(state_items("Atlantis"), (Items{"Atlantis"}));
}

}  // namespace
}  // namespace darvaza::documents
