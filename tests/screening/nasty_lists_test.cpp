// P3 on lists that make a search slow, where it must not save work by losing people: names of common tokens only, one
// token in a third of all entries, thousands of namesakes, single letters, names of 64 words.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "screening/made_up_names.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr const char* kCommon[] = {"Nadir", "Golbahar", "Behruz", "Temir", "Zarbo"};
constexpr const char* kLetters[] = {"A", "B", "D", "K", "M", "N", "R", "S"};
constexpr const char* kStates[] = {"IRN", "AFG", "TJK", "PAK", "UZB"};

/// What is asked for beyond the usual.
struct Nasty {
  bool repeats = false;  ///< names may hold a word twice
  bool joined = false;   ///< two of a traveller's words are written together, where he has a slip otherwise
};

/// Some of the words; without repeats none twice, as long as there are enough of them.
std::string words(const auto& vocabulary, std::size_t count, bool repeats, MadeUpNames& names) {
  std::string text;
  std::size_t at = names.below(std::size(vocabulary));
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) text += ' ';
    text += vocabulary[at];
    at = repeats ? names.below(std::size(vocabulary)) : (at + 1) % std::size(vocabulary);
  }
  return text;
}

struct Somebody {
  std::string name, birth_date;
  std::size_t state = 0;
};

/// Of 20 persons 6 have the commonest word, 5 are namesakes, 2 have common words only, 1 has letters only; of 400 one
/// has 64 words; the rest are usual.
Somebody make_nasty(std::size_t number, const Nasty& nasty, MadeUpNames& names) {
  Somebody somebody;
  const std::string usual = names.spell(names.make(), kNameScripts[names.below(3)]);
  const std::size_t kind = number % 20;
  if (number % 400 == 19) {
    somebody.name = words(kCommon, nasty.repeats ? 10 : 5, nasty.repeats, names);
    while (std::count(somebody.name.begin(), somebody.name.end(), ' ') < 63) somebody.name += ' ' + names.spell({{{names.below(24), names.below(24)}}}, NameScript::latin);
  } else if (kind < 6) {
    somebody.name = "Nadir " + names.spell(names.make(), NameScript::latin);
  } else if (kind < 11) {
    somebody.name = "Nadir Golbahar Zarbofanov";
  } else if (kind < 13) {
    somebody.name = words(kCommon, 2 + names.below(3), nasty.repeats, names);
  } else if (kind < 14) {
    somebody.name = words(kLetters, 1 + names.below(3), nasty.repeats, names);
  } else {
    somebody.name = usual;
  }
  somebody.state = names.below(std::size(kStates));
  const std::size_t year = 1950 + names.below(50), month = 1 + names.below(12), day = 1 + names.below(28);
  if (number % 10 < 7) {
    somebody.birth_date = fmt::format("{}-{:02}-{:02}", year, month, day);
  } else if (number % 10 < 9) {
    somebody.birth_date = number % 2 == 0 ? fmt::format("{}", year) : fmt::format("{}-01-01", year);
  }
  return somebody;
}

struct NastyList {
  ListFile file{"nasty.csv", "id,name,birth_date,nationality\n"};
  std::vector<Somebody> persons;
};

NastyList make_nasty_list(std::size_t count, const Nasty& nasty, MadeUpNames& names) {
  NastyList list;
  for (std::size_t i = 0; i < count; ++i) {
    const Somebody& somebody = list.persons.emplace_back(make_nasty(i, nasty, names));
    list.file.content += fmt::format("n-{},{},{},{}\n", i, somebody.name, somebody.birth_date, kStates[somebody.state]);
  }
  return list;
}

/// Listed persons with slips in name and date, with and without facts, and some who are not listed.
std::vector<Traveller> nasty_travellers(std::size_t count, const NastyList& list, const Nasty& nasty, MadeUpNames& names) {
  std::vector<Traveller> travellers;
  for (std::size_t i = 0; i < count; ++i) {
    Somebody somebody = i % 5 == 4 ? make_nasty(names.below(400), nasty, names) : list.persons[names.below(list.persons.size())];
    std::string& text = somebody.name;
    if (i % 3 == 1 && text.size() > 6 && static_cast<unsigned char>(text[0]) < 0x80) {
      const std::size_t slip = 1 + names.below(text.size() - 2), space = text.find(' ');
      if (nasty.joined && space != std::string::npos) text.erase(space, 1);
      else if (text[slip] != ' ') text.erase(slip, 1);
    }
    if (i % 7 == 3) text = text.substr(0, text.find(' ')) + " Kumushoy";
    Traveller traveller = named(text);
    traveller.id = fmt::format("t{}", i);
    if (i % 4 != 0 && !somebody.birth_date.empty()) traveller.birth_date = parse_iso_date(somebody.birth_date).value();
    if (i % 8 == 5 && traveller.birth_date.full()) traveller.birth_date.day = static_cast<std::uint8_t>(1 + names.below(28));
    if (i % 8 == 6 && traveller.birth_date.full()) traveller.birth_date.year = static_cast<std::int16_t>(traveller.birth_date.year + 10);
    if (i % 4 >= 2) traveller.nationalities.emplace_back(kStates[i % 8 == 7 ? names.below(std::size(kStates)) : somebody.state]);
    travellers.push_back(std::move(traveller));
  }
  return travellers;
}

