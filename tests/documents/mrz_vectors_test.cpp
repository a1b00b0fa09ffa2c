// Every example of Doc 9303 in the collected vectors. They are not part of this repository: the
// tests read them beside DARVAZA_DATA and skip when it is not set.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "darvaza/mrz.h"
#include "documents/personal_number.h"

namespace darvaza::documents {
namespace {

using Row = std::vector<std::string>;

Row split(const std::string& line, char separator) {
  Row fields;
  std::string field;
  for (std::istringstream in(line); std::getline(in, field, separator);) fields.push_back(field);
  return fields;
}

std::vector<std::string> words(const std::string& text) { return split(text, ' '); }

// The rows of a file of standards/ without its header; none when DARVAZA_DATA is not set.
std::vector<Row> rows_of(const std::string& file) {
  const char* const data = std::getenv("DARVAZA_DATA");
  if (data == nullptr) return {};
  std::ifstream in(std::filesystem::path(data) / ".." / "standards" / file);
  std::vector<Row> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) rows.push_back(split(line, '\t'));
  return rows;
}

#define SKIP_WITHOUT_DATA() \
  if (std::getenv("DARVAZA_DATA") == nullptr) GTEST_SKIP() << "DARVAZA_DATA is not set"

std::string filled(std::string line, std::size_t width) {
  line.resize(width, '<');
  return line;
}

// Some examples of the norm show only the lines that they are about: any will do for the others.
std::string completed(const std::string& format, const Row& lines) {
  std::string zone;
  const bool td1 = format.substr(0, 3) == "TD1";
  const std::size_t width = td1 ? 30 : std::max(lines[0].size(), lines.back().size());
  const std::string first = format == "TD3" ? "P<UTOERIKSSON<<ANNA" : "I<UTOERIKSSON<<ANNA";
  zone += lines[0].empty() ? filled(first, width) : lines[0];
  zone += "\n" + lines[1];
  if (td1) zone += "\n" + (lines.size() > 2 ? lines[2] : filled("ERIKSSON<<ANNA", width));
  return zone;
}

TEST(MrzVectors, EveryCompleteZoneOfTheNormChecks) {
  SKIP_WITHOUT_DATA();
  const std::vector<Row> rows = rows_of("mrz_full_vectors.tsv");
  ASSERT_EQ(rows.size(), 10U);
  for (const Row& row : rows) {
    const std::string lines = completed(row.at(0), split(row.at(1), '|'));
    const Result<Mrz> zone = parse_mrz(lines);
    ASSERT_TRUE(zone) << lines;
    EXPECT_TRUE(zone->checks_hold()) << lines;
    EXPECT_TRUE(zone->problems.empty()) << lines;
    EXPECT_EQ(to_string(zone->format), row[0].substr(0, row[0].find("-LONG"))) << lines;
  }
}

std::string zone_around(const Row& row) {
  const std::string& format = row.at(0);
  const std::string& line = row.at(3);
  if (format == "TD1")
    return "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\n" + line;
  if (format == "TD3") return line + "\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
  if (format == "TD2") return line + "\nD231458907UTO7408122F1204159<<<<<<<6";
  if (format == "MRV-A") return line + "\nL898902C<3UTO6908061F9406236ZE184226B<<<<<<<";
  return line + "\nL898902C<3UTO6908061F9406236ZE184226";
}

// The rules of Doc 9303-3 §4.6 applied by hand: apostrophes go, hyphens and commas separate.
std::string as_in_a_zone(std::string viz) {
  std::string name;
  for (const char c : viz) {
    if (c == '-') name += ' ';
    if (c != '-' && c != '\'') name += c;
  }
  return name;
}

struct Names {
  std::vector<std::string> primary;
  std::vector<std::string> secondary;
};

Names expected_names(const std::string& viz) {
  const std::string name = as_in_a_zone(viz);
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos) return {words(name), {}};
  return {words(name.substr(0, comma)), words(name.substr(comma + 2))};
}

// Doc 9303-4 §4.2.3: components are cut to prefixes, the last ones may be missing.
bool is_truncation(const std::vector<std::string>& cut, const std::vector<std::string>& whole) {
  if (cut.empty() || cut.size() > whole.size()) return false;
  return std::equal(cut.begin(), cut.end(), whole.begin(), [](const auto& part, const auto& full) {
    return full.substr(0, part.size()) == part;
  });
}

TEST(MrzVectors, EveryNameOfTheNormIsRead) {
  SKIP_WITHOUT_DATA();
  std::size_t defective = 0;
  std::size_t truncated = 0;
  const std::vector<Row> rows = rows_of("mrz_name_vectors.tsv");
  ASSERT_EQ(rows.size(), 61U);
  for (const Row& row : rows) {
    const Result<Mrz> zone = parse_mrz(zone_around(row));
    ASSERT_TRUE(zone) << row[3];
    EXPECT_EQ(to_string(zone->format), row[0]);
    // Two lines of Doc 9303-7 §4.2.3 are wrong: Eriksson's is printed with 45 characters instead of
    // 44, O'Connor's with the 36 of an MRV-B. Only fillers are too many and missing, so that both
    // are read, and reported.
    const bool is_defective = row.at(5) != "ok";
    defective += is_defective ? 1 : 0;
    EXPECT_EQ(zone->problems.size(), is_defective ? 1U : 0U) << row[3];
    const Names expected = expected_names(row.at(2));
    EXPECT_TRUE(is_truncation(words(zone->name.primary), expected.primary)) << row[3];
    if (zone->name.may_be_truncated) {
      EXPECT_TRUE(is_truncation(words(zone->name.secondary), expected.secondary)) << row[3];
      ++truncated;
    } else {
      EXPECT_EQ(words(zone->name.primary), expected.primary) << row[3];
      EXPECT_EQ(words(zone->name.secondary), expected.secondary) << row[3];
    }
  }
  EXPECT_EQ(defective, 2U);
  EXPECT_EQ(truncated, 32U);
}

StateCode state_of(const std::string& type) { return StateCode(type.substr(0, 3)); }

// Every row but those whose number the norm gives no check digit for says "valid" or "invalid".
TEST(PersonalNumberVectors, EveryNumberIsReadAsTheRowSays) {
  SKIP_WITHOUT_DATA();
  const std::vector<Row> rows = rows_of("id_test_vectors.tsv");
  ASSERT_EQ(rows.size(), 25U);
  for (const Row& row : rows) {
    const auto read = read_personal_number(state_of(row.at(0)), row.at(1));
    ASSERT_TRUE(read) << row[0];
    const std::string& expected = row.at(2);
    if (expected.substr(0, 5) == "valid") {
      EXPECT_EQ(read->check, PersonalNumberCheck::holds) << row[0];
    } else if (expected == "invalid") {
      EXPECT_EQ(read->check, PersonalNumberCheck::fails) << row[0];
    } else {
      EXPECT_EQ(expected.substr(0, 12), "structure ok");
      EXPECT_EQ(read->check, PersonalNumberCheck::has_none) << row[0];
    }
    if (expected.find("gender F") != std::string::npos) {
      EXPECT_EQ(read->sex, Sex::female);
    }
  }
}

}  // namespace
}  // namespace darvaza::documents
