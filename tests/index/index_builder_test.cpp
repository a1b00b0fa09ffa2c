#include "index/index_builder.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "index/dictionary.h"
#include "index/index_test_support.h"
#include "index/name_postings.h"
#include "index/token_lookup.h"

namespace darvaza::index {
namespace {

TEST(IndexBuilder, EveryFactOfAnEntryComesBack) {
  const BuiltIndex index(add_one_of_everything);
  ASSERT_EQ(index->entry_count(), 2u);
  const EntryView entry = index->entry(0);
  EXPECT_EQ(entry.list, "zala");
  EXPECT_EQ(entry.id, "Z-17");
  EXPECT_EQ(entry.category, "smuggling");
  EXPECT_EQ(entry.handling, "call the duty officer");
  EXPECT_EQ(entry.sex, Sex::male);
  ASSERT_EQ(entry.birth_dates.size(), 2u);
  EXPECT_EQ(entry.birth_dates[0], BirthDate::on({1971, 3, 2}));
  EXPECT_EQ(entry.birth_dates[1], (BirthDate{{1970, 0, 0}, {1972, 0, 0}, true}));
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.nationalities[0], StateCode("IRN"));
  EXPECT_EQ(entry.nationalities[1], StateCode("TJK"));
  EXPECT_EQ(entry.birth_places, (std::vector<std::string_view>{"Zalabad", "Upper Zala"}));
  EXPECT_EQ(entry.father_names, (std::vector<std::string_view>{"Behruz"}));
  ASSERT_EQ(entry.documents.size(), 1u);
  EXPECT_EQ(entry.documents[0].number, "Z 1234567");
  EXPECT_EQ(entry.documents[0].type, "Passport");
  EXPECT_EQ(entry.documents[0].issuing_state, StateCode("IRN"));
}

EntryTerms all_terms() {
  EntryTerms terms;
  terms.owner = StateCode("TJK");
  terms.focal_point = "duty desk";
  terms.legal_basis = "decree 17";
  terms.category = AlertCategory::wildlife;
  terms.instruction = Instruction::specific_check;
  terms.visible_from = Line::second;
  terms.releasable_to = {StateCode("KGZ"), StateCode("UZB")};
  terms.valid_from = {2026, 1, 2};
  terms.valid_until = {2027, 3, 0};
  terms.review = {2026, 6, 30};
  terms.source_reference = "T/17";
  return terms;
}

TEST(IndexBuilder, TermsComeBackOfEntriesAndOfLists) {
  EntryTerms owners_alone;
  owners_alone.releasable_to.emplace();
  const BuiltIndex index([&](IndexBuilder& builder) {
    for (const EntryTerms& terms : {all_terms(), EntryTerms{}, owners_alone, all_terms()}) {
      WatchlistEntry entry = person("z", {"Nadir Zarbofanov"});
      entry.terms = terms;
      builder.add(entry);
    }
    builder.add_list_terms("sltd", owners_alone);
  });
  EXPECT_EQ(index->terms(0), all_terms());
  EXPECT_EQ(index->terms(1), EntryTerms{});
  EXPECT_FALSE(index->has_terms(1));
  EXPECT_EQ(index->terms(2), owners_alone);
  EXPECT_TRUE(index->has_terms(2));
  EXPECT_EQ(index->terms(3), all_terms());
  EXPECT_EQ(index->terms_of_list("sltd"), owners_alone);
  EXPECT_EQ(index->terms_of_list("zala"), EntryTerms{});
}

TEST(IndexBuilder, AnEntryWithoutFactsHasNoneAndAnEmptyName) {
  const BuiltIndex index([](IndexBuilder& builder) {
    builder.add(WatchlistEntry());
    builder.add(WatchlistEntry());
  });
  const EntryView entry = index->entry(0);
  EXPECT_EQ(entry.name_count, 1u);
  EXPECT_EQ(index->name(0).text, "");
  EXPECT_EQ(index->entry_of(1), 1u);
  EXPECT_EQ(entry.id, "");
  EXPECT_FALSE(index->has_extras(0));
  EXPECT_TRUE(entry.birth_dates.empty());
  EXPECT_TRUE(entry.nationalities.empty());
  EXPECT_TRUE(entry.birth_places.empty());
  EXPECT_TRUE(entry.father_names.empty());
  EXPECT_TRUE(entry.documents.empty());
  EXPECT_EQ(entry.sex, Sex::unknown);
}

TEST(IndexBuilder, NamesOfAnEntryAreConsecutiveAndKnowTheirEntry) {
  const BuiltIndex index(add_one_of_everything);
  ASSERT_EQ(index->name_count(), 4u);
  EXPECT_EQ(index->entry(0).first_name, 0u);
  EXPECT_EQ(index->entry(0).name_count, 3u);
  EXPECT_EQ(index->entry(1).first_name, 3u);
  EXPECT_EQ(index->name(2).entry, 0u);
  EXPECT_EQ(index->name(2).grade, NameGrade::weak);
  EXPECT_EQ(index->name(2).text, "نادر رستمی");
  EXPECT_EQ(index->name(3).entry, 1u);
  EXPECT_EQ(index->name(3).text, "Zeynab Rostami-Pur");
}

/// Entries of one to five names, so that their first names fall on every place of a mark of 32 names.
TEST(IndexBuilder, EveryNameKnowsItsEntryHoweverManyThereAre) {
  constexpr std::uint32_t kEntries = 500;
  const BuiltIndex index([](IndexBuilder& builder) {
    for (std::uint32_t i = 0; i < kEntries; ++i) {
      WatchlistEntry entry = person(std::to_string(i), {});
      entry.names.assign(i * i % 5 + 1, {"Nader " + std::to_string(i), NameGrade::strong});
      builder.add(entry);
    }
  });
  ASSERT_EQ(index->entry_count(), kEntries);
  NameId next = 0;
  for (EntryId entry = 0; entry < kEntries; ++entry) {
    ASSERT_EQ(index->entry(entry).first_name, next);
    ASSERT_EQ(index->entry(entry).id, std::to_string(entry));
    for (const NameId last = next + entry * entry % 5 + 1; next < last; ++next) {
      ASSERT_EQ(index->entry_of(next), entry) << "name " << next;
      ASSERT_EQ(index->name(next).text, "Nader " + std::to_string(entry));
    }
  }
  EXPECT_EQ(index->name_count(), next);
}

/// What entries share is stored once; no entry may get what is another's.
TEST(IndexBuilder, EntriesThatDifferInOneFactKeepTheirOwn) {
  WatchlistEntry plain = person("plain", {"Nader Rostami"});
  std::vector<WatchlistEntry> entries(10, plain);
  entries[1].list = "other";
  entries[2].category = "smuggling";
  entries[3].handling = "smuggling";
  entries[4].sex = Sex::female;
  entries[5].nationalities = {StateCode("IRN")};
  entries[6].nationalities = {StateCode("IRN"), StateCode("TJK")};
  entries[7].birth_dates = {BirthDate::on({1971, 3, 2})};
  entries[8].birth_dates = {BirthDate::on({1971, 3, 2}), BirthDate::on({1972, 0, 0})};
  entries[9].birth_places = {"Zalabad"};
  const BuiltIndex index([&](IndexBuilder& builder) {
    for (int twice = 0; twice < 2; ++twice) {
      for (const WatchlistEntry& entry : entries) builder.add(entry);
    }
  });
  for (EntryId id = 0; id < index->entry_count(); ++id) {
    const WatchlistEntry& given = entries[id % entries.size()];
    const EntryView entry = index->entry(id);
    EXPECT_EQ(entry.list, given.list) << id;
    EXPECT_EQ(entry.category, given.category) << id;
    EXPECT_EQ(entry.handling, given.handling) << id;
    EXPECT_EQ(index->sex(id), given.sex) << id;
    EXPECT_TRUE(std::ranges::equal(index->nationalities(id), given.nationalities)) << id;
    EXPECT_TRUE(std::ranges::equal(index->birth_dates(id), given.birth_dates)) << id;
    EXPECT_TRUE(std::ranges::equal(entry.birth_places, given.birth_places)) << id;
  }
}

TEST(IndexBuilder, ExtrasOfAFewAmongManyAreFound) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (int i = 0; i < 100; ++i) {
      WatchlistEntry entry = person(std::to_string(i), {"Nader Rostami"});
      if (i % 7 == 3) entry.birth_places = {"place " + std::to_string(i)};
      if (i % 7 == 4) entry.father_names = {"father " + std::to_string(i), "Behruz"};
      if (i % 7 == 5) entry.documents = {{"Z" + std::to_string(i), "Passport", StateCode("IRN")}};
      builder.add(entry);
    }
  });
  for (EntryId id = 0; id < 100; ++id) {
    const EntryView entry = index->entry(id);
    const std::string number = std::to_string(id);
    ASSERT_EQ(entry.birth_places.size(), id % 7 == 3 ? 1u : 0u) << id;
    ASSERT_EQ(entry.father_names.size(), id % 7 == 4 ? 2u : 0u) << id;
    ASSERT_EQ(entry.documents.size(), id % 7 == 5 ? 1u : 0u) << id;
    for (const auto place : entry.birth_places) EXPECT_EQ(place, "place " + number);
    if (!entry.father_names.empty()) {
      EXPECT_EQ(entry.father_names[0], "father " + number);
    }
    for (const auto& document : entry.documents) EXPECT_EQ(document.number, "Z" + number);
  }
}

