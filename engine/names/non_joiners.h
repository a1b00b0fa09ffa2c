// Words that Persian keyboards keep apart by a non-joiner (U+200C) instead of a blank.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace darvaza::names {

/// `utf8` with blanks for the non-joiners of every word that has two, and of a name that is nothing but one word: "محمد‌نعیم‌رحیمی", "علی‌رضایی". One alone belongs to the
/// spelling (نورزی‌زاده), as do all before endings of surnames. Nothing where there are none such. `is_all`: no other text belongs to the name. Linear; allocates only when it answers a text.
std::optional<std::string> apart_at_non_joiners(std::string_view utf8, bool is_all);

}  // namespace darvaza::names
