// Single questions: each is answered at once, on one thread, from its body alone.
#pragma once

#include <string_view>

#include "answers/answers.h"
#include "api/lists_in_use.h"
#include "config/settings.h"
#include "darvaza/screener.h"
#include "http/message.h"

namespace darvaza::daemon {

struct Question {
  const Head& head;
  std::string_view body;
  Asking asking;  ///< options with the deadline; the lists are those in use when the answer began
  const ListsInUse& lists;  ///< for what else is to be known of them
  const Answers& answers;
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
