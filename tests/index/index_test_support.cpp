#include "index/index_test_support.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "index/candidate_search.h"
#include "index/dictionary.h"
#include "index/name_postings.h"
#include "names/name_alignment.h"
#include "names/person_name.h"
#include "screening/fact_bounds.h"

namespace darvaza::index {

Bytes read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto* begin = reinterpret_cast<const std::byte*>(text.data());
  return {begin, begin + text.size()};
}

void write_bytes(const std::filesystem::path& path, const Bytes& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  ASSERT_TRUE(out.good());
}

WatchlistEntry person(std::string id, std::initializer_list<const char*> names) {
  WatchlistEntry entry;
  entry.list = "test";
  entry.id = std::move(id);
  for (const char* name : names) entry.names.push_back({name, NameGrade::primary});
  return entry;
}

LostDocument lost(std::string number, std::string range_end) {
  LostDocument document;
  document.list = "sltd";
  document.number = std::move(number);
  document.range_end = std::move(range_end);
  document.status =
      document.range_end.empty() ? DocumentStatus::stolen : DocumentStatus::stolen_blank;
  return document;
}

void add_one_of_everything(IndexBuilder& builder) {
  WatchlistEntry entry;
  entry.list = "zala";
  entry.id = "Z-17";
  entry.names = {{"Nader Rostami", NameGrade::primary},
                 {"Нодир Рустами", NameGrade::strong},
                 {"نادر رستمی", NameGrade::weak}};
  entry.birth_dates = {BirthDate::on({1971, 3, 2}), BirthDate{{1970, 0, 0}, {1972, 0, 0}, true}};
  entry.sex = Sex::male;
  entry.nationalities = {StateCode("IRN"), StateCode("TJK")};
  entry.birth_places = {"Zalabad", "Upper Zala"};
  entry.father_names = {"Behruz"};
  entry.documents = {{"Z 1234567", "Passport", StateCode("IRN")}};
  entry.category = "smuggling";
  entry.handling = "call the duty officer";
  builder.add(entry);
  builder.add(person("Z-18", {"Zeynab Rostami-Pur"}));

  LostDocument document = lost("AB0012345");
  document.type = "P";
  document.issuing_state = StateCode("PAK");
  document.status = DocumentStatus::revoked;
  document.reported = {2024, 5, 1};
  document.reporting_state = StateCode("AFG");
  builder.add(document);
  builder.add(lost("XK100", "XK199"));
  builder.add_source(R"({"file":"zala.csv"})");
}

BuiltIndex::BuiltIndex(const std::function<void(IndexBuilder&)>& fill)
    : index_(fail(ErrorCode::internal, "not built")) {
  IndexBuilder builder;
  fill(builder);
  const auto written = builder.write(directory_ / "index");
  EXPECT_TRUE(written.has_value()) << to_string(written.error());
  index_ = Index::open(directory_ / "index");
  if (!index_) ADD_FAILURE() << to_string(index_.error());
}

romanize::Sounds sounds(std::string_view word) {
  const names::PersonName name = names::parse_name(word);
  EXPECT_EQ(name.tokens.size(), 1u) << word;
  return name.tokens.empty() ? romanize::Sounds() : name.tokens[0].sounds;
}

std::vector<std::string> made_up_names(std::size_t count, std::uint32_t seed) {
  constexpr const char* kSyllables[] = {"ba",  "dar", "fir", "gul", "han", "jo",  "kar", "li",
                                        "mir", "na",  "pur", "ros", "sha", "tem", "vo",  "zul"};
  std::mt19937 random(seed);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name;
    const std::size_t words = 2 + random() % 2;
    for (std::size_t word = 0; word < words; ++word) {
      if (word != 0) name += ' ';
      for (std::size_t syllables = 2 + random() % 2; syllables > 0; --syllables) {
        name += kSyllables[random() % std::size(kSyllables)];
      }
    }
    names.push_back(name);
  }
  return names;
}

