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

std::size_t edifact_characters(std::string_view bytes, std::string_view syntax) {
  const bool well_formed = text::to_valid_utf8(bytes) == bytes;
  if (!well_formed && from_charset(bytes, syntax)) return bytes.size();  // the sets that are read have one byte a character
  return text::decode_utf8(bytes).size();
}

}  // namespace darvaza::manifests