struct Kept {
  std::size_t compared = 0, kept = 0, first_lost = 0, answers = 0;
};

/// Candidates of the same score as the last one may be cut differently only if both are asked for the same: all are
/// compared, as identifier and score.
Kept compare(const std::vector<ScreeningResult>& indexed, const std::vector<ScreeningResult>& exhaustive, const std::vector<Traveller>& travellers) {
  constexpr std::size_t kMostShown = 10;
  Kept kept;
  for (std::size_t i = 0; i < indexed.size(); ++i) {
    const auto& found = indexed[i].candidates;
    const auto& all = exhaustive[i].candidates;
    kept.answers += !all.empty();
    for (const Candidate& candidate : all) {
      ++kept.compared;
      const auto same = std::find_if(found.begin(), found.end(), [&](const Candidate& other) { return other.id == candidate.id && other.weight_mn == candidate.weight_mn; });
      kept.kept += same != found.end();
      if (same == found.end() && kept.compared - kept.kept <= kMostShown) {
        fmt::print("lost: {} born {} asked, {} {} scores {}\n", travellers[i].names[0].full(), to_string(travellers[i].birth_date), candidate.id, candidate.name, candidate.score_bp);
      }
    }
    if (!all.empty() && (found.empty() || found[0].score_bp != all[0].score_bp)) ++kept.first_lost;
  }
  return kept;
}

Kept keep(const Nasty& nasty) {
  constexpr std::uint32_t kSeed = 20'261'125;
  constexpr unsigned kAllProcessors = 0;
  MadeUpNames names(kSeed);
  const NastyList list = make_nasty_list(6000, nasty, names);
  const Screener screener = open_lists({list.file});
  const std::vector<Traveller> travellers = nasty_travellers(600, list, nasty, names);
  ScreeningOptions options;
  std::vector<ScreeningResult> indexed(travellers.size()), exhaustive(travellers.size());
  screener.screen_batch(travellers, options, kAllProcessors, indexed);
  options.exhaustive = true;
  screener.screen_batch(travellers, options, kAllProcessors, exhaustive);
  const Kept kept = compare(indexed, exhaustive, travellers);
  fmt::print("nasty list, seed {}: {} of {} candidates of {} travellers with any are found, {} best ones lost\n", kSeed, kept.kept, kept.compared, kept.answers, kept.first_lost);
  return kept;
}

void expect_all(const Kept& kept) {
  EXPECT_GT(kept.answers, 250u);
  EXPECT_GE(static_cast<double>(kept.kept), 0.999 * static_cast<double>(kept.compared));
  EXPECT_EQ(kept.first_lost, 0u);
}

TEST(NastyLists, TheIndexFindsWhatScoringEveryNameFinds) { expect_all(keep({})); }

/// A traveller may have one word twice ("Zarbo Zarbo") against names that hold other words besides.
TEST(NastyLists, TheIndexFindsNamesThatHoldAWordTwice) { expect_all(keep({.repeats = true})); }

/// Beside a word, too, that a third of the list holds.
TEST(NastyLists, TheIndexFindsWordsWrittenTogether) { expect_all(keep({.joined = true})); }

/// Two words that thousands bear, and a birth date one digit of whose year is another: only the day tells whom to look at.
TEST(NastyLists, ASlipInTheYearOfBirthIsFoundBesideTwoCommonWords) {
  MadeUpNames names(7);
  ListFile list{"common.csv", "id,name,birth_date,nationality\n"};
  constexpr std::size_t kNamesakes = 18'000;  // half of them of each word
  for (std::size_t i = 0; i < kNamesakes; ++i) {
    const std::size_t year = 1980 + names.below(20), month = 1 + names.below(12), day = 1 + names.below(28);
    const std::string other = names.spell(names.make(), NameScript::latin);
    list.content += fmt::format("n-{},{},{}-{:02}-{:02},IRN\n", i, i % 2 == 0 ? "Nadir " + other : other + " Golbahar", year, month, day);
  }
  list.content += "slip,Nadir Golbahar,1955-02-07,TJK\n";
  const ScreeningResult result = open_lists({list}).screen(described("Golbahar Nadir", "1959-02-07", "TJK"));
  ASSERT_FALSE(result.candidates.empty());
  EXPECT_EQ(result.candidates[0].id, "slip");
}

}  // namespace
}  // namespace darvaza::screening
