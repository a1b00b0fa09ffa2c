// Which records of a list nobody reviewed in time.
//
// Such a record goes on being found: a listed person must not pass because an office was late. It is told instead, to the
// publisher and at every post, and a publisher may refuse to release it again (PublishRequest::review_grace_days).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "darvaza/partial_date.h"
#include "releases/utc_time.h"

namespace darvaza::releases {

struct PastReview {
  std::uint64_t persons = 0;
  std::uint64_t lost_documents = 0;
  PartialDate oldest;  ///< the earliest review date among them
  std::map<std::string, std::uint64_t> by_owner;  ///< by the State that answers for the record, or reported the document; "": not stated
  std::uint64_t total() const { return persons + lost_documents; }
};

/// Of canonical lines, those whose review date is before `today` (in full). A date known in part counts as its last day.
/// Errors: a line that is not canonical.
Result<PastReview> past_review(std::span<const std::string_view> lines, PartialDate today);

/// The day of a time, in UTC.
PartialDate day_of(UtcSeconds time);

}  // namespace darvaza::releases
