// Which words the particles of a name can be part of.
#include "index/joined_readings.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "names/person_name.h"

namespace darvaza::index {
namespace {

/// The readings of a name as texts: words in brackets are joined.
std::vector<std::string> readings(std::string_view text) {
  const names::PersonName name = names::parse_name(text);
  std::vector<ReadToken> tokens;
  for (const names::Token& token : name.tokens) tokens.push_back({&token.sounds, token.role});
  std::vector<std::string> out;
  const JoinedReadings joined(tokens);
  for (const Reading& reading : joined.readings()) {
    std::string line;
    for (const WordRun run : reading.words()) {
      if (!line.empty()) line += ' ';
      if (run.count > 1) line += '[';
      for (std::size_t i = run.begin; i < std::size_t{run.begin} + run.count; ++i) line += name.tokens[i].text;
      if (run.count > 1) line += ']';
    }
    out.push_back(line);
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(JoinedReadings, NamesWithoutParticlesHaveNone) {
  EXPECT_EQ(readings("Nader Behruz Rostami"), Texts{});
  EXPECT_EQ(readings("Dr Nader R. Rostami"), Texts{});
  EXPECT_EQ(readings(""), Texts{});
}

TEST(JoinedReadings, TheArticleBelongsToWhatFollowsIt) {
  EXPECT_EQ(readings("Behruz al Bakr"), Texts{"behruz [albakr]"});
  EXPECT_EQ(readings("al Bakr"), Texts{"[albakr]"});
  EXPECT_EQ(readings("Behruz bin al Bakr"), Texts{"behruz [binalbakr]"});
}

TEST(JoinedReadings, AShortWordBeforeItIsBoundToo) {
  EXPECT_EQ(readings("Abu al Fazl Temir"), (Texts{"[abualfazl] temir", "abu [alfazl] temir"}));
  EXPECT_EQ(readings("Abdalkarim"), (Texts{"[abdalkarim]", "abd [alkarim]"})) << "written as one word, read as three";
}

TEST(JoinedReadings, TheArticleInTheNominativeAlsoLeansBack) {
  EXPECT_EQ(readings("Habib ur Rahman"), (Texts{"habib [urrahman]", "[habibur] rahman"}));
  EXPECT_EQ(readings("Zia ur Rahman"), (Texts{"[ziaurrahman]", "zia [urrahman]", "[ziaur] rahman"}));
}

TEST(JoinedReadings, GodAndTheReligionAreOneWordWithTheHalfBeforeThem) {
  EXPECT_EQ(readings("Rahmat Ullah Safi"), Texts{"[rahmatullah] safi"});
  EXPECT_EQ(readings("Salah Eddine"), Texts{"[salaheddine]"});
  EXPECT_EQ(readings("Burhan al Din Rabbani"), (Texts{"[burhanaldin] rabbani", "burhan [aldin] rabbani"}));
  EXPECT_EQ(readings("Din Muhammad"), Texts{}) << "nothing stands before it";
}

TEST(JoinedReadings, SonAndDaughterFollowTheName) {
  EXPECT_EQ(readings("Temir Hasan oglu"), Texts{"temir [hasanoglu]"});
  EXPECT_EQ(readings("Hasan oglu Temir"), (Texts{"hasan [oglutemir]", "[hasanoglu] temir"}));
}

TEST(JoinedReadings, ParticlesJoinTitlesAsWell) { EXPECT_EQ(readings("Nader al Sayyid Temir"), Texts{"nader [alsayyid] temir"}); }

TEST(JoinedReadings, WritingSystemsAreNotJoined) { EXPECT_EQ(readings("Behruz al Бакр"), Texts{}); }

TEST(JoinedReadings, NothingButParticlesJoinsNothing) { EXPECT_EQ(readings("al"), Texts{}) << "a name of one word, whatever it is elsewhere"; }

TEST(JoinedReadings, SoundsFollowEachOther) {
  const names::PersonName name = names::parse_name("Behruz al Bakr");
  const std::vector<ReadToken> parts = {{&name.tokens[1].sounds, name.tokens[1].role}, {&name.tokens[2].sounds, name.tokens[2].role}};
  EXPECT_EQ(joined_sounds(parts), names::parse_name("albakr").tokens[0].sounds);
}

}  // namespace
}  // namespace darvaza::index
