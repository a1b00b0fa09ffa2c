// Questions and answers in the shapes of OpenSanctions' yente, for clients that were written for
// it. Persons only.
#pragma once

#include "api/questions.h"

namespace darvaza::daemon {

/// POST /match/{dataset}
Response yente_match(const Question& question);
/// GET /search/{dataset}
Response yente_search(const Question& question);
/// GET /entities/{id}
Response yente_entity(const Question& question);
/// GET /catalog
Response yente_catalog(const Question& question);
/// GET /algorithms
Response yente_algorithms(const Question& question);

}  // namespace darvaza::daemon
