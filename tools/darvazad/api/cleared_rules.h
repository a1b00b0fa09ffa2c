// Decisions "not the same person": made, listed, withdrawn.
#pragma once

#include <cstdint>
#include <string_view>

#include "answers/answers.h"
#include "api/lists_in_use.h"
#include "cleared/cleared_store.h"
#include "config/settings.h"
#include "http/message.h"

namespace darvaza::daemon {

struct ClearingQuestion {
  const Head& head;
  std::string_view body;
  Asker asker;
  Post post;
  const ListsInUse& lists;
  const ClearedSettings& settings;
  ClearedStore& store;
};

/// POST /v1/cleared
Response clear_traveller(const ClearingQuestion& question);
/// GET /v1/cleared
Response list_cleared(const ClearingQuestion& question);
/// DELETE /v1/cleared/{id}
Response withdraw_cleared(const ClearingQuestion& question);

}  // namespace darvaza::daemon
