// What the names say.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "darvaza/screening_result.h"
#include "names/name_alignment.h"
#include "names/person_name.h"

namespace darvaza::scoring {

/// The weight of an alignment against a listed name of this grade, millinats. A weak alias (a
/// nickname, a common given name alone) says less than the name under which a person is known.
std::int32_t weigh_name(const names::NameAlignment& alignment, NameGrade grade);

/// The evidence with its explanation: which listed token met which of the traveller's, how each was
/// read, what each is worth, what was left over, what the grade took off. `asked` are the tokens of
/// the traveller's name, `listed` those of the listed one.
Evidence explain_name(const names::NameAlignment& alignment, NameGrade grade,
                      std::span<const names::Token> asked, std::span<const names::Token> listed);

}  // namespace darvaza::scoring
