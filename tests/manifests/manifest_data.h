// The test messages under DARVAZA_DATA/manifests, against what the README beside them states.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {

inline std::string text_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ManifestData : public testing::Test {
 protected:
  void SetUp() override {
    const char* data = std::getenv("DARVAZA_DATA");
    if (data == nullptr) GTEST_SKIP() << "DARVAZA_DATA is not set";
    folder_ = std::string(data) + "/manifests/";
  }

  /// Reads `file`, "paxlst/Test1.txt", and finds the README's row about it.
  ReadText read_file(const std::string& file, std::size_t travellers) {
    auto result = read_text(text_of_file(folder_ + file));
    EXPECT_TRUE(result.complete());
    EXPECT_EQ(result.travellers.size(), travellers);
    const std::string readme = text_of_file(folder_ + "README.md");
    const auto begin = readme.find("`" + file + "`");
    EXPECT_NE(begin, std::string::npos);
    row_ = begin == std::string::npos ? "" : readme.substr(begin, readme.find('\n', begin) - begin);
    for (const Traveller& traveller : result.travellers) {
      for (const Problem& p : traveller.problems) ADD_FAILURE() << p.where << ": " << p.text;
    }
    return result;
  }

  void expect_stated(const std::string& fact) const {
    EXPECT_NE(row_.find(fact), std::string::npos) << fact << " in " << row_;
  }

  /// "SURNAME GIVEN M 1980-05-17", as the README writes it.
  void expect_person_stated(const Traveller& traveller) const {
    ASSERT_EQ(traveller.names.size(), 1u);
    const char* sex = traveller.sex == Sex::male ? "M" : traveller.sex == Sex::female ? "F" : "?";
    expect_stated(traveller.names[0].primary + ' ' + traveller.names[0].secondary + ' ' + sex +
                  ' ' + to_string(traveller.birth_date));
  }

  void expect_document_stated(const TravelDocument& document, bool expiry, bool issuer) const {
    expect_stated(document.number);
    EXPECT_TRUE(document.expires.full() || !expiry);
    if (expiry) expect_stated(to_string(document.expires));
    if (issuer) expect_stated(std::string(document.issuing_state.text()));
  }

  /// "XX0123 AAA→BBB", with or without leading zeros; later legs of one flight continue the arrow.
  void expect_legs_stated(const Traveller& traveller, std::size_t count) const {
    ASSERT_EQ(traveller.legs.size(), count);
    for (const FlightLeg& leg : traveller.legs) {
      expect_stated(leg.from + "→" + leg.to);
      std::string plain = leg.flight;
      while (plain[2] == '0' && row_.find(plain) == std::string::npos) plain.erase(2, 1);
      expect_stated(plain);
      EXPECT_EQ(leg.departs.size(), 16u);
      EXPECT_EQ(leg.arrives.size(), 16u);
    }
  }

  std::string folder_, row_;
};

}  // namespace darvaza::manifests
