#include "romanize/orthography.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "romanize/orthography_samples.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::romanize {
namespace {

std::string written(std::string_view id, std::u32string_view word) {
  const Orthography* system = find_orthography(id);
  return system == nullptr ? "no such system" : text::encode_utf8(romanise(*system, word));
}

TEST(Orthography, WritesMadeUpNamesAsTheNormSays) {
  std::set<std::string_view> tested;
  for (const auto& sample : test::orthography_samples()) {
    EXPECT_EQ(written(sample.orthography, sample.native), text::encode_utf8(sample.latin)) << sample.orthography;
    tested.insert(sample.orthography);
  }
  for (const Orthography& system : orthographies()) EXPECT_TRUE(tested.contains(system.id)) << system.id;
}

TEST(Orthography, CoversTheNamesOfItsOwnSamples) {
  for (const auto& sample : test::orthography_samples()) {
    const Orthography* system = find_orthography(sample.orthography);
    ASSERT_NE(system, nullptr) << sample.orthography;
    EXPECT_TRUE(covers(*system, sample.native)) << system->id << ' ' << text::encode_utf8(sample.native);
  }
}

TEST(Orthography, IdsAreUniqueAndEveryoneNamesItsSource) {
  std::set<std::string_view> ids;
  for (const Orthography& system : orthographies()) {
    EXPECT_TRUE(ids.insert(system.id).second) << system.id;
    EXPECT_FALSE(system.source.empty()) << system.id;
    EXPECT_EQ(find_orthography(system.id), &system);
  }
  EXPECT_EQ(find_orthography("xx-none"), nullptr);
}

TEST(Orthography, RulesAreWrittenAsNormalisedTextIs) {
  for (const Orthography& system : orthographies()) {
    for (const auto& table : system.tables) {
      for (const SpellingRule& rule : table) {
        // A shadda stands beside its letter in rules, behind the vowel sign in normalised text.
        if (rule.letters.find(U'\u0651') != std::u32string_view::npos) continue;
        const std::string letters = text::encode_utf8(rule.letters);
        EXPECT_EQ(text::encode_utf8(text::normalise(letters).text), letters) << system.id;
        EXPECT_FALSE(rule.letters.empty()) << system.id;
      }
    }
  }
}

TEST(Orthography, KeepsWhatItHasNoRuleForAndSaysSo) {
  EXPECT_EQ(written("ru-icao-2014", U"қан-ок"), "қan-ok");
  EXPECT_FALSE(covers(*find_orthography("ru-icao-2014"), U"қан"));
  EXPECT_TRUE(covers(*find_orthography("ru-icao-2014"), U"кан-ок"));
  EXPECT_FALSE(covers(*find_orthography("kk-odni-2015"), U"ҹан")) << "a letter of Azerbaijani";
  EXPECT_EQ(written("ru-icao-2014", U""), "");
}

TEST(Orthography, DoubledDigraphsFollowTheSystem) {
  EXPECT_EQ(written("kk-odni-2015", U"аққашша"), "aqqasha");
  EXPECT_EQ(written("kk-bgn-1979", U"аққашша"), "aqqashsha");
  EXPECT_EQ(written("arab-icao-9303", U"شّ"), "xshxsh");
  EXPECT_EQ(written("fa-odni-2015", U"خّ"), "kh");
}

TEST(ArabicFromIcao, TakesTheLettersBack) {
  // Doc 9303-3 Appendix B; the names are made up.
  EXPECT_EQ(arabic_from_icao("MXHFWXZZYN"), U"محفوظين");
  EXPECT_EQ(arabic_from_icao("EBD<ALQRDAXKHXAH"), U"عبد القرداخة");
  EXPECT_EQ(arabic_from_icao("xaaxshXKKXYA"), U"آشکی");
  EXPECT_EQ(arabic_from_icao("XTA"), U"ة");
  EXPECT_EQ(arabic_from_icao("Y"), U"ي");
  EXPECT_EQ(arabic_from_icao("XSHXSH"), U"شش");
  EXPECT_EQ(arabic_from_icao(""), U"");
}

TEST(ArabicFromIcao, RefusesWhatNoArabicLetterIsWrittenWith) {
  for (const char* latin : {"ALEXANDROV", "CELIK", "X", "XS", "MXQ", "AB3", "A\xD8\xB4"}) {
    EXPECT_EQ(arabic_from_icao(latin), std::nullopt) << latin;
  }
}

TEST(ArabicFromIcao, ReadsEveryCodeOfTheForwardTable) {
  const Orthography& icao = *find_orthography("arab-icao-9303");
  for (const SpellingRule& rule : icao.tables[0]) {
    if (rule.latin.empty()) continue;
    const auto back = arabic_from_icao(text::encode_utf8(rule.latin));
    ASSERT_TRUE(back.has_value()) << text::encode_utf8(rule.latin);
    EXPECT_EQ(romanise(icao, *back + U"ا"), romanise(icao, std::u32string(rule.letters) + U"ا"));
  }
}

}  // namespace
}  // namespace darvaza::romanize