TEST(IndexBuilder, TokensOfANameAreThoseOfParseNameInTheirOrder) {
  const BuiltIndex index(
      [](IndexBuilder& builder) { builder.add(person("a", {"Haji Nader bin Behruz"})); });
  const names::PersonName parsed = names::parse_name("Haji Nader bin Behruz");
  const NameView name = index->name(0);
  ASSERT_EQ(name.tokens.size(), parsed.tokens.size());
  for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
    EXPECT_EQ(index->token(name.tokens[i].token()), parsed.tokens[i].sounds);
    EXPECT_EQ(name.tokens[i].role(), parsed.tokens[i].role);
  }
}

TEST(IndexBuilder, ATokenThatANameHoldsTwiceIsCountedOnce) {
  const BuiltIndex index([](IndexBuilder& builder) {
    builder.add(person("a", {"Nader Nader"}));
    builder.add(person("b", {"Behruz Nader"}));
  });
  ASSERT_EQ(index->token_count(), 2u);
  const TokenId nader = index->dictionary().find(sounds("nader")).value(), behruz = index->dictionary().find(sounds("behruz")).value();
  EXPECT_EQ(index->token_frequencies()[nader], 2u);
  EXPECT_EQ(index->token_frequencies()[behruz], 1u);
  const PostingList of_nader = index->postings(nader), of_behruz = index->postings(behruz);
  ASSERT_EQ(of_nader.size(), 2u);
  EXPECT_EQ(of_nader.names()[0].name(), 0u);
  EXPECT_EQ(of_nader.others()[0].number(), nader);
  EXPECT_EQ(of_nader.names()[1].name(), 1u);
  EXPECT_EQ(of_nader.others()[1].number(), behruz);
  ASSERT_EQ(of_behruz.size(), 1u);
  EXPECT_EQ(of_behruz.others()[0].number(), nader);
  EXPECT_EQ(index->posting_count(nader), 2u);
}

