#include "darvaza/screening_result.h"

namespace darvaza {

std::string_view to_string(DocumentStatus status) {
  constexpr std::string_view kWords[] = {"lost", "stolen", "stolen blank", "revoked", "invalid"};
  return kWords[static_cast<std::size_t>(status)];
}

std::string_view to_string(Decision decision) {
  constexpr std::string_view kWords[] = {"clear", "review", "hit", "incomplete"};
  return kWords[static_cast<std::size_t>(decision)];
}

std::string_view to_string(EvidenceKind kind) {
  constexpr std::string_view kWords[] = {"prior", "name", "father_name", "birth_date", "birth_place", "nationality", "sex", "document"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string_view to_string(NumberFormat format) {
  constexpr std::string_view kWords[] = {"unknown", "usual", "unusual"};
  return kWords[static_cast<std::size_t>(format)];
}

std::string_view to_string(DocumentMatch match) {
  constexpr std::string_view kWords[] = {"exact", "range", "confusable", "transposed", "one wrong character"};
  return kWords[static_cast<std::size_t>(match)];
}

}  // namespace darvaza
