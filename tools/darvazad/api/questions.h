// Single questions: each is answered at once, on one thread, from its body alone.
#pragma once

#include <string_view>

#include "api/lists_in_use.h"
#include "config/settings.h"
#include "darvaza/screener.h"
#include "http/message.h"
#include "metrics/metrics.h"

namespace darvaza::daemon {

struct Question {
  const Head& head;
  std::string_view body;
  ScreeningOptions options;  ///< with the deadline
  const ListsInUse& lists;
  Metrics& metrics;
};

/// POST /v1/screen: one traveller as JSON, the answer as `darvaza screen` writes it.
Response screen_traveller(const Question& question);
/// POST /v1/documents/check: the same for documents alone.
Response check_documents(const Question& question);
/// POST /v1/mrz: a machine-readable zone.
Response read_zone(const Question& question);
/// POST /v1/compare: two names.
Response compare_two_names(const Question& question);

}  // namespace darvaza::daemon
