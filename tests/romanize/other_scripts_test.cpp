// Scripts besides Latin, Cyrillic and Arabic: the readings were written down by hand from the published systems.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "romanize/romanize.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::romanize {
namespace {

struct Heard {
  std::string_view word, sounds;
};

std::string heard(std::string_view word) { return spelling(romanize(text::normalise(word).text)); }

template <std::size_t N>
void expect_all(const Heard (&words)[N], WritingSystem system) {
  for (const Heard& row : words) {
    EXPECT_EQ(heard(row.word), row.sounds) << row.word;
    EXPECT_EQ(romanize(text::normalise(row.word).text).system(), system) << row.word;
  }
}

TEST(OtherScripts, HebrewHasNoShortVowelsAndFinalLettersSoundAsOthers) {
  constexpr Heard kWords[] = {{"שלום", "shlwm"}, {"בנימין", "bnymyn"}, {"שרה", "shrh"}, {"אברהם", "abrhm"}, {"ראובן", "rʿwbn"}, {"ג'ורג'", "djwrdj"},
                              {"וולף", "vlp"}, {"עזרא", "ʿzra"}, {"פרץ", "prts"}, {"דָּוִד", "dawid"}};
  expect_all(kWords, WritingSystem::hebrew);
}

TEST(OtherScripts, HangulIsReadSyllableBySyllable) {
  constexpr Heard kWords[] = {{"김", "gim"}, {"정은", "jeongeun"}, {"박", "bak"}, {"최", "choe"}, {"영희", "yeonghuy"}, {"철", "cheol"},
                              {"석훈", "seokhun"}, {"이", "li"}, {"원빈", "wonbin"}, {"혜", "hye"}};
  expect_all(kWords, WritingSystem::hangul);
}

TEST(OtherScripts, HanFamilyNamesAreReadAsFamilyNames) {
  constexpr Heard kWords[] = {{"单", "shan"}, {"解", "xie"}, {"仇", "qyu"}, {"查", "zha"}, {"曾", "zeng"}, {"尉迟", "yuchi"}, {"王", "wang"},
                              {"小明", "xyaoming"}};
  expect_all(kWords, WritingSystem::han);
  EXPECT_EQ(romanize(U"区"), romanize_latin(U"ou").in(WritingSystem::han));
}

TEST(OtherScripts, ArmenianAsPassportsSpell) {
  constexpr Heard kWords[] = {{"Գևորգ", "gevorg"}, {"Երևան", "yerevan"}, {"Ոսկան", "voskan"}, {"Ռուբեն", "ruben"}, {"Ղազարյան", "ghazaryan"},
                              {"Ծատուրյան", "tsaturyan"}, {"Ճուղուրյան", "chughuryan"}, {"Ջեմմա", "djema"}, {"Ալեքսանդր", "alexandr"}, {"Եվա", "yeva"}};
  expect_all(kWords, WritingSystem::cyrillic);
}

TEST(OtherScripts, GeorgianAspiratesAreWrittenAsEjectives) {
  constexpr Heard kWords[] = {{"თამარ", "tamar"}, {"ტარიელ", "tariel"}, {"ქეთევან", "ketevan"}, {"ჭავჭავაძე", "chavchavadze"}, {"წერეთელი", "tsereteli"},
                              {"ჯანაშია", "djanashya"}, {"ღვინო", "ghvino"}, {"მაქსიმე", "maxime"}};
  expect_all(kWords, WritingSystem::cyrillic);
}

TEST(OtherScripts, GreekAsItSoundsToday) {
  constexpr Heard kWords[] = {{"Παπαδόπουλος", "papadopulos"}, {"Ευάγγελος", "evangelos"}, {"Μπαλτάς", "baltas"}, {"Λάμπρου", "lambru"}, {"Ντίνος", "dinos"},
                              {"Γκίκας", "gikas"}, {"Παύλος", "pavlos"}, {"Τζίμας", "dzimas"}, {"Υπατία", "ipatia"}, {"Αικατερίνη", "ekaterini"}};
  expect_all(kWords, WritingSystem::cyrillic);
}

TEST(OtherScripts, NorthernIndianVowelsThatNobodySpeaksAreLeftOut) {
  constexpr Heard kWords[] = {{"राम", "ram"}, {"मनमोहन", "manmohan"}, {"कमल", "kamal"}, {"सिंह", "singh"}, {"चंद्र", "chandra"}, {"अनन्त", "ananta"},
                              {"भट्ट", "bhat"}, {"ਸਿੰਘ", "singh"}, {"ਗੁਰਪ੍ਰੀਤ", "gurprit"}, {"সুমিত", "sumit"}, {"যাদব", "jadab"}, {"સુરેશ", "suresh"}, {"ज़फ़र", "zafar"}};
  expect_all(kWords, WritingSystem::latin);
}

TEST(OtherScripts, MalayalamConsonantsWithoutAVowelAreHeard) {
  constexpr Heard kWords[] = {{"നായർ", "nayar"}, {"നായര്", "nayar"}, {"അനിൽ", "anil"}};
  for (const Heard& row : kWords) EXPECT_EQ(heard(row.word), row.sounds) << row.word;
}

TEST(OtherScripts, ThaiVowelsStandWhereTheyAreSpoken) {
  constexpr Heard kWords[] = {{"สมชาย", "somchay"}, {"ชนะ", "chana"}, {"ประเสริฐ", "prasoet"}, {"วงศ์", "wong"}, {"จันทร์", "chan"}, {"สุวรรณ", "suwan"}, {"ใหญ่", "yay"},
                              {"กิตติพงษ์", "kitipong"}, {"สุรชัย", "surachay"}, {"เกตุ", "ket"}, {"วรวุฒิ", "warawut"}, {"วุฒิชัย", "wutichay"}, {"เพชรรัตน์", "petrat"}, {"เจริญ", "charoen"}, {"เกษม", "kasem"},
                              {"ธนากร", "tanakon"}, {"ปิยพร", "piyapon"}, {"ชวลิต", "chawalit"}, {"มนตรี", "montri"}, {"สมัคร", "samak"}, {"อรทัย", "oratay"}, {"อรอนงค์", "ononong"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, ThaiConsonantsOfSanskritLinkTwoSyllables) {
  constexpr Heard kWords[] = {{"วัชระ", "watchara"}, {"วิทยา", "witaya"}, {"กฤษณะ", "kritsana"}, {"รัชนี", "ratchani"}, {"จันทรา", "chantra"}, {"มิตรา", "mitra"}, {"สิทธิ", "siti"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, ThaiFalseVowelOfSanskritIsRiOrRue) {
  constexpr Heard kWords[] = {{"กฤต", "krit"}, {"ฤทธิ์", "rit"}, {"นฤมล", "naruemon"}, {"หฤทัย", "haruetay"}, {"สฤษดิ์", "sarit"}, {"ฤ", "rue"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, LaoAsItSounds) {
  constexpr Heard kWords[] = {{"ບຸນມີ", "bunmi"}, {"ຄຳພອນ", "kampon"}, {"ຫຼວງ", "luang"}, {"ດວງ", "duang"}, {"ໄຊ", "say"}, {"ສີສະຫວາດ", "sisavat"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, KhmerVowelsFollowTheSeriesOfTheirConsonant) {
  constexpr Heard kWords[] = {{"សុខ", "sok"}, {"ចាន់", "chan"}, {"ជា", "chea"}, {"ដារ៉ា", "dara"}, {"ប៊ុន", "bun"}, {"សំណាង", "samnang"}, {"ហេង", "heng"}, {"ជ័យ", "chey"}, {"ច័ន្ទ", "chan"}, {"សោភ័ណ", "saopoan"}, {"ញឹម", "nhim"}, {"សីហនុ", "seyhanu"}};
  expect_all(kWords, WritingSystem::southern);
}

/// As Latin letters read Phetsavong and Soksrey, whose syllables nobody tells.
TEST(OtherScripts, LettersOfTwoSyllablesAreOneSoundWhereTheyAreInEveryScript) {
  EXPECT_EQ(romanize(U"ເພັດສະວົງ").size(), romanize(U"petsavong").size());
  EXPECT_EQ(romanize(U"ລັດສະວົງ").in(WritingSystem::latin), romanize(U"latsavong"));
  EXPECT_EQ(romanize(U"សុខស្រី").in(WritingSystem::latin), romanize(U"soksrey"));
}

TEST(OtherScripts, KhmerConsonantsOfPaliPartBetweenSyllables) {
  constexpr Heard kWords[] = {{"សុវណ្ណ", "sovan"}, {"សុវណ្ណា", "sovana"}, {"កញ្ញា", "kanha"}, {"វុទ្ធី", "vuti"}, {"ចិន្តា", "chenta"}, {"សុខស្រី", "soxrey"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, BurmeseRhymesSoundAsTheirVowelAndLastLetterTogether) {
  constexpr Heard kWords[] = {{"အောင်", "awng"}, {"မင်း", "min"}, {"ကျော်", "kyaw"}, {"ထွန်း", "tun"}, {"ရွှေ", "shwe"}, {"နိုင်", "nayng"}, {"ဝင်း", "win"}, {"စန္ဒာ", "sanda"}, {"ဥက္ကာ", "oka"}, {"ဥမ္မာ", "onma"}, {"အိ", "ey"},
                              {"ဝန်", "wun"}, {"ဦး", "u"}, {"ထွံ", "tun"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, TibetanSilentLettersAreNotHeard) {
  constexpr Heard kWords[] = {{"བསྟན་འཛིན", "tenzin"}, {"རྡོ་རྗེ", "dorje"}, {"ཚེ་རིང", "tsering"}, {"པདྨ", "pema"}, {"ཀརྨ", "karma"}, {"བཀྲ་ཤིས", "trashi"}, {"ལྷ་མོ", "lhamo"},
                              {"བསོད་ནམས", "sonam"}, {"དབང", "wang"}, {"ཆོས་རྒྱལ", "chogyel"}, {"ཚེ་བརྟན", "tseten"}, {"ཟླ་བ", "dawa"}, {"ནོར་བུ", "norbu"}, {"ངག་དབང", "ngawang"},
                              {"དགེ་འདུན", "gendun"}, {"འོད་ཟེར", "ozer"}, {"ལའི", "la"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, TamilVoiceIsThatOfTheNeighbours) {
  constexpr Heard kWords[] = {{"முருகன்", "murugan"}, {"செந்தில்", "tsenthil"}, {"முருகேசன்", "murugesan"}, {"பச்சை", "pachay"}, {"ஞானம்", "gnanam"}, {"மீனாட்சி", "minakshi"}, {"கண்ணன்", "kanan"}, {"பெருமாள்", "perumal"}, {"குமார்", "kumar"}};
  expect_all(kWords, WritingSystem::southern);
}

TEST(OtherScripts, EthiopicSixthVowelIsSpokenWhereConsonantsCouldNotBe) {
  constexpr Heard kWords[] = {{"አበበ", "abebe"}, {"ተስፋዬ", "tesfaye"}, {"ትዕግስት", "tigist"}, {"መኮንን", "mekonin"}, {"ገብረ", "gebre"}, {"ግርማ", "girma"}, {"ወልደ", "wolde"}, {"መንግሥቱ", "mengistu"}, {"መስፍን", "mesfin"}, {"ወንድሙ", "wondimu"}, {"ፍቅርተ", "fikirte"}, {"እስክንድር", "eskindir"}, {"እንግዳ", "engida"},
                              {"ገብርኤል", "gebriel"}, {"ውብሸት", "wubshet"}, {"ህይወት", "hiwot"}};
  for (const Heard& row : kWords) EXPECT_EQ(heard(row.word), row.sounds) << row.word;
}

TEST(OtherScripts, OtherIndianLettersKeepTheVowelsThatAreSpoken) {
  constexpr Heard kWords[] = {{"අනුර", "anura"}, {"බණ්ඩාර", "bandara"}, {"ප්‍රසන්න", "prasana"}, {"പോൾ", "pol"}, {"ଅଶୋକ", "ashok"}, {"ಗೌಡ", "gawda"}, {"రావు", "ravu"},
                              {"އަލީ", "ali"}, {"އިބްރާހީމް", "ibrahim"}, {"ނަޝީދު", "nashid"}, {"މުޢިއްޒު", "muʿiz"}, {"ފާތިމަތު", "fathimath"}, {"ޑިޑީ", "didi"}};
  for (const Heard& row : kWords) EXPECT_EQ(heard(row.word), row.sounds) << row.word;
}

// Readers look ahead and back: whatever stands there, in whatever order, and wherever the word ends.
TEST(OtherScripts, LettersAndMarksInAnyOrderAreRead) {
  struct Block {
    char32_t first, last;
  };
  constexpr Block kBlocks[] = {{0x0780, 0x07BF}, {0x0B00, 0x0B7F}, {0x0B80, 0x0BFF}, {0x0C00, 0x0D7F}, {0x0D80, 0x0DFF}, {0x0E00, 0x0E7F}, {0x0E80, 0x0EFF},
                               {0x0F00, 0x0FFF}, {0x1000, 0x109F}, {0x1200, 0x135F}, {0x1780, 0x17FF}};
  std::mt19937 random(1);
  const auto below = [&](char32_t end) { return static_cast<char32_t>(random() % end); };
  for (const Block& block : kBlocks) {
    for (int i = 0; i < 3000; ++i) {
      std::u32string word;
      // Half of the words are built of six characters, so that unlikely ones meet.
      const char32_t narrow = block.first + below(block.last - block.first - 5);
      for (std::size_t size = i % 100 == 0 ? 1000 : below(12); word.size() < size;) {
        word += i % 2 == 0 ? block.first + below(block.last - block.first + 1) : narrow + below(6);
      }
      for (const Sound sound : romanize(word)) EXPECT_LT(sound, Sound::count);
    }
  }
}

TEST(OtherScripts, RulesAreNamed) {
  EXPECT_NE(reading_rules(U"김").find("Hangul"), std::string_view::npos);
  EXPECT_NE(reading_rules(U"שלום").find("Hebrew"), std::string_view::npos);
  EXPECT_NE(reading_rules(U"ไทย").find("Thai"), std::string_view::npos);
  EXPECT_NE(reading_rules(U"たなか").find("ICU"), std::string_view::npos);
  EXPECT_EQ(reading_rules(U"김ไทย"), reading_rules(U"たなか")) << "of two scripts";
  EXPECT_EQ(reading_rules(U"123"), "no letters");
}

}  // namespace
}  // namespace darvaza::romanize
