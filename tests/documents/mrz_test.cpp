#include "darvaza/mrz.h"

#include <algorithm>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "documents/specimens.h"

namespace darvaza::documents {
namespace {

Mrz parsed(std::string_view lines) {
  Result<Mrz> zone = parse_mrz(lines);
  EXPECT_TRUE(zone.has_value()) << lines;
  return zone ? *zone : Mrz{};
}

std::string with(std::string_view zone, std::size_t line, std::size_t position, std::string text) {
  std::string changed(zone);
  std::size_t at = 0;
  for (; line > 1; --line) at = changed.find('\n', at) + 1;
  return changed.replace(at + position - 1, text.size(), text);
}

const MrzCheck* find_check(const Mrz& zone, std::string_view field) {
  const auto check = std::find_if(zone.checks.begin(), zone.checks.end(),
                                  [field](const MrzCheck& row) { return row.field == field; });
  return check == zone.checks.end() ? nullptr : &*check;
}

bool holds(const Mrz& zone, std::string_view field) {
  const MrzCheck* check = find_check(zone, field);
  EXPECT_NE(check, nullptr) << field;
  return check != nullptr && check->holds;
}

bool has_problem_at(const Mrz& zone, std::string_view where) {
  return std::any_of(zone.problems.begin(), zone.problems.end(),
                     [where](const Problem& problem) { return problem.where == where; });
}

void expect_eriksson(const Mrz& zone) {
  EXPECT_EQ(zone.issuing_state, StateCode("UTO"));
  EXPECT_EQ(zone.nationality, StateCode("UTO"));
  EXPECT_EQ(zone.sex, Sex::female);
  EXPECT_EQ(zone.name.primary, "ERIKSSON");
  EXPECT_EQ(zone.name.secondary, "ANNA MARIA");
  EXPECT_FALSE(zone.name.may_be_truncated);
  EXPECT_TRUE(zone.checks_hold());
  EXPECT_TRUE(zone.problems.empty());
}

// ---- one test a format -------------------------------------------------------------------------

TEST(Mrz, PassportOfUtopia) {
  const Mrz zone = parsed(specimen::kTd3);
  expect_eriksson(zone);
  EXPECT_EQ(zone.format, MrzFormat::td3);
  EXPECT_EQ(zone.document_code, "P");
  EXPECT_EQ(zone.document_number, "L898902C3");
  EXPECT_EQ(zone.birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_EQ(zone.expires, (PartialDate{2012, 4, 15}));
  EXPECT_EQ(zone.optional_data, "ZE184226B");
  EXPECT_EQ(zone.checks.size(), 5U);
}

TEST(Mrz, CardOfSizeTd2) {
  const Mrz zone = parsed(specimen::kTd2);
  expect_eriksson(zone);
  EXPECT_EQ(zone.format, MrzFormat::td2);
  EXPECT_EQ(zone.document_code, "I");
  EXPECT_EQ(zone.document_number, "D23145890");
  EXPECT_EQ(zone.optional_data, "");
  EXPECT_EQ(zone.checks.size(), 4U);
}

TEST(Mrz, CardOfSizeTd1) {
  const Mrz zone = parsed(specimen::kTd1);
  expect_eriksson(zone);
  EXPECT_EQ(zone.format, MrzFormat::td1);
  EXPECT_EQ(zone.document_number, "D23145890");
  EXPECT_EQ(zone.birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_EQ(zone.expires, (PartialDate{2012, 4, 15}));
  EXPECT_EQ(zone.checks.size(), 4U);
}

// Doc 9303-7 §4.2.2.2: neither a personal-number nor a composite check digit
TEST(Mrz, VisasHaveThreeCheckDigits) {
  for (const std::string_view lines : {specimen::kMrvA, specimen::kMrvB}) {
    const Mrz zone = parsed(lines);
    expect_eriksson(zone);
    EXPECT_EQ(zone.document_code, "V");
    EXPECT_EQ(zone.document_number, "L898902C");
    EXPECT_EQ(zone.birth_date, (PartialDate{1969, 8, 6}));
    EXPECT_EQ(zone.expires, (PartialDate{1994, 6, 23}));
    EXPECT_EQ(zone.checks.size(), 3U);
  }
  EXPECT_EQ(parsed(specimen::kMrvA).format, MrzFormat::mrv_a);
  EXPECT_EQ(parsed(specimen::kMrvA).optional_data, "ZE184226B");
  EXPECT_EQ(parsed(specimen::kMrvB).format, MrzFormat::mrv_b);
  EXPECT_EQ(parsed(specimen::kMrvB).optional_data, "ZE184226");
}

// Doc 9303-8 App. B
TEST(Mrz, SingleSheetEmergencyDocumentIsOfSizeTd2) {
  const Mrz zone = parsed(with(specimen::kTd2, 1, 1, "PU"));
  expect_eriksson(zone);
  EXPECT_EQ(zone.format, MrzFormat::td2);
  EXPECT_EQ(zone.document_code, "PU");
}

// ---- document codes and States ---------------------------------------------------------------

// Doc 9303-4 §4.4, and free second letters of documents issued before 2026
TEST(Mrz, EverySecondLetterOfAPassportIsAccepted) {
  for (const char* code :
       {"PP", "PE", "PD", "PO", "PR", "PT", "PS", "PL", "PM", "PU", "PN", "PZ"}) {
    const Mrz zone = parsed(with(specimen::kTd3, 1, 1, code));
    expect_eriksson(zone);
    EXPECT_EQ(zone.document_code, code);
  }
}

TEST(Mrz, GermanyPrintsOneLetter) {
  const std::string lines = with(with(specimen::kTd3, 1, 3, "D<<"), 2, 11, "D<<");
  const Mrz zone = parsed(lines);
  EXPECT_EQ(zone.issuing_state.text(), "D");
  EXPECT_EQ(zone.nationality.text(), "D");
  EXPECT_TRUE(zone.problems.empty());
}

// Doc 9303-3 §5, Parts B to E, Kosovo, and codes that are withdrawn but met
TEST(Mrz, SpecialCodesAreAssigned) {
  for (const char* code :
       {"GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNK", "EUE", "UNO", "UNA", "XXA",
        "XXB", "XXC", "XXX", "XOM", "XPO", "XBA", "XIM", "XCC", "XCE", "XCO", "XEC",
        "XES", "XMP", "XDC", "UTO", "YTO", "ANT", "NTZ", "IAO", "SUN", "YUG"}) {
    const Mrz zone = parsed(with(with(specimen::kTd3, 1, 3, code), 2, 11, code));
    EXPECT_EQ(zone.nationality.text(), code);
    EXPECT_TRUE(zone.problems.empty()) << code;
  }
}

TEST(Mrz, ACodeThatIsNotAssignedIsKeptAndReported) {
  const Mrz zone = parsed(with(specimen::kTd3, 1, 3, "QQX"));
  EXPECT_EQ(zone.issuing_state.text(), "QQX");
  EXPECT_TRUE(has_problem_at(zone, "line 1, position 3"));
}

TEST(Mrz, AStateThatIsNoCodeIsUnknownAndReported) {
  const Mrz zone = parsed(with(specimen::kTd3, 2, 11, "U0O"));
  EXPECT_TRUE(zone.nationality.empty());
  EXPECT_TRUE(has_problem_at(zone, "line 2, position 11"));
  EXPECT_TRUE(has_problem_at(parsed(with(specimen::kTd3, 2, 11, "<<<")), "line 2, position 11"));
}

TEST(Mrz, AnOddFirstCharacterIsReportedAndTheRestRead) {
  const Mrz zone = parsed(with(specimen::kTd3, 1, 1, "F"));
  EXPECT_EQ(zone.format, MrzFormat::td3);
  EXPECT_EQ(zone.name.primary, "ERIKSSON");
  EXPECT_TRUE(has_problem_at(zone, "line 1, position 1"));
}

// ---- check digits ----------------------------------------------------------------------------

TEST(Mrz, AWrongCheckDigitIsReportedAndDiscardsNothing) {
  const Mrz zone = parsed(with(specimen::kTd3, 2, 28, "8"));
  EXPECT_FALSE(zone.checks_hold());
  EXPECT_FALSE(holds(zone, "expiry"));
  EXPECT_FALSE(holds(zone, "composite"));
  EXPECT_TRUE(holds(zone, "document number"));
  EXPECT_EQ(find_check(zone, "expiry")->expected, '9');
  EXPECT_EQ(find_check(zone, "expiry")->found, '8');
  EXPECT_TRUE(has_problem_at(zone, "line 2, position 28"));
  EXPECT_TRUE(has_problem_at(zone, "line 2, position 44"));
  EXPECT_EQ(zone.expires, (PartialDate{2012, 4, 15}));
}

// Doc 9303-4 §4.2.2.2, field 13
TEST(Mrz, AnUnusedPersonalNumberMayHaveAZeroOrAFillerForCheckDigit) {
  const std::string unused = with(specimen::kTd3, 2, 29, "<<<<<<<<<<<<<<");
  EXPECT_TRUE(parsed(with(unused, 2, 43, "08")).checks_hold());
  EXPECT_TRUE(parsed(with(unused, 2, 43, "<8")).checks_hold());
  EXPECT_FALSE(parsed(with(unused, 2, 43, "18")).checks_hold());
}

TEST(Mrz, AUsedPersonalNumberNeedsItsCheckDigit) {
  EXPECT_FALSE(holds(parsed(with(specimen::kTd3, 2, 43, "<")), "optional data"));
}

// Doc 9303-4 §4.2.4: nationality and sex are not covered
TEST(Mrz, TheCompositeDigitDoesNotCoverNationalityAndSex) {
  EXPECT_TRUE(parsed(with(specimen::kTd3, 2, 11, "IRN")).checks_hold());
  EXPECT_TRUE(parsed(with(specimen::kTd3, 2, 21, "M")).checks_hold());
  EXPECT_TRUE(parsed(with(specimen::kTd1, 2, 16, "IRN")).checks_hold());
}

TEST(Mrz, TheCompositeDigitOfATd1CoversBothOptionalFields) {
  EXPECT_FALSE(holds(parsed(with(specimen::kTd1, 1, 16, "B")), "composite"));
  EXPECT_FALSE(holds(parsed(with(specimen::kTd1, 2, 19, "B")), "composite"));
}

// ---- long document numbers ---------------------------------------------------------------------

TEST(Mrz, ALongNumberOfATd1GoesOnInTheOptionalData) {
  const Mrz zone = parsed(specimen::kTd1LongNumber);
  expect_eriksson(zone);
  EXPECT_EQ(zone.document_number, "D23145890XYZ");
  EXPECT_EQ(zone.optional_data, "");
  EXPECT_EQ(find_check(zone, "document number")->found, '5');
}

TEST(Mrz, ALongNumberOfATd2GoesOnInTheOptionalData) {
  const Mrz zone = parsed(specimen::kTd2LongNumber);
  expect_eriksson(zone);
  EXPECT_EQ(zone.document_number, "D23145890XYZ");
}

TEST(Mrz, OptionalDataAfterALongNumberIsKept) {
  const Mrz zone = parsed(with(specimen::kTd1LongNumber, 1, 21, "AB<12"));
  EXPECT_EQ(zone.document_number, "D23145890XYZ");
  EXPECT_EQ(zone.optional_data, "AB<12");
}

TEST(Mrz, TheCheckDigitOfALongNumberIsReportedWhereItStands) {
  const Mrz zone = parsed(with(specimen::kTd1LongNumber, 1, 19, "6"));
  EXPECT_FALSE(holds(zone, "document number"));
  EXPECT_TRUE(has_problem_at(zone, "line 1, position 19"));
}

TEST(Mrz, NoCheckDigitAndNoContinuationIsMalformed) {
  const Mrz zone = parsed(with(specimen::kTd1, 1, 15, "<"));
  EXPECT_EQ(zone.document_number, "D23145890");
  EXPECT_FALSE(holds(zone, "document number"));
  EXPECT_TRUE(has_problem_at(zone, "line 1, position 15"));
}

// Doc 9303-4: a passport number has nine characters at most
TEST(Mrz, APassportHasNoLongNumbers) {
  const Mrz zone = parsed(with(specimen::kTd3, 2, 10, "<"));
  EXPECT_EQ(zone.document_number, "L898902C3");
  EXPECT_FALSE(holds(zone, "document number"));
  EXPECT_EQ(zone.optional_data, "ZE184226B");
}

// Doc 9303-5 App. C: positions 16 to 18 of line 1 are the employer
TEST(Mrz, TheEmployerOnACrewCertificateIsNotPartOfTheNumber) {
  const Mrz zone = parsed(with(with(specimen::kTd1, 1, 1, "AC"), 1, 16, "XYZ"));
  EXPECT_EQ(zone.document_code, "AC");
  EXPECT_EQ(zone.document_number, "D23145890");
  EXPECT_EQ(zone.optional_data, "XYZ");
  EXPECT_EQ(zone.employer, "XYZ");
  EXPECT_EQ(parsed(with(with(specimen::kTd1, 1, 1, "AC"), 1, 16, "XY<")).employer, "XY");
  EXPECT_EQ(parsed(with(specimen::kTd1, 1, 16, "XYZ")).employer, "");
  EXPECT_TRUE(holds(zone, "document number"));
  const Mrz no_digit = parsed(with(with(specimen::kTd1, 1, 1, "AC"), 1, 15, "<XYZ"));
  EXPECT_EQ(no_digit.document_number, "D23145890");
  EXPECT_EQ(no_digit.optional_data, "XYZ");
}

TEST(Mrz, BothOptionalFieldsOfATd1AreJoinedByAFiller) {
  EXPECT_EQ(parsed(with(with(specimen::kTd1, 1, 16, "A<B"), 2, 19, "CD")).optional_data, "A<B<CD");
  EXPECT_EQ(parsed(with(specimen::kTd1, 2, 19, "CD")).optional_data, "CD");
}

TEST(Mrz, FillersInsideANumberAreNotPartOfIt) {
  EXPECT_EQ(parsed(with(specimen::kTd3, 2, 1, "L8<9<2C3<")).document_number, "L892C3");
}

TEST(Mrz, AnEmptyNumberIsReported) {
  const Mrz zone = parsed(with(specimen::kTd3, 2, 1, "<<<<<<<<<0"));
  EXPECT_EQ(zone.document_number, "");
  EXPECT_TRUE(has_problem_at(zone, "line 2, position 1"));
}

// ---- dates, sex, names -------------------------------------------------------------------------

TEST(Mrz, UnknownPartsOfTheBirthDateKeepTheirCheckDigit) {
  const Mrz year_only = parsed(with(specimen::kMrvA, 2, 14, "74<<<<1"));
  EXPECT_EQ(year_only.birth_date, (PartialDate{1974, 0, 0}));
  EXPECT_TRUE(year_only.problems.empty());
  const Mrz unknown = parsed(with(specimen::kMrvA, 2, 14, "<<<<<<0"));
  EXPECT_EQ(unknown.birth_date, PartialDate{});
  EXPECT_TRUE(unknown.problems.empty());
}

TEST(Mrz, ADateThatDoesNotExistIsReportedAndItsSoundPartKept) {
  const Mrz zone = parsed(with(specimen::kMrvA, 2, 14, "7402304"));
  EXPECT_EQ(zone.birth_date, (PartialDate{1974, 2, 0}));
  EXPECT_TRUE(has_problem_at(zone, "line 2, position 14"));
  EXPECT_TRUE(zone.checks_hold());
}

TEST(Mrz, TheCenturyFollowsTheReferenceYear) {
  const std::string lines = with(specimen::kMrvA, 2, 14, "300101");
  EXPECT_EQ(parse_mrz(lines, {.reference_year = 2026})->birth_date.year, 1930);
  EXPECT_EQ(parse_mrz(lines, {.reference_year = 2031})->birth_date.year, 2030);
}

TEST(Mrz, CenturyRulesAreConfigurable) {
  const std::string lines = with(with(specimen::kMrvA, 2, 14, "200101"), 2, 22, "600101");
  const auto birth_year = [&](int youngest) {
    return parse_mrz(lines, {.youngest_age = youngest})->birth_date.year;
  };
  EXPECT_EQ(birth_year(0), 2020);
  EXPECT_EQ(birth_year(6), 2020);
  EXPECT_EQ(birth_year(7), 1920);  // nobody of the year 2020 is seven in 2026
  EXPECT_EQ(birth_year(std::numeric_limits<int>::min()), 2020);
  const std::string next_year = with(specimen::kMrvA, 2, 14, "270101");
  EXPECT_EQ(parse_mrz(next_year, {.youngest_age = -1})->birth_date.year, 1927);
  const auto expiry_year = [&](int ahead) {
    return parse_mrz(lines, {.expiry_years_ahead = ahead})->expires.year;
  };
  EXPECT_EQ(expiry_year(50), 2060);
  EXPECT_EQ(expiry_year(34), 2060);
  EXPECT_EQ(expiry_year(33), 1960);
  EXPECT_EQ(expiry_year(1'000'000'000), 2060);
}

TEST(Mrz, AnAbsurdReferenceYearStillGivesDates) {
  for (const int year : {-2'000'000'000, 0, 2'000'000'000}) {
    const Result<Mrz> zone = parse_mrz(specimen::kTd3, {.reference_year = year});
    ASSERT_TRUE(zone);
    EXPECT_TRUE(is_valid(zone->birth_date) && zone->birth_date.known());
    EXPECT_TRUE(is_valid(zone->expires) && zone->expires.known());
  }
}

// ---- personal numbers
// ---------------------------------------------------------------------------- Numbers made up by
// the rules of personal_number.h; check digits worked out by hand.

constexpr std::string_view kKazakh =
    "PPKAZZARBOFANOV<<NODIR<<<<<<<<<<<<<<<<<<<<<<\n"
    "N012345679KAZ8503172M3001019850317304210<<40";

TEST(Mrz, APersonalNumberInTheOptionalDataGivesBirthDateAndSex) {
  const Mrz zone = parsed(kKazakh);
  EXPECT_TRUE(zone.problems.empty());
  EXPECT_EQ(zone.personal_number, "850317304210");
  EXPECT_EQ(zone.personal_birth_date, (PartialDate{1985, 3, 17}));
  EXPECT_EQ(zone.personal_sex, Sex::male);
  const Traveller traveller = to_traveller(zone);
  ASSERT_EQ(traveller.documents.size(), 2U);
  EXPECT_EQ(traveller.documents[1].number, "850317304210");
  EXPECT_EQ(traveller.documents[1].type, "personal number");
  EXPECT_EQ(traveller.documents[1].issuing_state, StateCode("KAZ"));
}

TEST(Mrz, APersonalNumberThatFailsItsRuleIsOptionalDataAndNoMore) {
  const Mrz zone = parsed(with(kKazakh, 2, 40, "1"));
  EXPECT_EQ(zone.personal_number, "");
  EXPECT_EQ(zone.optional_data, "850317304211");
  EXPECT_TRUE(has_problem_at(zone, "line 2, position 29"));
  EXPECT_EQ(to_traveller(zone).documents.size(), 1U);
}

TEST(Mrz, APersonalNumberSettlesTheCentury) {
  const Mrz zone = parsed(with(kKazakh, 2, 1, "N012345679KAZ2503170M3001019250317304215<<72"));
  EXPECT_TRUE(zone.checks_hold());
  EXPECT_EQ(zone.birth_date, (PartialDate{1925, 3, 17}));
}

TEST(Mrz, OtherStatesOptionalDataIsNoPersonalNumber) {
  EXPECT_EQ(parsed(with(kKazakh, 1, 3, "UTO")).personal_number, "");
}

TEST(Mrz, SexIsFOrMOrUnknown) {
  EXPECT_EQ(parsed(with(specimen::kTd3, 2, 21, "M")).sex, Sex::male);
  const Mrz unspecified = parsed(with(specimen::kTd3, 2, 21, "<"));
  EXPECT_EQ(unspecified.sex, Sex::unknown);
  EXPECT_TRUE(unspecified.problems.empty());
  const Mrz odd = parsed(with(specimen::kTd3, 2, 21, "X"));
  EXPECT_EQ(odd.sex, Sex::unknown);
  EXPECT_TRUE(has_problem_at(odd, "line 2, position 21"));
}

// 7 looks like no letter; what does is repaired (mrz_repair_test.cpp).
TEST(Mrz, ADigitInTheNameIsKeptAndReported) {
  const Mrz zone = parsed(with(specimen::kTd3, 1, 8, "7"));
  EXPECT_EQ(zone.name.primary, "ER7KSSON");
  EXPECT_TRUE(has_problem_at(zone, "line 1, position 8"));
}

TEST(Mrz, AnEmptyNameIsReported) {
  const Mrz zone = parsed(with(specimen::kTd1, 3, 1, std::string(30, '<')));
  EXPECT_TRUE(zone.name.primary.empty());
  EXPECT_TRUE(has_problem_at(zone, "line 3, position 1"));
}

// ---- shapes ------------------------------------------------------------------------------------

TEST(Mrz, TextOfNoKnownShapeIsAnErrorThatNamesTheShapes) {
  const Result<Mrz> zone = parse_mrz("P<UTOERIKSSON");
  ASSERT_FALSE(zone);
  EXPECT_EQ(zone.error().code, ErrorCode::input_refused);
  for (const char* shape : {"TD1", "TD2", "TD3", "MRV-A", "MRV-B"}) {
    EXPECT_NE(zone.error().message.find(shape), std::string::npos) << shape;
  }
  EXPECT_EQ(zone.error().message.find("ERIKSSON"), std::string::npos);
}

TEST(Mrz, FormatsHaveTheNamesOfTheNorm) {
  EXPECT_EQ(to_string(MrzFormat::td1), "TD1");
  EXPECT_EQ(to_string(MrzFormat::td2), "TD2");
  EXPECT_EQ(to_string(MrzFormat::td3), "TD3");
  EXPECT_EQ(to_string(MrzFormat::mrv_a), "MRV-A");
  EXPECT_EQ(to_string(MrzFormat::mrv_b), "MRV-B");
}

// ---- the traveller -----------------------------------------------------------------------------

TEST(MrzToTraveller, HasTheZonesFacts) {
  const Traveller traveller = to_traveller(parsed(specimen::kTd3));
  EXPECT_EQ(traveller.id, "");
  ASSERT_EQ(traveller.names.size(), 1U);
  EXPECT_EQ(traveller.names[0].full(), "ANNA MARIA ERIKSSON");
  EXPECT_EQ(traveller.birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_EQ(traveller.sex, Sex::female);
  ASSERT_EQ(traveller.nationalities.size(), 1U);
  EXPECT_EQ(traveller.nationalities[0], StateCode("UTO"));
  ASSERT_EQ(traveller.documents.size(), 1U);
  EXPECT_EQ(traveller.documents[0].number, "L898902C3");
  EXPECT_EQ(traveller.documents[0].type, "P");
  EXPECT_EQ(traveller.documents[0].issuing_state, StateCode("UTO"));
  EXPECT_EQ(traveller.documents[0].expires, (PartialDate{2012, 4, 15}));
  EXPECT_TRUE(traveller.problems.empty());
}

TEST(MrzToTraveller, TakesTheProblemsAlong) {
  const Mrz zone = parsed(with(specimen::kTd3, 2, 28, "8"));
  EXPECT_EQ(to_traveller(zone).problems.size(), zone.problems.size());
  EXPECT_FALSE(zone.problems.empty());
}

TEST(MrzToTraveller, UsesOneCodeForGermany) {
  const Traveller traveller = to_traveller(parsed(with(specimen::kTd3, 2, 11, "DEU")));
  ASSERT_EQ(traveller.nationalities.size(), 1U);
  EXPECT_EQ(traveller.nationalities[0], StateCode("D"));
}

TEST(MrzToTraveller, LeavesOutWhatTheZoneDoesNotSay) {
  const std::string nameless = with(specimen::kTd1, 3, 1, std::string(30, '<'));
  const Traveller traveller = to_traveller(parsed(with(nameless, 1, 6, "<<<<<<<<<0")));
  EXPECT_TRUE(traveller.names.empty());
  EXPECT_TRUE(traveller.documents.empty());
}

TEST(MrzToTraveller, ALongNumberThatDoesNotCheckGivesTheShortOneToo) {
  EXPECT_EQ(to_traveller(parsed(specimen::kTd1LongNumber)).documents.size(), 1U);
  const Traveller traveller = to_traveller(parsed(with(specimen::kTd1LongNumber, 1, 19, "6")));
  ASSERT_EQ(traveller.documents.size(), 2U);
  EXPECT_EQ(traveller.documents[0].number, "D23145890XYZ");
  EXPECT_EQ(traveller.documents[1].number, "D23145890");
}

}  // namespace
}  // namespace darvaza::documents
