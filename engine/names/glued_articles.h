// The Arabic article written together with a name, or left out: Alghamdi, Ghamdi; Elhassan, Hassan.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "names/other_ending.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// Given names, offices and bynames that Arabs bear as a surname with the article and without: normalised words in Latin letters.
std::span<const std::u32string_view> names_with_article();

/// Appends the name without the article that it begins with, or else with one; nothing for names that never take it, or are too short to tell.
/// Where it is a word of its own (Al Ghamdi, الغامدي) it is a particle and needs no form.
void add_article_forms(const romanize::Sounds& token, std::vector<OtherEnding>& out);

}  // namespace darvaza::names
