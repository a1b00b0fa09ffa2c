#include "manifests/csv_manifest.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "manifests/read_text.h"
#include "records/not_text.h"

namespace darvaza::manifests {
namespace {

/// Doc 9303-4 appendix B, the specimen of Utopia.
constexpr const char* kLine1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
constexpr const char* kLine2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

TEST(CsvManifest, ReadsColumnsByNameInAnyOrder) {
  const auto read = read_text(
      "DOB,Given_Names,SURNAME,nationality,sex,id,document_number,document_type,issuing_state,"
      "birth_place,father_name,middle_name\n"
      "1980-05-17,Marina,Testova,GB/PAK,female,t17,XY1,P,Pakistan,Quetta,Ivan,Olga\n");
  ASSERT_TRUE(read.summary);
  EXPECT_EQ(read.summary->format, ManifestFormat::csv);
  ASSERT_EQ(read.travellers.size(), 1u);
  const Traveller& traveller = read.travellers[0];
  EXPECT_TRUE(traveller.problems.empty());
  EXPECT_EQ(traveller.id, "t17");
  EXPECT_EQ(traveller.names.at(0).primary, "Testova");
  EXPECT_EQ(traveller.names.at(0).secondary, "Marina Olga");
  EXPECT_EQ(traveller.father_name, "Ivan");
  EXPECT_EQ(traveller.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(traveller.sex, Sex::female);
  ASSERT_EQ(traveller.nationalities.size(), 2u);
  EXPECT_EQ(traveller.nationalities[0].text(), "GBR");
  EXPECT_EQ(traveller.nationalities[1].text(), "PAK");
  EXPECT_EQ(traveller.birth_place, "Quetta");
  EXPECT_EQ(traveller.documents.at(0).number, "XY1");
  EXPECT_EQ(traveller.documents.at(0).type, "P");
  EXPECT_EQ(traveller.documents.at(0).issuing_state.text(), "PAK");
}

TEST(CsvManifest, RowsWithoutAnIdAreNumbered) {
  const auto read = read_text("name\nMarina Testova\nДжохар Пробный\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[0].id, "1");
  EXPECT_EQ(read.travellers[1].id, "2");
  EXPECT_EQ(read.travellers[1].names.at(0).primary, "Джохар Пробный");
}

TEST(CsvManifest, AByteOrderMarkIsNoPartOfTheFirstHeading) {
  EXPECT_EQ(read_text("\xEF\xBB\xBFname\nMarina Testova\n").travellers.at(0).names.size(), 1u);
}

TEST(CsvManifest, OddValuesArePlacedProblemsOfTheirRowOnly) {
  const auto read = read_text(
      "name,dob,sex,nationality\nMarina Testova,05/17/1980,?,Atlantis\nJuan Prueba,1980,M,PAK\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[0].problems.size(), 3u);
  EXPECT_TRUE(has_problem(read.travellers[0], "line 2: the birth date"));
  EXPECT_TRUE(has_problem(read.travellers[0], "line 2: the sex"));
  EXPECT_TRUE(has_problem(read.travellers[0], "line 2: the nationality"));
  EXPECT_TRUE(read.travellers[1].problems.empty());
  EXPECT_EQ(read.travellers[1].birth_date, (PartialDate{1980, 0, 0}));
}

TEST(CsvManifest, RowsOfTheWrongWidthAreStillTravellers) {
  const auto read = read_text("name,dob\nMarina Testova\nJuan Prueba,1980,extra\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[0], "line 2: the row has 1 fields, the header 2"));
  EXPECT_TRUE(has_problem(read.travellers[1], "line 3"));
  EXPECT_EQ(read.travellers[1].birth_date.year, 1980);
}

TEST(CsvManifest, ARowOfNobodyIsATravellerWithAProblem) {
  const auto read = read_text("name,dob,document_number\n,1980-05-17,\n,,AB123\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[0], "no name"));
  EXPECT_TRUE(read.travellers[1].problems.empty());
}

TEST(CsvManifest, AnMrzColumnFillsWhatIsEmptyAndAddsItsName) {
  const auto read = read_text("name,dob,mrz\nAnna Eriksson-Test,,\"" + std::string(kLine1) + "\n" +
                              kLine2 + "\"\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  const Traveller& traveller = read.travellers[0];
  ASSERT_EQ(traveller.names.size(), 2u);
  EXPECT_EQ(traveller.names[0].primary, "Anna Eriksson-Test");
  EXPECT_EQ(traveller.names[1].primary, "ERIKSSON");
  EXPECT_EQ(traveller.names[1].secondary, "ANNA MARIA");
  EXPECT_EQ(traveller.birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_EQ(traveller.sex, Sex::female);
  EXPECT_EQ(traveller.documents.at(0).number, "L898902C3");
  EXPECT_TRUE(traveller.problems.empty());
}

TEST(CsvManifest, AnMrzMayBeRunTogetherAndItsNameIsNotAddedTwice) {
  const auto read = read_text("surname,given_names,dob,mrz\nEriksson,Anna Maria,1974-08-13," +
                              std::string(kLine1) + kLine2 + "\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].names.size(), 1u);
  EXPECT_EQ(read.travellers[0].birth_date, (PartialDate{1974, 8, 13}));
  EXPECT_TRUE(has_problem(read.travellers[0], "line 2, mrz: a second birth date differs"));
}

// The specimen's birth date beside a check digit that is not its own, 7408123 for 7408122
TEST(CsvManifest, ADateBesideAWrongCheckDigitIsDoubtfulUnlessTheRowConfirmsIt) {
  const std::string zone = std::string(kLine1) + "L898902C36UTO7408123F1204159ZE184226B<<<<<10";
  const auto read = read_text("surname,dob,mrz\nEriksson,," + zone + "\nEriksson,1974-08-12," + zone + "\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[0].birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_TRUE(read.travellers[0].birth_date_doubtful);
  EXPECT_EQ(read.travellers[1].birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_FALSE(read.travellers[1].birth_date_doubtful);
}

TEST(CsvManifest, AnUnreadableMrzIsAnUnreadDocumentUnlessTheRowHasOne) {
  const auto read = read_text("name,mrz,document_number\nMarina Testova,P<UTO,\n,P<UTO,\nMarina Testova,P<UTO,AB123456\nMarina Testova,N/A,\nMarina Testova,-,\n");
  ASSERT_EQ(read.travellers.size(), 5u);
  EXPECT_TRUE(has_problem(read.travellers[0], "line 2, mrz"));
  EXPECT_EQ(read.travellers[0].names.size(), 1u);
  EXPECT_TRUE(has_problem(read.travellers[1], "line 3, mrz"));
  for (const std::size_t i : {0u, 1u}) {
    ASSERT_EQ(read.travellers[i].documents.size(), 1u) << "nobody may be clear whose document was not looked up";
    EXPECT_EQ(read.travellers[i].documents[0].number, records::kNotText);
  }
  EXPECT_TRUE(has_problem(read.travellers[2], "line 4, mrz"));
  ASSERT_EQ(read.travellers[2].documents.size(), 1u);
  EXPECT_EQ(read.travellers[2].documents[0].number, "AB123456");
  EXPECT_TRUE(read.travellers[3].documents.empty());
  EXPECT_TRUE(read.travellers[4].documents.empty());
}

TEST(CsvManifest, AFamilyNameUnderAnUnknownHeadingIsAnUnreadName) {
  const auto read = read_text("given_names,Фамилия\nMarina,Testova\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_TRUE(has_problem(read.travellers[0], "the family name may stand under one of them"));
  EXPECT_EQ(read.travellers[0].names.back().primary, records::kNotText) << "nobody is clear by a given name alone";
  for (const char* known : {"given_names\nMarina\n", "given_names,surname,seat\nMarina,Testova,2A\n", "name,seat\nMarina Testova,2A\n",
                            "given_names,mrz,seat\nMarina,\"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\",2A\n"}) {
    const auto other = read_text(known);
    ASSERT_EQ(other.travellers.size(), 1u) << known;
    EXPECT_NE(other.travellers[0].names.back().primary, records::kNotText) << known;
  }
}

TEST(CsvManifest, BrokenQuotingIsRefusedBeforeTheFirstTraveller) {
  const auto read = read_text("name\n\"Marina Testova\n");
  ASSERT_FALSE(read.summary);
  EXPECT_EQ(read.summary.error().code, ErrorCode::input_refused);
  EXPECT_EQ(read.summary.error().line, 2u);
  EXPECT_EQ(read.summary.error().file, "test");
}

TEST(CsvManifest, BrokenQuotingAfterTravellersMakesTheManifestIncomplete) {
  const auto read = read_text("name\nMarina Testova\n\"Juan Prueba\n");
  ASSERT_TRUE(read.summary);
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(read.says("line 3"));
}

TEST(CsvManifest, IllFormedUtf8IsReplacedAndReported) {
  const auto read = read_text("name\nMarina \xFFTestova\n");
  EXPECT_TRUE(has_problem(read.travellers.at(0), "UTF-8"));
  EXPECT_EQ(read.travellers[0].names.at(0).primary, "Marina \xEF\xBF\xBDTestova");
}

TEST(CsvManifest, AHeaderThatIdentifiesNobodyIsRefused) {
  const auto read = read_text("colour,dob\nred,1980\n", ManifestFormat::csv);
  ASSERT_FALSE(read.summary);
  EXPECT_EQ(read.summary.error().code, ErrorCode::input_refused);
}

TEST(CsvManifest, AHeaderAloneMayBeATransferThatFailed) {
  const auto read = read_text("name,dob\n");
  ASSERT_TRUE(read.summary);
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(read.travellers.empty());
}

TEST(CsvManifest, HeadingsThatNobodyReadsAreToldOnceOfTheFile) {
  const auto read = read_text("id,name,passport nr,DOB (dd.mm.yyyy),weak_aliases\n1,Marina Testova,N1,,\n2,Juan Prueba,,,\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.travellers[0].problems.empty());
  ASSERT_EQ(read.summary->problems.size(), 1u);
  EXPECT_EQ(read.summary->problems[0].where, "line 1");
  EXPECT_TRUE(read.says("passport nr, DOB (dd.mm.yyyy), weak_aliases"));
}

TEST(CsvManifest, APassportIsADocumentWhateverItsHeadingIsCalled) {
  for (const char* heading : {"passport", "Passport No", "document no", "passport_number"}) {
    const auto read = read_text(std::string("name,") + heading + "\nMarina Testova,N1234567\n");
    ASSERT_EQ(read.travellers.size(), 1u);
    EXPECT_EQ(read.travellers[0].documents.size(), 1u) << heading;
    EXPECT_TRUE(read.summary->problems.empty()) << heading;
  }
}

std::vector<std::string> numbers_of(const Traveller& traveller) {
  std::vector<std::string> numbers;
  for (const TravelDocument& document : traveller.documents) numbers.push_back(document.number);
  return numbers;
}

TEST(CsvManifest, ColumnsOfOneMeaningAreAllRead) {
  const auto read = read_text("id,name,name,passport,document_number,issuer,alias,aliases\n1,Marina Testova,Maryna Testowa,AA1234567,T90512806,TJK,Mara,M. Testova\n");
  const Traveller& traveller = read.travellers.at(0);
  EXPECT_TRUE(traveller.problems.empty());
  ASSERT_EQ(traveller.names.size(), 4u);
  EXPECT_EQ(traveller.names[1].primary, "Maryna Testowa");
  EXPECT_EQ(numbers_of(traveller), (std::vector<std::string>{"AA1234567", "T90512806"}));
  EXPECT_EQ(traveller.documents[1].issuing_state.text(), "TJK");
}

TEST(CsvManifest, DocumentCellsAreReadAsInWatchlists) {
  using Numbers = std::vector<std::string>;
  const auto read = read_text(
      "id,name,document_number\n1,Xe Ye,T90512806;AA1\n2,Xe Ye,\"T90512806, AA1\"\n3,Xe Ye,T90512806/AA1\n4,Xe Ye,passport T90512806\n5,Xe Ye,T90512806 (old)\n"
      "6,Xe Ye,N/A\n7,Xe Ye,1.23457E+11\n8,Xe Ye,T90512806 (Tajikistan)\n");
  ASSERT_EQ(read.travellers.size(), 8u);
  EXPECT_EQ(numbers_of(read.travellers[0]), (Numbers{"T90512806", "AA1"}));
  EXPECT_EQ(numbers_of(read.travellers[1]), (Numbers{"T90512806", "AA1"}));
  EXPECT_EQ(numbers_of(read.travellers[2]), (Numbers{"T90512806/AA1", "T90512806", "AA1"}));
  EXPECT_EQ(numbers_of(read.travellers[3]), (Numbers{"T90512806"}));
  EXPECT_EQ(numbers_of(read.travellers[4]), (Numbers{"T90512806"}));
  EXPECT_TRUE(read.travellers[5].documents.empty());
  EXPECT_TRUE(read.travellers[5].problems.empty());
  EXPECT_EQ(numbers_of(read.travellers[6]), (Numbers{"\xEF\xBF\xBC"}));
  EXPECT_TRUE(has_problem(read.travellers[6], "spreadsheet has rounded"));
  EXPECT_EQ(read.travellers[7].documents.at(0).issuing_state.text(), "TJK");
}

TEST(CsvManifest, ARowWithMoreFieldsThanHeadingsHasMovedSomething) {
  const auto read = read_text("id,name,birth_date\n1,Marina, Testova,1980-05-17\n2,Juan Prueba\n3,Juan Prueba,1980,,\n");
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_EQ(read.travellers[0].names.back().primary, "\xEF\xBF\xBC") << "no complete answer";
  for (std::size_t i = 1; i < 3; ++i) {
    EXPECT_EQ(read.travellers[i].names.size(), 1u);
    EXPECT_TRUE(has_problem(read.travellers[i], "wrong columns"));
  }
}

TEST(CsvManifest, TheUsualThreeColumnsOfTheRegionAreOneName) {
  const auto read = read_text("id,surname,name,patronymic\n1,Karimov,Olim,Rustamovich\n");
  ASSERT_EQ(read.travellers.at(0).names.size(), 1u);
  EXPECT_EQ(read.travellers[0].names[0].full(), "Olim Rustamovich Karimov");
}

TEST(CsvManifest, AFileThatEndsInsideARowIsNotComplete) {
  const auto cut = read_text("id,name,dob\n1,Marina Testova,1980\n2,Juan Pru");
  ASSERT_EQ(cut.travellers.size(), 2u);
  EXPECT_FALSE(cut.summary->complete);
  EXPECT_TRUE(cut.travellers[0].problems.empty());
  EXPECT_TRUE(has_problem(cut.travellers[1], "line 3: the file ends inside this row, after 2 of 3 fields"));
  ASSERT_EQ(cut.travellers[1].names.size(), 2u);
  EXPECT_EQ(cut.travellers[1].names[1].primary, "\xEF\xBF\xBC") << "it makes the answer incomplete";
  EXPECT_TRUE(read_text("id,name\n1,Marina Testova").summary->complete) << "a last line without its end";
  EXPECT_TRUE(read_text("id,name,dob\n1,Marina Testova\n").summary->complete) << "a spreadsheet leaves empty cells out";
}

TEST(CsvManifest, ACellOfNoBreakSpacesIsEmpty) {
  const auto read = read_text("id,surname,given_names,birth_date,sex,nationality,document_number,issuing_state\n1,Testova,Marina,\u00A0,\u00A0,\u200E,\u00A0,\u00A0\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_TRUE(read.travellers[0].problems.empty());
  EXPECT_TRUE(read.travellers[0].documents.empty()) << "one without a letter would make the answer incomplete";
}

}  // namespace
}  // namespace darvaza::manifests
