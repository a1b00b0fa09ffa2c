#include "screening/screening_test_support.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include <gtest/gtest.h>
#include <unistd.h>

#include "index/index_builder.h"
#include "names/person_name.h"

namespace darvaza::screening {
namespace {

constexpr std::string_view kPersons =
    "id,name,birth_date,sex,nationality,document_number,issuing_state,aliases,weak_aliases,"
    "category,handling\n"
    "z-1,Nadir Zarbofanov,1971-03-02,M,TJK,AB7001122,TJK,Нодир Зарбофонов,Keleg,smuggling,call the "
    "duty officer\n"
    "z-2,Behruz Zarbofanov,1975-05-09,M,TJK,,,,,smuggling,\n"
    "z-3,گلبهار شبنم‌پور,1988-10-21,F,IRN,K90412877,IRN,,,,\n"
    "z-4,Temirlan Qoshqarbekuly,,M,KAZ,N5550O12,KAZ,,,,\n"
    "z-5,Oraz Sutkeldiyew,1964,M,TKM,SU445566,SUN,,,,\n";

constexpr std::string_view kLostDocuments =
    "document_number,range_end,document_type,issuing_state,status,reported,reporting_state\n"
    "PK7700133,,P,PAK,stolen,2025-05-01,IRN\n"
    "XR300100,XR300199,P,TJK,stolen blank,2024-12-02,TJK\n"
    "QW123456,,P,,lost,2023-01-01,\n"
    "SU880011,,P,SUN,revoked,,\n";

}  // namespace

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

Screener open_lists(const std::vector<ListFile>& files) {
  const TestDirectory directory;
  std::vector<std::filesystem::path> sources;
  for (const ListFile& file : files) sources.push_back(directory.write(file.name, file.content));
  const auto report = build_index(sources, directory / "index");
  EXPECT_TRUE(report.has_value()) << to_string(report.error());
  auto screener = Screener::open(directory / "index");
  EXPECT_TRUE(screener.has_value()) << to_string(screener.error());
  if (!screener) std::abort();
  return std::move(*screener);
}

Screener open_small_lists() {
  return open_lists(
      {{"zala.csv", std::string(kPersons)}, {"sltd.csv", std::string(kLostDocuments)}});
}

index::Index open_names(std::initializer_list<const char*> names) {
  const TestDirectory directory;
  index::IndexBuilder builder;
  for (const char* name : names) {
    WatchlistEntry entry;
    entry.names = {{name, NameGrade::primary}};
    builder.add(entry);
  }
  EXPECT_TRUE(builder.write(directory / "index").has_value());
  return std::move(index::Index::open(directory / "index").value());
}

bool holds(const index::Index& index, std::span<const index::SimilarToken> similar, std::string_view word) {
  const romanize::Sounds wanted = names::parse_name(word).tokens.at(0).sounds;
  return std::any_of(similar.begin(), similar.end(), [&](const auto& token) { return index.token(token.key) == wanted; });
}

Traveller named(std::string_view name) {
  Traveller traveller;
  traveller.id = "t1";
  traveller.names.push_back({std::string(name), {}, false});
  return traveller;
}

Traveller described(std::string_view name, std::string_view birth_date,
                    std::string_view nationality, Sex sex) {
  Traveller traveller = named(name);
  if (!birth_date.empty()) traveller.birth_date = parse_iso_date(birth_date).value();
  if (!nationality.empty()) traveller.nationalities.emplace_back(nationality);
  traveller.sex = sex;
  return traveller;
}

Traveller with_document(Traveller traveller, std::string_view number, std::string_view issuer) {
  traveller.documents.push_back({std::string(number), "P", StateCode(issuer), {}});
  return traveller;
}

ScreeningOptions all_candidates() {
  ScreeningOptions options;
  options.top = 1000;
  options.min_score_bp = 0;
  return options;
}

std::vector<std::string> ids(const ScreeningResult& answer) {
  std::vector<std::string> out;
  for (const Candidate& candidate : answer.candidates) {
    out.push_back(candidate.list + "/" + candidate.id);
  }
  return out;
}

const Evidence* find_evidence(const Candidate& candidate, EvidenceKind kind) {
  for (const Evidence& piece : candidate.evidence) {
    if (piece.kind == kind) return &piece;
  }
  return nullptr;
}

}  // namespace darvaza::screening
