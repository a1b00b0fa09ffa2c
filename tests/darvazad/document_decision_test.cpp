// Deciding about documents alone: what hides nothing, and what does.
#include "answering/document_decision.h"

#include <gtest/gtest.h>

namespace darvaza::tool {
namespace {

/// As the engine answers a traveller of whom it knows documents alone.
ScreeningResult nameless() {
  ScreeningResult result;
  result.problems = {{"name", "no name that could be searched for"}};
  return result;
}

DocumentHit hit_of(DocumentMatch match) {
  DocumentHit hit;
  hit.match = match;
  return hit;
}

TEST(DocumentDecision, NoNameHidesNothing) {
  ScreeningResult result = nameless();
  decide_by_documents({}, result);
  EXPECT_EQ(result.decision, Decision::clear);
  EXPECT_TRUE(result.complete);
  EXPECT_TRUE(result.problems.empty());
}

TEST(DocumentDecision, WhateverElseWasNotFinishedIsNot) {
  for (const char* where : {"list", "search", "index", "document", "something to come"}) {
    ScreeningResult result = nameless();
    result.problems.insert(result.problems.begin(), {where, "not searched to the end"});
    result.documents = {hit_of(DocumentMatch::exact)};
    decide_by_documents({}, result);
    EXPECT_EQ(result.decision, Decision::incomplete) << where;
    EXPECT_FALSE(result.complete) << where;
    ASSERT_EQ(result.problems.size(), 1U) << where;
    EXPECT_EQ(result.problems.front().where, where);
    EXPECT_EQ(result.documents.size(), 1U) << where;
  }
}

TEST(DocumentDecision, IncompleteWithoutAReasonStaysSo) {
  ScreeningResult result;
  decide_by_documents({}, result);
  EXPECT_EQ(result.decision, Decision::incomplete);
}

TEST(DocumentDecision, WhatTheReaderSaidAndPersonalNumbersHideNoDocument) {
  Traveller traveller;
  traveller.problems = {{"line 1", "birth_date is no date"}, {"name", "the reader's own"}};
  ScreeningResult result = nameless();
  result.problems.insert(result.problems.begin(), traveller.problems.begin(),
                         traveller.problems.end());
  result.problems.push_back({"personal number", "says another birth date"});
  decide_by_documents(traveller, result);
  EXPECT_EQ(result.decision, Decision::clear);
  EXPECT_EQ(result.problems.size(), 3U);
}

TEST(DocumentDecision, SureDocumentsAreHitsOthersAndBearersAreReviewed) {
  ScreeningResult sure = nameless(), unsure = nameless(), borne = nameless();
  sure.documents = {hit_of(DocumentMatch::range)};
  unsure.documents = {hit_of(DocumentMatch::confusable)};
  borne.candidates.emplace_back();
  decide_by_documents({}, sure);
  decide_by_documents({}, unsure);
  decide_by_documents({}, borne);
  EXPECT_EQ(sure.decision, Decision::hit);
  EXPECT_EQ(unsure.decision, Decision::review);
  EXPECT_EQ(borne.decision, Decision::review);
}

}  // namespace
}  // namespace darvaza::tool