TEST(IndexBuilder, PostingsSayWhatTheirEntriesSay) {
  WatchlistEntry one = person("a", {"Nader Rostami"}), two = person("b", {"Nader Behruzi"}), three = person("c", {"Nader Kamalov"});
  one.birth_dates = {BirthDate::on({1971, 3, 2})};
  one.nationalities = {StateCode("IRN")};
  two.birth_dates = {BirthDate::on({1971, 0, 0}), BirthDate::on({1972, 5, 6})};
  two.nationalities = {StateCode("IRN"), StateCode("TJK")};
  three.nationalities = {StateCode("TJK")};
  const BuiltIndex index([&](IndexBuilder& builder) {
    for (const WatchlistEntry& entry : {one, two, three}) builder.add(entry);
  });
  const PostingList list = index->postings(index->dictionary().find(sounds("nader")).value());
  ASSERT_EQ(list.size(), 3u);
  // Sorted by year: none, 1971, any.
  EXPECT_EQ(list.names()[0].name(), 2u);
  EXPECT_EQ(list.years()[0], kNoYear);
  EXPECT_EQ(list.names()[1].name(), 0u);
  EXPECT_EQ(list.years()[1], year_code(1971));
  EXPECT_EQ(list.days()[1], day_code(3, 2));
  EXPECT_EQ(list.names()[2].name(), 1u);
  EXPECT_EQ(list.years()[2], kAnyYear);
  EXPECT_EQ(list.states()[2], kAnyState);
  ASSERT_EQ(index->posted_states().size(), 2u);
  EXPECT_EQ(index->posted_states()[list.states()[1] - 1u], StateCode("IRN"));
  EXPECT_EQ(index->posted_states()[list.states()[0] - 1u], StateCode("TJK"));
  // One of two dates is full: it is found by its day all the same.
  const auto born = index->born_on(year_code(1972), day_code(5, 6));
  ASSERT_EQ(born.names.size(), 1u);
  EXPECT_EQ(born.names[0], 1u);
  EXPECT_EQ(born.states[0], kAnyState);
}

