// In what two answers about one traveller differ, and why: for `darvaza lists conformance`.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

namespace darvaza::tool {

/// One side's word on why it does not name a listed person ("un-sc", "QDi.001"); in words, never empty.
using WhyMissing = std::function<std::string(std::string_view list, std::string_view id)>;

struct AnswerDifference {
  /// "decision", "only here", "only there", "score", "evidence" (the sums are equal), "details", "order", "document only here",
  /// "document only there", "document", "problems", "missing" (one side has no answer)
  std::string what;
  std::string record;            ///< "list id" of a candidate, "list number" of a document; empty: the answer as a whole
  std::string here, there;       ///< decision, score or status on each side
  std::vector<std::string> why;  ///< lines for people; never empty
};

/// Answers as docs/json.md has them, `here` and `there`. Other members are compared as they are, but for `lists`: which
/// releases answered is a matter of the sides and not of one answer.
std::vector<AnswerDifference> answer_differences(const boost::json::object& here, const boost::json::object& there,
                                                 const WhyMissing& why_not_here, const WhyMissing& why_not_there);

}  // namespace darvaza::tool
