// From end to end: the sample lists and manifests give what data-samples/README.md says.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

/// What must be said of one traveller. `decisions` holds more than one word where both are right.
struct Expected {
  const char* manifest;
  const char* traveller;
  std::set<std::string> decisions;
  std::set<std::string> candidates;  ///< "list id", each of which must be in the answer
  std::set<std::string> documents;   ///< "number status match", all of the answer
};

const std::set<std::string> kClear = {"clear"};
const std::set<std::string> kAlert = {"review", "hit"};
const std::set<std::string> kHit = {"hit"};

/// The reserved test traveller stands in every list of persons.
const std::set<std::string> kTestEntries = {"un-sc QDi.999",
                                            "ofac-sdn 90999",
                                            "ofac-cons 91999",
                                            "regional-watch rw-999",
                                            "police-cooperation ps-999",
                                            "national nw-999"};

// The table of data-samples/README.md.
const Expected kExpected[] = {
    {"ferry.csv", "f1", kHit, {"un-sc QDi.901"}, {}},
    {"ferry.csv", "f2", kAlert, {"ofac-sdn 90001"}, {}},
    {"ferry.csv", "f3", kAlert, {"ofac-cons 91002"}, {}},
    {"ferry.csv", "f4", kAlert, {"ofac-sdn 90003"}, {}},
    {"ferry.csv", "f5", kClear, {}, {}},
    {"ferry.csv", "f6", kAlert, {}, {"N90155024 revoked exact"}},
    {"ferry.csv", "f7", kAlert, {}, {"S0190BO56 stolen confusable"}},
    {"ferry.csv", "f8", {"incomplete"}, {}, {"T90512806 lost exact"}},
    {"ferry.csv", "f9", kHit, kTestEntries, {"UTO000000 invalid exact"}},
    {"bus.jsonl", "b1", kAlert, {"un-sc TAi.903"}, {}},
    {"bus.jsonl", "b2", kAlert, {"regional-watch rw-002"}, {}},
    {"bus.jsonl", "b3", kAlert, {"national nw-1"}, {}},
    {"bus.jsonl", "b4", kHit, {"regional-watch rw-001"}, {}},
    {"bus.jsonl", "b5", kClear, {}, {}},
    {"bus.jsonl", "b6", kClear, {}, {}},
    {"bus.jsonl", "b7", kAlert, {"police-cooperation ps-002"}, {}},
    {"bus.jsonl", "b8", {"incomplete"}, {}, {}},
    {"bus.jsonl", "b9", kAlert, kTestEntries, {}},
    {"flight-dz101.edi", "1", kAlert, {"un-sc TAi.902"}, {}},
    {"flight-dz101.edi", "2", kHit, {"ofac-cons 91001"}, {}},
    {"flight-dz101.edi",
     "3",
     kAlert,
     {"un-sc QDi.905"},
     {"C90000100 to C90000149 stolen blank range"}},
    {"flight-dz101.edi", "4", kAlert, {"un-sc QDi.907"}, {"AB9017733 stolen exact"}},
    {"flight-dz101.edi", "5", kClear, {}, {}},
    {"flight-dz101.edi", "6", kClear, {}, {}},
    {"flight-dz101.edi", "7", kAlert, kTestEntries, {"UTO000000 invalid exact"}},
    {"flight-dz202.edi", "1", kAlert, {"ofac-sdn 90002"}, {}},
    {"flight-dz202.edi", "2", kHit, {"police-cooperation ps-001"}, {}},
    {"flight-dz202.edi", "3", kAlert, {"police-cooperation ps-003"}, {}},
    {"flight-dz202.edi", "4", kClear, {}, {}},
    {"flight-dz202.edi", "5", kClear, {}, {}},
    {"booth.mrz", "1", kHit, {"un-sc QDi.906"}, {}},
    {"booth.mrz", "2", kHit, {"regional-watch rw-003"}, {}},
    {"booth.mrz", "3", kAlert, {"national nw-2"}, {}},
    {"booth.mrz", "4", kClear, {}, {}},
    {"flight-dz303.pnrgov", "1", kClear, {}, {}},
    {"flight-dz303.pnrgov", "2", kClear, {}, {}},
    {"flight-dz303.pnrgov", "3", kHit, {"police-cooperation ps-001"}, {}},
    {"flight-dz303.pnrgov", "4", kClear, {}, {}},
    {"flight-dz303.pnrgov", "5", kHit, {"ofac-cons 91001"}, {}},
    {"flight-dz404-us.edi", "1", kClear, {}, {}},
    {"flight-dz404-us.edi", "2", kAlert, kTestEntries, {"UTO000000 invalid exact"}},
    {"booth.mrz", "5", kAlert, kTestEntries, {"UTO000000 invalid exact"}},
};

