// The most that a listed name can weigh: never below what alignment finds, and near it.
#include "index/name_bounds.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"

namespace darvaza::index {
namespace {

using names::Millinats;

BuiltIndex index_of(const std::vector<std::string>& names) {
  return BuiltIndex([&](IndexBuilder& builder) {
    for (const std::string& name : names) builder.add(person(name, {name.c_str()}));
  });
}

/// The bound of a listed name where so much is needed, and its weight.
struct BoundAndWeight {
  Millinats bound, weight;
};
BoundAndWeight bound_and_weight(const Index& index, std::string_view text, NameId name) {
  const screening::AskedName asked = asked_name(index, text);
  NameBounds bounds;
  bounds.assign(index, asked.parts());
  const Millinats weight = name_weight(index, asked, name);
  return {bounds.of_name(name, NameBounds::Readings::all, weight), weight};
}

TEST(NameBounds, AreNotBelowTheWeightOfNamesThatMatter) {
  constexpr Millinats kMatters = 6000;
  const std::vector<std::string> names = made_up_names(300, 61);
  const BuiltIndex index = index_of(names);
  std::size_t compared = 0;
  for (std::size_t i = 0; i < names.size(); i += 5) {
    const screening::AskedName asked = asked_name(*index, names[i]);
    NameBounds bounds;
    bounds.assign(*index, asked.parts());
    for (NameId name = 0; name < index->name_count(); ++name) {
      const Millinats weight = name_weight(*index, asked, name);
      if (weight < kMatters) continue;
      EXPECT_GE(bounds.of_name(name, NameBounds::Readings::all, weight), weight) << names[i] << " and " << names[name];
      ++compared;
    }
  }
  EXPECT_GE(compared, names.size() / 5) << "everybody meets at least their own name";
}

TEST(NameBounds, OfWordsWrittenTogetherOrApartAreWhatAlignmentFinds) {
  const BuiltIndex index = index_of({"Temir al Bakr", "Habib ur Rahman Temir", "Temir Hasan oglu", "Golbahar Zarbo Temir", "Golbaharzarbo", "Temir B. Qoshqarov"});
  const struct {
    const char* asked;
    NameId listed;
  } pairs[] = {{"Temir Albakr", 0}, {"Habibur Rahman Temir", 1}, {"Habib Urrahman Temir", 1}, {"Temir Hasanoglu", 2}, {"Golbaharzarbo Temir", 3}, {"Temir Behruz Qoshqarov", 5}};
  for (const auto& [asked, listed] : pairs) {
    const auto [bound, weight] = bound_and_weight(*index, asked, listed);
    EXPECT_GT(weight, 5000) << asked;
    EXPECT_GE(bound, weight) << asked;
    EXPECT_LE(bound, weight + 2000) << asked << ": a bound that is far off says nothing";
  }
}

TEST(NameBounds, OfATitleThatIsAListedNameAreWhatAlignmentFinds) {
  const BuiltIndex index = index_of({"Said Latifgul"});  // Саид alone is a title, too
  const auto [bound, weight] = bound_and_weight(*index, "саид латифгуль", 0);
  EXPECT_GE(bound, weight);
}

/// Neighbours that are one word of the list, with which, read as one, they share no key.
TEST(NameBounds, OfABrokenWordAreWhatAlignmentFinds) {
  const BuiltIndex index = index_of({"Dinyar Khaikhan Zabmandjan", "Ashdurzada Naban Ebdullah"});
  for (const auto& [asked, listed] : {std::pair("Dinyar Khaikhan Dhbma Djan", NameId{0}), std::pair("Ashdorzada Napan Abdullakh", NameId{1})}) {
    const auto [bound, weight] = bound_and_weight(*index, asked, listed);
    EXPECT_GT(weight, 5000) << asked;
    EXPECT_GE(bound, weight) << asked;
  }
}

TEST(NameBounds, OfNamesThatShareNothingAreNothing) {
  const BuiltIndex index = index_of({"Nader Rostami", "Zeynab Kamalova"});
  const screening::AskedName asked = asked_name(*index, "Gulbadan Qizilbash");
  NameBounds bounds;
  bounds.assign(*index, asked.parts());
  for (const NameId name : {0u, 1u}) EXPECT_EQ(bounds.of_name(name, NameBounds::Readings::all, 0), NameBounds::kNothing);
}

TEST(NameBounds, EachPartIsMetOnce) {
  const BuiltIndex index = index_of({"Nader Nader Nader", "Nader Behruz"});
  const auto [bound, weight] = bound_and_weight(*index, "Nader Rostami", 0);
  EXPECT_LT(bound, names::most_gain(names::TokenRole::name)) << "one Nader is worth no more than one";
  EXPECT_GE(bound, weight);
}

}  // namespace
}  // namespace darvaza::index
