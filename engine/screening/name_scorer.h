// How well the names of an entry agree with those of a traveller.
#pragma once

#include <cstdint>
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

/// The same with its explanation.
Evidence explain_listed_name(const index::Index& index, const AskedName& asked,
                             index::NameId listed_name);

}  // namespace darvaza::screening
