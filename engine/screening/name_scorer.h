// How well the names of an entry agree with those of a traveller.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "darvaza/screening_result.h"
#include "index/index.h"
#include "names/name_alignment.h"
#include "screening/asked_name.h"

namespace darvaza::screening {

/// Aligns a listed name with the traveller's and weighs the result, millinats. `alignment` and
/// `listed` are working memory; `alignment` holds the details afterwards.
std::int32_t score_name(const index::Index& index, const AskedName& asked, index::NameId listed_name,
                        std::vector<names::WeighedToken>& listed, names::NameAlignment& alignment);

/// What score_name answers at most, for a name of these tokens, of which `memory` is, and for any that differs from it in smaller rarities; what is below `needed` may come out
/// as any number below. `listed` and `pairs` are working memory.
std::int32_t most_of_name(const index::Index& index, std::span<const names::WeighedToken> asked, names::MeetingMemory& memory, index::NameId listed_name, std::int32_t needed,
                          std::vector<names::WeighedToken>& listed, std::vector<names::AlignedTokens>& pairs);

/// What score_name answers, with its explanation.
Evidence explain_listed_name(const index::Index& index, const AskedName& asked,
                             index::NameId listed_name);

}  // namespace darvaza::screening
