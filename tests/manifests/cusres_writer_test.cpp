#include <sstream>

#include <gtest/gtest.h>

#include "darvaza/cusres.h"
#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

/// An interactive query about `travellers`, segments that each end with `'`.
std::string query(const std::string& travellers) {
  return "UNB+SIRE:4+GATEAIR:ZZ+BORDER:ZZ+260115:0900+Q10001++IAPI+O'"
         "UNG+PAXLST+GATEAIR:ZZ+BORDER:ZZ+260115:0900+1+UN+D:05B'"
         "UNH+Q1+PAXLST:D:05B:UN:IATA+Q1ACCESS+01:F'BGM+745'RFF+TN:260115000001'NAD+MS+++DESK'"
         "TDT+20+DZ101+++DZ'LOC+125+UTA'DTM+189:2601151540:201'LOC+87+UTB'DTM+232:2601151740:201'" +
         travellers + "UNT+10+Q1'UNE+1+1'UNZ+1+Q10001'";
}

std::string traveller(const std::string& reference) {
  return "NAD+FL+++TESTOVA:MARINA'RFF+AVF:GATE01'RFF+ABO:" + reference + "'";
}

/// The answer when the travellers are decided on in turn by `decisions`.
std::string answer_to(const std::string& text, const std::vector<Decision>& decisions) {
  std::string answer;
  CusresOptions options;
  options.prepared = "260115:0901";
  CusresWriter writer(options, [&](std::string_view piece) { answer += piece; });
  std::size_t next = 0;
  ManifestOptions manifest;
  manifest.message_begins = [&](const PassengerMessage& m) { writer.begin(m); };
  manifest.message_ends = [&](bool whole) { writer.end(whole); };
  std::istringstream in(text);
  const auto summary = read_travellers(in, "test", manifest, [&](Traveller&& t) {
    writer.add(t.locator, t.reference, decisions[next++ % decisions.size()]);
  });
  EXPECT_TRUE(summary);
  return answer;
}

std::size_t occurrences(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

TEST(Cusres, AnswersAQueryWithItsOwnReferences) {
  EXPECT_EQ(answer_to(query(traveller("T1")), {Decision::clear}),
            "UNB+SIRE:4+BORDER:ZZ+GATEAIR:ZZ+260115:0901+Q10001++IAPI'\n"
            "UNG+CUSRES+BORDER:ZZ+GATEAIR:ZZ+260115:0901+1+UN+D:05B'\n"
            "UNH+Q1+CUSRES:D:05B:UN:IATA+Q1ACCESS'\n"
            "BGM+962'\n"
            "RFF+TN:260115000001'\n"
            "RFF+AF:DZ101'\n"
            "DTM+189:2601151540:201'\n"
            "DTM+232:2601151740:201'\n"
            "LOC+125+UTA'\n"
            "LOC+87+UTB'\n"
            "ERP+2'\n"
            "RFF+AVF:GATE01'\n"
            "RFF+ABO:T1'\n"
            "ERC+0Z'\n"
            "FTX+AAP+++OK TO BOARD'\n"
            "UNT+14+Q1'\n"
            "UNE+1+1'\n"
            "UNZ+1+Q10001'\n");
}

TEST(Cusres, OnlyClearIsClearedToBoard) {
  const std::string answer =
      answer_to(query(traveller("T1") + traveller("T2") + traveller("T3") + traveller("T4")),
                {Decision::review, Decision::hit, Decision::incomplete, Decision::clear});
  EXPECT_EQ(occurrences(answer, "ERC+0Z'"), 1u);
  EXPECT_EQ(occurrences(answer, "ERC+1Z'"), 3u);
  EXPECT_GT(answer.find("ERC+0Z'"), answer.find("RFF+ABO:T4"));
  EXPECT_EQ(occurrences(answer, "DATA INCOMPLETE"), 1u);
}

TEST(Cusres, AMessageThatBreaksOffClearsNeitherTheLastNorItself) {
  const std::string whole = query(traveller("T1") + traveller("T2"));
  const std::string answer = answer_to(whole.substr(0, whole.find("UNT")), {Decision::clear});
  EXPECT_EQ(occurrences(answer, "ERC+0Z'"), 1u);
  EXPECT_LT(answer.find("ERC+0Z'"), answer.find("RFF+ABO:T2"));
  EXPECT_NE(answer.find("ERP+1'\nERC+1Z'"), std::string::npos);
}

TEST(Cusres, AMessageWithoutTravellersIsNotCleared) {
  const std::string answer = answer_to(query(""), {Decision::clear});
  EXPECT_EQ(occurrences(answer, "ERC+0Z'"), 0u);
  EXPECT_EQ(occurrences(answer, "ERP+1'"), 1u);
}

TEST(Cusres, MoreTravellersThanGroupsAreAnsweredInSeveralMessages) {
  std::string travellers;
  for (int i = 0; i < 250; ++i) travellers += traveller("T" + std::to_string(i));
  const std::string answer = answer_to(query(travellers), {Decision::clear});
  EXPECT_EQ(occurrences(answer, "ERC+0Z'"), 250u);
  EXPECT_EQ(occurrences(answer, "UNH+"), 3u);
  EXPECT_NE(answer.find("UNH+Q1+CUSRES:D:05B:UN:IATA+Q1ACCESS+01:C'"), std::string::npos);
  EXPECT_NE(answer.find("UNH+Q10002+CUSRES:D:05B:UN:IATA+Q1ACCESS+02'"), std::string::npos);
  EXPECT_NE(answer.find("UNH+Q10003+CUSRES:D:05B:UN:IATA+Q1ACCESS+03:F'"), std::string::npos);
  EXPECT_NE(answer.find("UNE+3+1'"), std::string::npos);
}

TEST(Cusres, ServiceCharactersInReferencesAreReleased) {
  EXPECT_NE(answer_to(query(traveller("A?+1?'")), {Decision::clear}).find("RFF+ABO:A?+1?''\n"),
            std::string::npos);
}

TEST(Cusres, EachLegIsRepeatedWithItsCodes) {
  const std::string answer = answer_to(
      "UNB+UNOA:4+A+B+260115:0900+R'UNH+1+PAXLST:D:05B:UN'TDT+20+DZ101'LOC+92+UTA'"
      "DTM+189:2601151540:201'LOC+92+UTC'DTM+232:2601151640:201'TDT+20+DZ101'LOC+125+UTC'"
      "LOC+87+UTB'NAD+FL+++TESTOVA:MARINA'UNT+9+1'UNZ+1+R'",
      {Decision::clear});
  EXPECT_NE(answer.find("RFF+AF:DZ101'\nDTM+189:2601151540:201'\nDTM+232:2601151640:201'\n"
                        "LOC+92+UTA'\nLOC+92+UTC'\nRFF+AF:DZ101'\nLOC+125+UTC'\nLOC+87+UTB'\nERP"),
            std::string::npos);
  EXPECT_EQ(answer.find("UNG"), std::string::npos);
  EXPECT_NE(answer.find("UNZ+1+R'"), std::string::npos);
}

}  // namespace
}  // namespace darvaza::manifests