/// There are 254 numbers for States.
TEST(IndexBuilder, NationalitiesBeyondTheTableAreAnyState) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (char a = 'A'; a <= 'Z'; ++a) {
      for (char b = 'A'; b <= 'L'; ++b) {
        WatchlistEntry entry = person({a, b}, {"Nader"});
        entry.nationalities = {StateCode(std::string{'X', a, b})};
        builder.add(entry);
      }
    }
  });
  EXPECT_EQ(index->posted_states().size(), 254u);
  const PostingList list = index->postings(0);
  ASSERT_EQ(list.size(), 26u * 12u);
  EXPECT_EQ(std::ranges::count(list.states(), kAnyState), 26 * 12 - 254);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list.states()[i] == kAnyState) continue;
    EXPECT_EQ(index->posted_states()[list.states()[i] - 1u], index->nationalities(index->entry_of(list.names()[i].name()))[0]);
  }
}

TEST(IndexBuilder, WhatIsStoredOfATokenIsWhatLookingItUpGives) {
  const BuiltIndex index([](IndexBuilder& builder) {
    for (const std::string& text : made_up_names(400, 9)) builder.add(person("r", {text.c_str()}));
    builder.add(person("f", {"Michael Robert", "Mike Bob", "Nikolai Mikalai"}));
  });
  TokenLookups lookups(index->dictionary(), index->token_frequencies(), index->name_count());
  TokenLookup stored, looked_up;
  for (TokenId id = 0; id < index->token_count(); ++id) {
    index->stored_lookup(id, stored);
    lookups.look_up(index->token(id), false, looked_up);
    EXPECT_EQ(stored.rarity, looked_up.rarity);
    ASSERT_EQ(stored.similar.size(), looked_up.similar.size());
    for (std::size_t i = 0; i < stored.similar.size(); ++i) {
      EXPECT_EQ(stored.similar[i].key, looked_up.similar[i].key);
      EXPECT_EQ(stored.similar[i].steps, looked_up.similar[i].steps);
      EXPECT_EQ(stored.similar[i].other_form, looked_up.similar[i].other_form);
    }
  }
}

TEST(IndexBuilder, NamesWithoutALetterAreKeptAndCounted) {
  IndexBuilder builder;
  builder.add(person("a", {"12345", "Nader", "--"}));
  EXPECT_EQ(builder.unsearchable_names(), 2u);
  const TemporaryDirectory directory;
  ASSERT_TRUE(builder.write(directory / "index"));
  const auto index = Index::open(directory / "index");
  ASSERT_TRUE(index);
  EXPECT_EQ(index->name(0).text, "12345");
  EXPECT_TRUE(index->name(0).tokens.empty());
}

TEST(IndexBuilder, AnEmptyIndexOpensAndFindsNothing) {
  const BuiltIndex index([](IndexBuilder&) {});
  EXPECT_EQ(index->entry_count(), 0u);
  EXPECT_EQ(index->token_count(), 0u);
  EXPECT_TRUE(index->find_documents("AB0012345").empty());
  use_everything(*index);
}

TEST(IndexBuilder, SourcesComeBackAsTheyWereGiven) {
  const BuiltIndex index([](IndexBuilder& builder) {
    builder.add_source(R"({"file":"b.csv"})");
    builder.add_source(R"({"file":"a.csv"})");
    builder.add_source(R"({"file":"b.csv"})");
  });
  EXPECT_EQ(index->info().sources,
            (std::vector<std::string>{R"({"file":"b.csv"})", R"({"file":"a.csv"})",
                                      R"({"file":"b.csv"})"}));
}

TEST(IndexBuilder, CountsAndSizesAreThoseOfTheFile) {
  const TemporaryDirectory directory;
  IndexBuilder builder;
  add_one_of_everything(builder);
  const auto written = builder.write(directory / "index");
  ASSERT_TRUE(written);
  EXPECT_EQ(*written, std::filesystem::file_size(directory / "index"));
  const auto index = Index::open(directory / "index");
  ASSERT_TRUE(index);
  const IndexInfo info = index->info();
  EXPECT_EQ(info.bytes, *written);
  EXPECT_EQ(info.entries, 2u);
  EXPECT_EQ(info.names, 4u);
  EXPECT_EQ(info.lost_documents, 2u);
  EXPECT_EQ(info.person_documents, 1u);
  EXPECT_EQ(info.digest.size(), 32u);
}

