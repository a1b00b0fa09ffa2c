#include "records/person_columns.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

using Fields = std::vector<std::string>;

TEST(PersonColumns, KnowsTheHeadingsOfTheCommandLineContract) {
  // DESIGN §5, in its order.
  EXPECT_EQ(person_column("id"), PersonColumn::id);
  for (const auto* heading : {"name", "full_name"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::name) << heading;
  }
  for (const auto* heading : {"surname", "last_name", "family_name"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::surname) << heading;
  }
  for (const auto* heading : {"given_names", "first_name"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::given_names) << heading;
  }
  EXPECT_EQ(person_column("middle_name"), PersonColumn::middle_name);
  EXPECT_EQ(person_column("father_name"), PersonColumn::father_name);
  for (const auto* heading : {"birth_date", "date_of_birth", "dob"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::birth_date) << heading;
  }
  for (const auto* heading : {"sex", "gender"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::sex) << heading;
  }
  EXPECT_EQ(person_column("nationality"), PersonColumn::nationality);
  for (const auto* heading : {"birth_place", "place_of_birth"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::birth_place) << heading;
  }
  EXPECT_EQ(person_column("document_number"), PersonColumn::document_number);
  EXPECT_EQ(person_column("document_type"), PersonColumn::document_type);
  EXPECT_EQ(person_column("issuing_state"), PersonColumn::issuing_state);
  EXPECT_EQ(person_column("mrz"), PersonColumn::mrz);
}

TEST(PersonColumns, IgnoresCaseAndHowWordsAreJoined) {
  for (const auto* heading : {"Date of Birth", " DATE_OF_BIRTH ", "date-of-birth"}) {
    EXPECT_EQ(person_column(heading), PersonColumn::birth_date) << heading;
  }
  EXPECT_EQ(person_column("Father's name"), PersonColumn::father_name);
  EXPECT_EQ(person_column("shoe size"), std::nullopt);
  EXPECT_EQ(person_column(""), std::nullopt);
}

TEST(PersonColumns, FindsValuesInAnyOrderAndWithoutBlanks) {
  const Fields header{"DOB", "shoe size", "Name"};
  const PersonColumns columns(header);
  EXPECT_EQ(columns.recognised(), 2u);
  const Fields row{"1970", "44", "  Tuvan Ordai "};
  EXPECT_EQ(columns.get(row, PersonColumn::name), "Tuvan Ordai");
  EXPECT_EQ(columns.get(row, PersonColumn::birth_date), "1970");
  EXPECT_EQ(columns.get(row, PersonColumn::sex), "");
}

TEST(PersonColumns, GivesNothingForARowThatIsTooShort) {
  const Fields header{"id", "name"};
  EXPECT_EQ(PersonColumns(header).get(Fields{"1"}, PersonColumn::name), "");
}

TEST(PersonColumns, TakesTheFirstOfTwoColumnsOfOneMeaningThatIsNotEmpty) {
  const Fields header{"dob", "birth_date"};
  const PersonColumns columns(header);
  EXPECT_EQ(columns.get(Fields{"", "1971"}, PersonColumn::birth_date), "1971");
  EXPECT_EQ(columns.get(Fields{"1970", "1971"}, PersonColumn::birth_date), "1970");
}

TEST(PersonColumns, DescribePersonsOnlyWhenSomethingCanHoldAName) {
  EXPECT_TRUE(PersonColumns(Fields{"surname"}).describe_persons());
  EXPECT_TRUE(PersonColumns(Fields{"mrz"}).describe_persons());
  EXPECT_FALSE(PersonColumns(Fields{"document_number", "issuing_state"}).describe_persons());
}

TEST(PersonColumnsNames, JoinGivenAndMiddleNamesIntoTheSecondaryIdentifier) {
  const PersonColumns columns(Fields{"surname", "given_names", "middle_name"});
  const auto names = columns.names(Fields{"Ordai", "Tuvan", "Keleg"});
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].primary, "Ordai");
  EXPECT_EQ(names[0].secondary, "Tuvan Keleg");
  EXPECT_TRUE(columns.names(Fields{" ", "", ""}).empty());
}

TEST(PersonColumnsNames, PreferThePartsToAWholeThatSaysNoMore) {
  const PersonColumns columns(Fields{"full_name", "last_name", "first_name"});
  EXPECT_EQ(columns.names(Fields{"Tuvan Ordai", "Ordai", "Tuvan"}).size(), 1u);
  EXPECT_EQ(columns.names(Fields{"Ordai Tuvan", "Ordai", "Tuvan"}).size(), 1u);
  const auto both = columns.names(Fields{"Tuvan K. Ordai", "Ordai", "Tuvan"});
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].primary, "Tuvan K. Ordai");
  EXPECT_EQ(both[1].primary, "Ordai");
}

std::vector<std::string> names_in(const Fields& headings, const Fields& row) {
  std::vector<std::string> out;
  for (const TravellerName& name : PersonColumns(headings).names(row)) out.push_back(name.secondary.empty() ? name.primary : name.primary + ", " + name.secondary);
  return out;
}

