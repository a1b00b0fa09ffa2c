// Endings of names that one person bears in several forms: -ov and -ova, -ov and -zoda, with or without.
#pragma once

#include <vector>

#include "names/other_ending.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// The customary other forms of a surname by its ending: a woman's or a man's (-ov, -ova; -skiy, -skaya;
/// -in, -ina), the national one for the Soviet one (-ov, -zoda, -zade), and the name without any, which is
/// also given Soviet and national ones: Rahmonov, Rahmon; and of a given name by its courtesy (courtesy_endings.h); also of the
/// stem as the other side writes it (other_stems.h), and with or without the Arabic article (glued_articles.h). Empty for tokens too short to tell. Endings are
/// recognised in pivot form, in every script.
std::vector<OtherEnding> other_endings(const romanize::Sounds& token);

/// The least cost of reading `a` as `b` by way of another ending of the stem as it is written; kTooFar if there is none. Symmetric.
Millinats own_ending_cost(const romanize::Sounds& a, const romanize::Sounds& b);

/// The same also by way of another stem (other_stems.h), as the search finds it. Tens of microseconds.
Millinats other_ending_cost(const romanize::Sounds& a, const romanize::Sounds& b);

/// Whether the token ends like a Russian patronymic (-ovich, -ovna), in any script; surnames do, too.
bool ends_like_patronymic(const romanize::Sounds& token);

/// The cost of reading one patronymic as the other in another language's form: Vaqif (oglu), Vagifovich, Bauyrzhanuly,
/// Bauyrzhanovich; kTooFar if they are of other names. Symmetric.
Millinats patronymic_cost(const romanize::Sounds& a, const romanize::Sounds& b);

}  // namespace darvaza::names