TEST(IndexBuilder, TheSameRecordsGiveTheSameBytes) {
  const TemporaryDirectory directory;
  for (const char* name : {"first", "second"}) {
    IndexBuilder builder;
    add_one_of_everything(builder);
    int number = 0;
    for (const std::string& text : made_up_names(300, 7)) {
      builder.add(person(std::to_string(number++), {text.c_str()}));
    }
    ASSERT_TRUE(builder.write(directory / name));
  }
  EXPECT_EQ(read_bytes(directory / "first"), read_bytes(directory / "second"));
}

/// Several batches of names, so that threads finish them in an order that changes from run to run.
TEST(IndexBuilder, TheBytesDoNotDependOnTheNumberOfThreads) {
  const TemporaryDirectory directory;
  const std::vector<std::string> names = made_up_names(12'000, 11);
  const auto bytes_of = [&](unsigned threads) {
    IndexBuilder builder(threads);
    add_one_of_everything(builder);
    int number = 0;
    for (const std::string& text : names) {
      builder.add(person(std::to_string(number++), {text.c_str(), "12345"}));
    }
    EXPECT_EQ(builder.unsearchable_names(), names.size());
    EXPECT_TRUE(builder.write(directory / "index"));
    return read_bytes(directory / "index");
  };
  const Bytes one = bytes_of(1);
  for (const unsigned threads : {2u, 3u, 8u, 0u}) EXPECT_EQ(bytes_of(threads), one) << threads;
}

TEST(IndexBuilder, WritingReplacesAnOldIndexAndLeavesNothingElseBehind) {
  const TemporaryDirectory directory;
  IndexBuilder one, two;
  one.add(person("old", {"Nader Rostami"}));
  two.add(person("new", {"Zeynab Rostami"}));
  ASSERT_TRUE(one.write(directory / "index"));
  const auto old = Index::open(directory / "index");
  ASSERT_TRUE(two.write(directory / "index"));
  EXPECT_EQ(directory.file_count(), 1u);
  EXPECT_EQ(Index::open(directory / "index")->entry(0).id, "new");
  EXPECT_EQ(old->entry(0).id, "old") << "an open index must outlive its file's name";
}

TEST(IndexBuilder, AFailedWriteLeavesTheOldFileAndNoTemporaryOne) {
  const TemporaryDirectory directory;
  IndexBuilder builder;
  add_one_of_everything(builder);
  // A directory in the target's place: everything up to the rename succeeds, and the rename cannot.
  std::filesystem::create_directories(directory / "index" / "occupied");
  const auto written = builder.write(directory / "index");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::io);
  EXPECT_EQ(directory.file_count(), 1u);
  EXPECT_TRUE(std::filesystem::exists(directory / "index" / "occupied"));
}

// "--output /dev/null", to see what a list holds: renamed onto it, an index took the device's place.
TEST(IndexBuilder, TakesThePlaceOfFilesAndLinksAlone) {
  const TemporaryDirectory directory;
  ASSERT_EQ(::mkfifo((directory / "pipe").c_str(), 0600), 0);
  for (const std::filesystem::path& path : {std::filesystem::path(directory / "pipe"), std::filesystem::path()}) {
    const auto written = IndexBuilder().write(path);
    ASSERT_FALSE(written) << path;
    EXPECT_EQ(written.error().code, ErrorCode::usage) << path;
  }
  EXPECT_TRUE(std::filesystem::is_fifo(directory / "pipe"));
  std::filesystem::create_symlink(directory / "pipe", directory / "link");
  EXPECT_TRUE(IndexBuilder().write(directory / "link"));
  EXPECT_TRUE(std::filesystem::is_fifo(directory / "pipe"));
  EXPECT_EQ(directory.file_count(), 2u) << "nothing is left beside them";
}

TEST(IndexBuilder, ADirectoryThatDoesNotExistIsAnIoError) {
  const TemporaryDirectory directory;
  const auto written = IndexBuilder().write(directory / "missing" / "index");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::io);
  EXPECT_FALSE(std::filesystem::exists(directory / "missing"));
}

TEST(IndexBuilder, ProgressRisesToOne) {
  const TemporaryDirectory directory;
  IndexBuilder builder;
  add_one_of_everything(builder);
  std::vector<double> seen;
  ASSERT_TRUE(
      builder.write(directory / "index", [&](double fraction) { seen.push_back(fraction); }));
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), 1.0);
}

}  // namespace
}  // namespace darvaza::index
