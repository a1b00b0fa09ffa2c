#include "names/forefathers.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "names/person_name.h"

namespace darvaza::names {
namespace {

/// The names of forefathers, with blanks between.
std::string forefathers_of(std::string_view text) {
  const PersonName name = parse_name(text);
  Forefathers forefathers;
  std::string found;
  for (const Token& token : name.tokens) {
    if (!forefathers.next(token.role, [&]() -> const romanize::Sounds& { return token.sounds; })) continue;
    if (!found.empty()) found += ' ';
    found += token.text;
  }
  return found;
}

TEST(Forefathers, StandBehindWordsForSonAndDaughter) {
  EXPECT_EQ(forefathers_of("Nadir bin Zarbof ben Temir Sutkeldi"), "zarbof temir");
  EXPECT_EQ(forefathers_of("Nadira bint Zarbof"), "zarbof");
  EXPECT_EQ(forefathers_of("Nadir Ould Zarbof"), "zarbof");
  EXPECT_EQ(forefathers_of("Надир ибн Зарбоф"), "зарбоф");
  EXPECT_EQ(forefathers_of("نادر بن زربوف"), "زربوف");
  EXPECT_EQ(forefathers_of("Nadir bin Haji Zarbof"), "zarbof");
}

TEST(Forefathers, AbdIsNamedWithWhatStandsBehindItsArticle) {
  EXPECT_EQ(forefathers_of("Nadir bin Abd al-Karim Zarbof"), "abd karim");
  EXPECT_EQ(forefathers_of("Nadir bin Temir al-Zarbofi"), "temir");
}

TEST(Forefathers, OtherParticlesNameNone) {
  for (const auto* name : {"Nadir al-Zarbofi", "Nadir de Zarbof", "Nadir Zarbof oglu", "Nadir Zarbof", "Ben Zarbof Temir"}) EXPECT_EQ(forefathers_of(name), "") << name;
}

}  // namespace
}  // namespace darvaza::names
