#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

TEST(DocumentsCsv, ReadsEveryColumn) {
  const auto read = read_text(
      "document_number,document_type,issuing_state,status,reported,reporting_state,range_end,lost_on,review_date,reference\n"
      "AB0000001,P,PAK,stolen blank,2030-05-01,Iran,AB0000099,2030-04,2040-05-01,PAK/2030/17\n",
      "sltd.csv");
  ASSERT_EQ(read.documents.size(), 1u) << read.error.message;
  const auto& document = read.documents[0];
  EXPECT_EQ(document.list, "sltd");
  EXPECT_EQ(document.number, "AB0000001");
  EXPECT_EQ(document.range_end, "AB0000099");
  EXPECT_EQ(document.type, "P");
  EXPECT_EQ(document.issuing_state.text(), "PAK");
  EXPECT_EQ(document.status, DocumentStatus::stolen_blank);
  EXPECT_EQ(to_string(document.reported), "2030-05-01");
  EXPECT_EQ(document.reporting_state.text(), "IRN");
  EXPECT_EQ(to_string(document.lost), "2030-04");
  EXPECT_EQ(to_string(document.review), "2040-05-01");
  EXPECT_EQ(document.reference, "PAK/2030/17");
  EXPECT_EQ(read.sources[0].lost_documents, 1u);
  EXPECT_EQ(read.sources[0].documents, 0u);
}

TEST(DocumentsCsv, KnowsTheFiveStatuses) {
  const auto read =
      read_text("Document number,Status\n1,Lost\n2,STOLEN\n3,stolen_blank\n4,revoked\n5,invalid\n");
  ASSERT_EQ(read.documents.size(), 5u);
  EXPECT_EQ(read.documents[0].status, DocumentStatus::lost);
  EXPECT_EQ(read.documents[1].status, DocumentStatus::stolen);
  EXPECT_EQ(read.documents[2].status, DocumentStatus::stolen_blank);
  EXPECT_EQ(read.documents[3].status, DocumentStatus::revoked);
  EXPECT_EQ(read.documents[4].status, DocumentStatus::invalid);
}

TEST(DocumentsCsv, WhatIsKnownOfAStateHoldsForEveryRow) {
  const auto read = read_text("document_number,status,issuing_state,reporting_state\nA1,lost,Iran,Ruritania\nA2,lost,PAK,Iran\nA3,lost,Ruritania,PAK\n");
  ASSERT_EQ(read.documents.size(), 3u);
  EXPECT_EQ(read.documents[0].issuing_state.text(), "IRN");
  EXPECT_EQ(read.documents[1].reporting_state.text(), "IRN");
  EXPECT_TRUE(read.documents[2].issuing_state.empty());
  EXPECT_EQ(read.documents[2].reporting_state.text(), "PAK");
  EXPECT_EQ(read.sources[0].remark_count, 2u) << "each row that has the unknown one";
}

TEST(DocumentsCsv, SkipsAloudWithoutNumberOrStatusAndKeepsTheRest) {
  const auto read = read_text(
      "document_number,status,issuing_state,reported\n,lost,PAK,\nA1,eaten,PAK,\nA2,,PAK,\n"
      "A3,lost,Ruritania,in spring\n");
  ASSERT_EQ(read.documents.size(), 1u);
  EXPECT_EQ(read.documents[0].number, "A3");
  EXPECT_TRUE(read.documents[0].issuing_state.empty());
  EXPECT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].remark_count, 2u);
}

TEST(DocumentsCsv, ARunThatCannotBeOneIsRemarkedAndItsEndsAreKept) {
  const auto read = read_text(
      "document_number,status,range_end\nP12345,stolen blank,12399\nAB0000100,stolen blank,AB199\nAB1234567,stolen blank,AB1234500\n"
      "AB0000001,stolen blank,ab-0000099\nC7X,stolen blank,C7X\n");
  EXPECT_EQ(read.documents.size(), 5u);
  EXPECT_EQ(read.documents.at(0).range_end, "12399");
  ASSERT_EQ(read.sources[0].remark_count, 3u);
  EXPECT_EQ(read.sources[0].remarks[1].record, 2u);
  EXPECT_EQ(read.sources[0].remarks[1].line, 3u);
  EXPECT_NE(read.sources[0].remarks[1].reason.find("only the two ends can be found: expected"), std::string::npos);
}

TEST(DocumentsCsv, ANumberWithoutLetterOrDigitIsSkipped) {
  const auto read = read_text("document_number,status\n---,lost\n???,lost\nA1,lost\n");
  EXPECT_EQ(read.documents.size(), 1u);
  ASSERT_EQ(read.sources[0].skipped_count, 2u);
  EXPECT_EQ(read.sources[0].skipped[0].reason, "a document whose number has no letter and no digit");
}

TEST(DocumentsCsv, ColumnsThatNobodyReadsAreToldOnce) {
  const auto read = read_text("document_number,status,range end,until,remarks\nA1,lost,A9,,\nA2,lost,,,\n");
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "columns that have no known heading: until, remarks");
}

TEST(DocumentsCsv, CellsOfSeveralNumbersAreTakenApart) {
  const auto read = read_text("document_number,status\n\"AA1234567, AA7654321\",lost\nBB1234567/BB7654321,stolen\nN/A,lost\n1.23457E+11,lost\npassport CC1234567,lost\n");
  std::vector<std::string> numbers;
  for (const LostDocument& document : read.documents) numbers.push_back(document.number);
  std::sort(numbers.begin(), numbers.end());
  EXPECT_EQ(numbers, (std::vector<std::string>{"AA1234567", "AA7654321", "BB1234567", "BB7654321", "CC1234567"}));
  ASSERT_EQ(read.sources[0].skipped_count, 2u);
  EXPECT_EQ(read.sources[0].skipped[0].reason, "a document without a number");
  EXPECT_EQ(read.sources[0].skipped[1].reason, "a document number that a spreadsheet has rounded, as 1.23457E+11: expected all its digits");
}

TEST(DocumentsCsv, NumbersThatASpreadsheetWroteAsQuantitiesAreTakenWithoutTheirEnds) {
  const auto read = read_text("document_number,range_end,status\n90512806.0,,lost\n1000000.0,1000009.0,stolen blank\n1.23457E+11,1.23458E+11,lost\n2000000,2.00001E+11,lost\n");
  ASSERT_EQ(read.documents.size(), 3u) << read.error.message;
  EXPECT_EQ(read.documents[0].number, "90512806");
  EXPECT_EQ(read.documents[1].number, "1000000");
  EXPECT_EQ(read.documents[1].range_end, "1000009");
  EXPECT_EQ(read.documents[2].number, "2000000");
  EXPECT_EQ(read.documents[2].range_end, "") << "where it ends nobody knows";
  EXPECT_EQ(read.sources[0].skipped_count, 1u);
  ASSERT_EQ(read.sources[0].remark_count, 4u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a document number that a program wrote as a quantity, as 123456.0: taken without the end, zeros in front may be lost");
  EXPECT_EQ(read.sources[0].remarks[3].record, 4u);
}

TEST(DocumentsCsv, AHeadingThatIsGivenTwiceIsTold) {
  const auto read = read_text("document_number,status,document_number\nAA1234567,lost,BB1234567\n");
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "columns that are given twice, of which only the first is read: document_number");
}

}  // namespace
}  // namespace darvaza::lists
