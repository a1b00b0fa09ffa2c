#include "manifests/edifact_text.h"

#include <utility>

#include "manifests/edifact_charset.h"
#include "manifests/traveller_facts.h"
#include "text/utf8.h"

namespace darvaza::manifests {

std::string edifact_text(Traveller& traveller, std::string_view bytes, std::string_view syntax,
                         const std::string& where) {
  if (text::to_valid_utf8(bytes) != bytes) {
    if (auto text = from_charset(bytes, syntax)) return *std::move(text);
  }
  return checked_text(traveller, bytes, where);
}

}  // namespace darvaza::manifests
