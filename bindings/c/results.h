// Answers, and the structs that show them.
#pragma once

#include <vector>

#include "arena.h"
#include "darvaza.h"
#include "darvaza/screening_result.h"

struct darvaza_results {
  explicit darvaza_results(std::vector<darvaza::ScreeningResult>&& given);
  darvaza_results(const darvaza_results&) = delete;
  darvaza_results& operator=(const darvaza_results&) = delete;

  const std::vector<darvaza::ScreeningResult> answers;
  darvaza::c::Arena arena;
  darvaza::c::List<darvaza_result> views;
};
