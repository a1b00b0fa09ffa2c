// C++ data as the structs of darvaza.h. The structs point into the data, which must stay where it
// is and live as long.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "arena.h"
#include "darvaza.h"
#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"

namespace darvaza::c {

/// `text` must end in NUL behind its last byte, as a std::string, a literal and a StateCode do.
inline darvaza_text text_of(std::string_view text) {
  return {text.data() == nullptr ? "" : text.data(), text.size()};
}

inline darvaza_date date_of(PartialDate date) { return {date.year, date.month, date.day}; }

void show(const TravellerName& name, darvaza_name& view);
void show(const Traveller& traveller, darvaza_traveller& view, Arena& arena);
void show(const ScreeningResult& answer, darvaza_result& view, Arena& arena);
List<darvaza_evidence> show(const std::vector<Evidence>& evidence, Arena& arena);
List<darvaza_problem> show(const std::vector<Problem>& problems, Arena& arena);

/// An array of texts.
template <typename Texts, typename Text>
const darvaza_text* show_texts(const Texts& items, Arena& arena, Text text) {
  darvaza_text* const views = arena.array<darvaza_text>(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) views[i] = text_of(text(items[i]));
  return views;
}

}  // namespace darvaza::c
