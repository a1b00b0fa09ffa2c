// Listed and unlisted travellers against real lists: who is caught, and who is held up for nothing?
#pragma once

#include <string>

#include "darvaza/error.h"
#include "eval/asked_travellers.h"
#include "eval/eval_options.h"
#include "eval/evaluated.h"
#include "eval/list_run.h"

namespace darvaza::eval {

struct ScreeningData {
  std::string positives;  ///< travellers who are listed, with a column `entry` or a table of truth
  std::string negatives;  ///< travellers who are not
  std::string truth;      ///< id and entry of the positives; empty: their own column says it
};

/// Asks every matcher about all travellers.
Result<Evaluated> run_screening(const ListSource& source, const ScreeningData& data,
                                const TravellerColumns& columns, const EvalOptions& options);

/// The travellers of the data, the listed ones first.
Result<std::vector<AskedTraveller>> read_screening_data(const ScreeningData& data,
                                                        const TravellerColumns& columns, Run& run);

/// What decides about a traveller: the score of the true entry (-1: not among the candidates), or
/// of the best candidate for one who is not listed (0: none).
double deciding_score(const AskedTraveller& asked, const FoundEntries& answer,
                      const ListedPersons& persons);

}  // namespace darvaza::eval
