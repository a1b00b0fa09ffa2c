#include "manifests/edifact_text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "manifests/edifact_charset.h"
#include "manifests/paxlst_codes.h"
#include "manifests/traveller_facts.h"
#include "text/utf8.h"

namespace darvaza::manifests {

namespace {

/// In the interchange's character set, where the bytes are no UTF-8 and it is one that is read.
std::optional<std::string> in_charset(std::string_view bytes, std::string_view syntax) {
  return text::to_valid_utf8(bytes) == bytes ? std::nullopt : from_charset(bytes, syntax);
}

}  // namespace

std::string edifact_text(Traveller& traveller, std::string_view bytes, std::string_view syntax,
                         const std::string& where) {
  if (auto text = in_charset(bytes, syntax)) return *std::move(text);
  return checked_text(traveller, bytes, where);
}

std::size_t edifact_characters(std::string_view bytes, std::string_view syntax) {
  if (in_charset(bytes, syntax)) return bytes.size();  // the sets that are read have one byte a character
  return text::decode_utf8(bytes).size();
}

bool fills_name_component(std::string_view text, std::string_view syntax) {
  if (text.size() < *std::begin(kNameComponentLimits)) return false;
  return std::find(std::begin(kNameComponentLimits), std::end(kNameComponentLimits), edifact_characters(text, syntax)) != std::end(kNameComponentLimits);
}

}  // namespace darvaza::manifests