namespace {

std::uint64_t use_text(std::string_view text) {
  std::uint64_t sum = text.size();
  for (const char c : text) sum += static_cast<unsigned char>(c);
  return sum;
}

std::uint64_t use_entry(const EntryView& entry) {
  std::uint64_t sum = use_text(entry.list) + use_text(entry.id) + use_text(entry.category) +
                      use_text(entry.handling) + static_cast<std::uint64_t>(entry.sex);
  for (const BirthDate& date : entry.birth_dates) sum += date.circa ? 1u : 2u;
  for (const StateCode& code : entry.nationalities) sum += use_text(code.text());
  for (const auto place : entry.birth_places) sum += use_text(place);
  for (const auto name : entry.father_names) sum += use_text(name);
  for (const auto& document : entry.documents)
    sum += use_text(document.number) + use_text(document.type);
  return sum;
}

std::uint64_t use_names(const Index& index) {
  std::uint64_t sum = 0;
  for (NameId id = 0; id < index.name_count(); ++id) {
    const NameView name = index.name(id);
    sum += use_text(name.text) + use_entry(index.entry(name.entry));
    sum += static_cast<std::uint64_t>(index.sex(name.entry)) + index.birth_dates(name.entry).size() +
           index.nationalities(name.entry).size();
    for (const NameToken token : name.tokens) sum += index.token(token.token()).size();
  }
  return sum;
}

std::uint64_t use_search_tables(const Index& index) {
  std::uint64_t sum = index.dictionary().find({}).value_or(0);
  TokenLookup lookup;
  for (TokenId id = 0; id < index.token_count(); ++id) {
    const PostingList list = index.postings(id);
    for (std::size_t i = 0; i < list.size(); ++i) {
      sum += index.name(list.names()[i].name()).entry + list.states()[i] + list.years()[i] + list.days()[i];
      if (list.others()[i].number() < OtherToken::kMany) sum += index.token(list.others()[i].number()).size();
    }
    index.stored_lookup(id, lookup);
    for (const SimilarToken& similar : lookup.similar) sum += index.token(similar.key).size() + similar.steps;
    sum += index.dictionary().find(index.token(id)).value_or(0);
  }
  for (const int year : {1970, 1971, 1972, 0}) {
    for (int day = 0; day < 256; ++day) {
      const auto list = index.born_on(year_code(year), static_cast<DayCode>(day));
      for (std::size_t i = 0; i < list.names.size(); ++i) sum += index.name(list.names[i]).entry + list.states[i];
    }
  }
  return sum;
}

}  // namespace

std::uint64_t use_everything(const Index& index) {
  std::uint64_t sum = use_names(index) + use_search_tables(index) + index.info().sources.size();
  for (EntryId id = 0; id < index.entry_count(); ++id) {
    const EntryView entry = index.entry(id);
    sum += use_entry(entry);
    for (std::uint32_t i = 0; i < entry.name_count; ++i)
      sum += index.name(entry.first_name + i).entry;
  }
  for (const char* number : {"AB0012345", "A80O12345", "XK150", "Z1234567", "nothing"}) {
    for (const auto& match : index.find_documents(number, NumberSearch::near)) {
      sum +=
          match.record.number.size() + (match.of_person ? index.entry(match.entry).name_count : 0);
    }
  }
  CandidateScratch scratch;
  Deadline deadline;
  std::vector<CandidateName> found;
  const FactBounds born = born_on(index, {1971, 3, 2}), unknown;
  const struct {
    const char* text;
    bool cut;
  } kAsked[] = {{"Nader Rostami", false}, {"Нодир Рустамов", true}, {"نادر رستمی", false}, {"Zeynab Rostamipur Zeynabrostami", false}, {"Naderrostami", false}};
  for (const auto& [text, cut] : kAsked) {
    const screening::AskedName asked = asked_name(index, text, cut);
    for (const FactBounds* facts : {&unknown, &born}) {
      for (const names::Millinats threshold : {6'000, -40'000}) {
        find_candidates(index, asked.parts(), *facts, {threshold, 10}, deadline, scratch, found);
        for (const CandidateName& candidate : found) sum += index.name(candidate.name).text.size();
      }
    }
  }
  return sum;
}

screening::AskedName asked_name(const Index& index, std::string_view text, bool cut) {
  names::PersonName name = names::parse_name(text);
  for (names::Token& token : name.tokens) token.cut = cut;
  TokenLookups lookups(index.dictionary(), index.token_frequencies(), index.name_count());
  screening::AskedName asked;
  asked.assign(index, std::move(name), lookups);
  return asked;
}

names::Millinats name_weight(const Index& index, const screening::AskedName& asked, NameId listed) {
  constexpr names::Millinats kNoLimit = 20'000;
  std::vector<names::WeighedToken> tokens;
  for (const NameToken& token : index.tokens(listed)) tokens.push_back({&index.token(token.token()), token.role(), false, kNoLimit, token.token(), {}, false, token.is_apart(), token.is_glued()});
  names::NameAlignment alignment;
  names::align_names(asked.tokens(), tokens, alignment);
  return alignment.total;
}

FactBounds born_on(const Index& index, PartialDate date) {
  Traveller traveller;
  traveller.birth_date = date;
  FactBounds facts;
  screening::FactBoundsMaker(index).make(traveller, facts);
  return facts;
}

}  // namespace darvaza::index