std::string text(const boost::json::value& value) { return value.as_string().c_str(); }

using Answers = std::map<std::string, boost::json::object>;

/// All sample manifests screened against all sample lists: "manifest traveller" and the answer.
Answers screen_samples() {
  const TemporaryDirectory directory;
  const std::string index = sample_index(directory);
  Answers answers;
  for (const std::string& manifest : samples("manifests")) {
    const Outcome run = run_darvaza({"screen", "--index", index, manifest});
    EXPECT_EQ(run.status, 0) << manifest << ": " << run.err;
    const std::string file = std::filesystem::path(manifest).filename();
    for (const auto& answer : json_lines(run.out))
      answers[file + " " + text(answer.at("id"))] = answer;
  }
  return answers;
}

std::string key_of(const Expected& expected) {
  return std::string(expected.manifest) + " " + expected.traveller;
}

TEST(Samples, EveryTravellerOfTheTableIsAnsweredAndNobodyElse) {
  Answers answers = screen_samples();
  EXPECT_EQ(answers.size(), std::size(kExpected));
  for (const Expected& expected : kExpected) {
    EXPECT_TRUE(answers.contains(key_of(expected)))
        << expected.manifest << " " << expected.traveller;
  }
}

TEST(Samples, DecisionsAreThoseOfTheTable) {
  Answers answers = screen_samples();
  for (const Expected& expected : kExpected) {
    const std::string who = key_of(expected);
    EXPECT_TRUE(expected.decisions.contains(text(answers[who]["decision"])))
        << who << " is " << boost::json::serialize(answers[who]);
  }
}

TEST(Samples, TheListedPersonIsAmongTheCandidates) {
  Answers answers = screen_samples();
  for (const Expected& expected : kExpected) {
    const std::string who = key_of(expected);
    std::set<std::string> found;
    for (const auto& candidate : answers[who]["candidates"].as_array()) {
      found.insert(text(candidate.at("list")) + " " + text(candidate.at("id")));
    }
    EXPECT_TRUE(std::includes(found.begin(), found.end(), expected.candidates.begin(),
                              expected.candidates.end()))
        << who << " is " << boost::json::serialize(answers[who]);
    EXPECT_EQ(found.empty(), expected.candidates.empty()) << who;
  }
}

TEST(Samples, LostAndStolenDocumentsAreFoundAndNoOthers) {
  Answers answers = screen_samples();
  for (const Expected& expected : kExpected) {
    const std::string who = key_of(expected);
    std::set<std::string> found;
    for (const auto& hit : answers[who]["documents"].as_array()) {
      found.insert(text(hit.at("number")) + " " + text(hit.at("status")) + " " +
                   text(hit.at("match")));
    }
    EXPECT_EQ(found, expected.documents) << who;
  }
}

TEST(Samples, AFlightDayIsADirectoryWithASummary) {
  const TemporaryDirectory directory;
  const std::string index = sample_index(directory);
  const std::string summary = directory.path() / "flights.csv";
  const Outcome run =
      run_darvaza({"screen", "--index", index, "--summary", summary, sample("flight-day")});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(json_lines(run.out).size(), 3U);
  const auto rows = lines_of(read_file(summary));
  ASSERT_EQ(rows.size(), 3U);
  // Two parts of one flight are one row: RUEZGARTEPE is a hit, YILDIRIM clear.
  EXPECT_EQ(
      rows[1].rfind("\"DZ0505\",\"2026-01-19\",\"UTA\",\"UTB\",\"2\",\"1\",\"0\",\"0\",\"1\"", 0),
      0U)
      << rows[1];
  EXPECT_EQ(
      rows[2].rfind("\"DZ0606\",\"2026-01-19\",\"UTB\",\"UTA\",\"1\",\"0\",\"0\",\"0\",\"1\"", 0),
      0U)
      << rows[2];
}

}  // namespace
}  // namespace darvaza::test
