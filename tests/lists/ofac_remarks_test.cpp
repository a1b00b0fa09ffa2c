#include "lists/ofac_remarks.h"

#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

struct ReadRemarks {
  WatchlistEntry entry;
  std::uint64_t remarks = 0;
};

ReadRemarks read(std::string_view text) {
  const ListSink sink;
  SourceRecorder recorder("sdn.csv", ListFormat::ofac_sdn_csv, "ofac-sdn", sink);
  EntryBuilder person(recorder, Place{1, 1});
  add_ofac_remarks(text, person);
  return {person.entry, recorder.summary().remark_count};
}

TEST(OfacRemarks, ReadEveryFactOfThePerson) {
  const auto entry =
      read(
          "DOB 10 Dec 1958; alt. DOB 1959; alt. DOB circa 1957; alt. DOB 01 Jan 1961 to 31 Dec "
          "1962; "
          "POB Herat, Afghanistan; alt. POB Merv; nationality Afghanistan; alt. nationality Iran; "
          "citizen Turkey; Gender Female; a.k.a. 'ABU-'KELEG'.")
          .entry;
  EXPECT_EQ(dates_of(entry),
            (Texts{"1958-12-10", "1959", "circa 1957", "1961-01-01 to 1962-12-31"}));
  EXPECT_EQ(entry.birth_places, (Texts{"Herat, Afghanistan", "Merv"}));
  ASSERT_EQ(entry.nationalities.size(), 3u);
  EXPECT_EQ(entry.nationalities[2].text(), "TUR");
  EXPECT_EQ(entry.sex, Sex::female);
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"ABU-'KELEG"}));
}

TEST(OfacRemarks, TypeAndProgrammeBehindTheLastClauseAreNoPartOfIt) {
  for (const auto* text : {"nationality Iran; Gender Male (individual) [SDGT].", "Gender Male; nationality Iran (individual) [SDGT] (Linked To: ORDAI).",
                           "Gender Male; nationality Iran; DOB 10 Dec 1958 (individual)"}) {
    const auto person = read(text);
    EXPECT_EQ(person.remarks, 0u) << text;
    EXPECT_EQ(person.entry.sex, Sex::male) << text;
    ASSERT_EQ(person.entry.nationalities.size(), 1u) << text;
  }
}

TEST(OfacRemarks, ReadDocumentsOfEveryKind) {
  const auto entry =
      read(
          "Passport A0000001 (Pakistan) issued 05 Jan 1999 expires 04 Jan 2004; alt. Passport B "
          "000002; "
          "National ID No. 0000-3 (Iran); C.U.R.P. ABCD000004 (Mexico); Cedula No. 5.555.555; "
          "Diplomatic Passport D0000006 (Korea, North).")
          .entry;
  ASSERT_EQ(entry.documents.size(), 6u);
  EXPECT_EQ(entry.documents[0].number, "A0000001");
  EXPECT_EQ(entry.documents[0].type, "Passport");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "PAK");
  EXPECT_EQ(entry.documents[1].number, "B 000002");
  EXPECT_TRUE(entry.documents[1].issuing_state.empty());
  EXPECT_EQ(entry.documents[2].type, "National ID No.");
  EXPECT_EQ(entry.documents[3].number, "ABCD000004");
  EXPECT_EQ(entry.documents[4].number, "5.555.555");
  EXPECT_EQ(entry.documents[5].issuing_state.text(), "PRK");
}

TEST(OfacRemarks, IgnoreProseWithoutBreakingWhatFollows) {
  const auto remarks = read(
      "Minister of Weather since 1990; Linked To: RURITANIAN TRADING 2000; Phone Number 900000001; "
      "Additional Sanctions Information - Subject to Secondary Sanctions; "
      "Passport issued 21 Jun 1992 in Strelsau, Ruritania; (individual); DOB 1960.");
  EXPECT_EQ(dates_of(remarks.entry), (Texts{"1960"}));
  EXPECT_TRUE(remarks.entry.documents.empty());
  EXPECT_TRUE(remarks.entry.names.empty());
  EXPECT_EQ(remarks.remarks, 0u);
}

TEST(OfacRemarks, SayWhatTheyCouldNotRead) {
  EXPECT_EQ(read("DOB in spring; nationality Ruritania; Gender none.").remarks, 3u);
}

TEST(OfacRemarks, NameOneDocumentOnce) {
  const auto entry =
      read("Passport A0000001 (Iran); Passport A0000001 issued 1999; Passport A0000001 (Iraq).")
          .entry;
  ASSERT_EQ(entry.documents.size(), 2u);
  EXPECT_EQ(entry.documents[1].issuing_state.text(), "IRQ");
}

TEST(OfacRemarks, DropOnlyTheClauseThatTheColumnCutsOff) {
  std::string text = "DOB 1960; " + std::string(970, 'x') + "; Passport A00";
  text.resize(1000, '0');
  const auto cut = read(text);
  EXPECT_EQ(dates_of(cut.entry), (Texts{"1960"}));
  EXPECT_TRUE(cut.entry.documents.empty());
  EXPECT_EQ(cut.remarks, 1u);
  EXPECT_EQ(read("Passport A0000001").entry.documents.size(), 1u) << "short: not cut";
}

}  // namespace
}  // namespace darvaza::lists
