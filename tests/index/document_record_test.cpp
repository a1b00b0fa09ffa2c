// Fourteen bytes a document: what goes in comes out, and what does not fit is told.
#include "index/document_record.h"

#include <gtest/gtest.h>

#include "documents/document_number.h"

namespace darvaza::index {
namespace {

LostDocument usual() {
  LostDocument document;
  document.list = "sltd";
  document.number = "AB 1234567";
  document.type = "P";
  document.issuing_state = StateCode("PAK");
  document.status = DocumentStatus::stolen;
  document.lost = {2024, 2, 20};
  document.reported = {2024, 3, 1};
  document.review = {2034, 3, 1};
  document.reporting_state = StateCode("IRN");
  document.reference = "PAK-2024/0001234";
  return document;
}

std::optional<ShortDocument> shortened(const LostDocument& document) {
  return shorten(document, documents::normalise_number(document.number));
}

void expect_back(const LostDocument& in) {
  const auto document = shortened(in);
  ASSERT_TRUE(document);
  const LostDocument out = expand(document->facts, to_fields(to_record(document->fields)));
  EXPECT_EQ(out.list, in.list);
  EXPECT_EQ(out.number, in.number);
  EXPECT_EQ(out.range_end, in.range_end);
  EXPECT_EQ(out.type, in.type);
  EXPECT_EQ(out.issuing_state, in.issuing_state);
  EXPECT_EQ(out.status, in.status);
  EXPECT_EQ(out.lost, in.lost);
  EXPECT_EQ(out.reported, in.reported);
  EXPECT_EQ(out.review, in.review);
  EXPECT_EQ(out.reporting_state, in.reporting_state);
  EXPECT_EQ(out.reference, in.reference);
}

TEST(ShortDocument, EveryFactComesBack) { expect_back(usual()); }

TEST(ShortDocument, OfANumberAloneNothingElseIsMadeUp) {
  LostDocument document;
  document.number = "7";
  expect_back(document);
}

TEST(ShortDocument, DatesInPartComeBack) {
  LostDocument document = usual();
  document.reference.clear();
  for (const PartialDate date : {PartialDate{2024, 0, 0}, PartialDate{2024, 2, 0}, PartialDate{}}) {
    document.lost = date;
    expect_back(document);
    document.reported = date;
    expect_back(document);
    document.review = date;
    expect_back(document);
  }
}

TEST(ShortDocument, DatesInAnyOrderComeBack) {
  LostDocument document = usual();
  document.reference.clear();
  document.lost = {2024, 3, 2};  // after the report
  expect_back(document);
  document.lost = {1961, 12, 31};
  document.review = {2024, 2, 29};
  expect_back(document);
}

TEST(ShortDocument, ALossUpTo254DaysBeforeTheReportStandsBesideAReference) {
  LostDocument document = usual();
  document.lost = document.reported;
  expect_back(document);
  document.lost = {2023, 6, 21};  // 254 days before 1 March 2024
  expect_back(document);
  document.lost = {2023, 6, 20};
  EXPECT_FALSE(shortened(document));
}

TEST(ShortDocument, AReferenceKeepsItsZerosAndItsLength) {
  LostDocument document = usual();
  for (const char* reference :
       {"0", "0000000", "9999999", "12345678901234", "A1", "2024/05-007", ""}) {
    document.reference = reference;
    expect_back(document);
  }
}

TEST(ShortDocument, WhatDoesNotFitIsTold) {
  const auto fits = [](auto change) {
    LostDocument document = usual();
    change(document);
    return shortened(document).has_value();
  };
  EXPECT_FALSE(fits([](LostDocument& d) { d.range_end = "AB 1234599"; }));
  EXPECT_FALSE(fits([](LostDocument& d) { d.number = "AB12345678901"; }));
  EXPECT_FALSE(fits([](LostDocument& d) { d.number = "АВ1234567"; }));
  EXPECT_FALSE(fits([](LostDocument& d) { d.reported = {1959, 1, 1}; }));
  EXPECT_FALSE(fits([](LostDocument& d) { d.reported = {2087, 1, 1}; }));
  EXPECT_FALSE(fits([](LostDocument& d) { d.reference = "KABUL"; }));
  EXPECT_FALSE(fits([](LostDocument& d) { d.review = {2034, 3, 2}; }));
  EXPECT_TRUE(fits([](LostDocument&) {}));
}

TEST(NumberKind, LeadsWhereItSays) {
  EXPECT_EQ(kind_of(0), NumberKind::packed);
  for (const NumberKind kind : {NumberKind::wide, NumberKind::end_of_wide, NumberKind::of_person}) {
    for (const std::uint32_t record : {0u, 17u, 0xffff'ffffu}) {
      const std::uint64_t number = number_that_leads_to(kind, record);
      EXPECT_EQ(kind_of(number), kind);
      EXPECT_EQ(record_of(number), record);
      EXPECT_EQ(to_fields(to_record({number, 1, 2, 3})).number, number);
    }
  }
}

}  // namespace
}  // namespace darvaza::index