TEST(PersonColumns, GivesEveryValueOfColumnsOfOneMeaning) {
  const PersonColumns columns(Fields{"passport", "document_number", "name", "passport_no"});
  const Fields row{"AA1", " BB2 ", "Ordai", "AA1"};
  EXPECT_EQ(columns.values(row, PersonColumn::document_number), (std::vector<std::string_view>{"AA1", "BB2"}));
  EXPECT_TRUE(columns.values(row, PersonColumn::sex).empty());
}

TEST(PersonColumns, ColumnsThatGoTogetherArePairedWhereThereAreAsMany) {
  const PersonColumns two(Fields{"passport", "issuing_state", "document_number", "issuer"});
  const Fields row{"AA1", "TJK", "BB2", "UZB"};
  EXPECT_EQ(two.beside(row, PersonColumn::document_number, "AA1", PersonColumn::issuing_state), "TJK");
  EXPECT_EQ(two.beside(row, PersonColumn::document_number, "BB2", PersonColumn::issuing_state), "UZB");
  const PersonColumns one(Fields{"passport", "issuing_state", "document_number"});
  EXPECT_EQ(one.beside(row, PersonColumn::document_number, "BB2", PersonColumn::issuing_state), "TJK");
}

TEST(PersonColumnsNames, EveryColumnAndEveryNameOfACellIsASpelling) {
  EXPECT_EQ(names_in({"name", "full_name"}, {"Some Body", "Tuvan Ordai"}), (Fields{"Some Body", "Tuvan Ordai"}));
  EXPECT_EQ(names_in({"name"}, {"Tuvan Ordai; Keleg Ordai"}), (Fields{"Tuvan Ordai", "Keleg Ordai"}));
  EXPECT_EQ(names_in({"surname", "last_name", "given_names"}, {"Ordai", "Orday", "Tuvan"}), (Fields{"Ordai, Tuvan", "Orday, Tuvan"}));
  EXPECT_EQ(names_in({"surname", "given_names", "first_name"}, {"Ordai", "Tuvan", "Tuvin"}), (Fields{"Ordai, Tuvan", "Ordai, Tuvin"}));
}

TEST(PersonColumnsNames, BesideASurnameTheNameIsTheGivenName) {
  EXPECT_EQ(names_in({"surname", "name", "patronymic"}, {"Karimov", "Olim", "Rustamovich"}), (Fields{"Karimov, Olim Rustamovich"}));
  EXPECT_EQ(names_in({"surname", "full_name"}, {"Karimov", "Olim Said"}), (Fields{"Karimov, Olim Said", "Olim Said"}));
  EXPECT_EQ(names_in({"surname", "name"}, {"Karimov", "Olim Karimov"}), (Fields{"Karimov", "Olim Karimov"}));
  EXPECT_EQ(names_in({"name", "patronymic"}, {"Olim Karimov", "Rustamovich"}), (Fields{"Olim Karimov Rustamovich"}));
  EXPECT_EQ(names_in({"surname", "name"}, {"", "Olim Karimov"}), (Fields{"Olim Karimov"}));
}

TEST(PersonColumns, ListsHeadingsShortlyAndCannotBeMadeToGrow) {
  EXPECT_EQ(heading_list({}), "");
  EXPECT_EQ(heading_list(std::vector<std::string>{" seat ", "", "a\x1B\nb"}), "seat, (without a heading), a  b");
  std::string longest(39, 'x');
  longest.append("ы").append(1000, 'y');
  const std::string cut = heading_list(std::vector<std::string>(1000, longest));
  EXPECT_LT(cut.size(), 600u);
  EXPECT_EQ(cut.find('\xD1'), std::string::npos) << "no half of a letter";
  EXPECT_NE(cut.find(" and 988 more"), std::string::npos);
}

TEST(PersonColumnsNames, OneHalfUnderNameIsTheHalfThatTheOtherColumnsLack) {
  for (const auto& [name, other] : {std::pair{"name", "surname"}, std::pair{"names", "Surname(s)"}, std::pair{"full_name", "lname"}, std::pair{"given_name(s)", "surname"},
                                    std::pair{"fname", "last_name"}}) {
    const auto names = PersonColumns(Fields{other, name}).names(Fields{"Ordai", "Tuvan"});
    ASSERT_EQ(names.size(), 1u) << name;
    EXPECT_EQ(names[0].primary, "Ordai") << name;
    EXPECT_EQ(names[0].secondary, "Tuvan") << name;
  }
  const auto surname = PersonColumns(Fields{"name", "first_name"}).names(Fields{"Ordai", "Tuvan"});
  ASSERT_EQ(surname.size(), 1u);
  EXPECT_EQ(surname[0].primary, "Ordai");
  EXPECT_EQ(surname[0].secondary, "Tuvan");
  const auto patronymic = PersonColumns(Fields{"surname", "name", "patronymic"}).names(Fields{"Ordai", "Tuvan", "Kelegovich"});
  ASSERT_EQ(patronymic.size(), 1u);
  EXPECT_EQ(patronymic[0].secondary, "Tuvan Kelegovich");
}

}  // namespace
}  // namespace darvaza::records
