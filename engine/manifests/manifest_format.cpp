#include <algorithm>
#include <iterator>
#include <string>

#include "darvaza/read_travellers.h"

namespace darvaza {
namespace {

struct FormatWord {
  std::string_view word;
  ManifestFormat format;
};
constexpr FormatWord kFormatWords[] = {
    {"auto", ManifestFormat::automatic}, {"csv", ManifestFormat::csv},
    {"jsonl", ManifestFormat::jsonl},    {"paxlst", ManifestFormat::paxlst},
    {"pnrgov", ManifestFormat::pnrgov},  {"mrz", ManifestFormat::mrz},
};

}  // namespace

std::string_view to_string(ManifestFormat format) {
  const auto* found = std::find_if(std::begin(kFormatWords), std::end(kFormatWords),
                                   [&](const FormatWord& known) { return known.format == format; });
  return found == std::end(kFormatWords) ? std::string_view("unknown") : found->word;
}

Result<ManifestFormat> parse_manifest_format(std::string_view word) {
  const auto* found = std::find_if(std::begin(kFormatWords), std::end(kFormatWords),
                                   [&](const FormatWord& known) { return known.word == word; });
  if (found != std::end(kFormatWords)) return found->format;
  std::string words;
  for (const FormatWord& known : kFormatWords) {
    words += (words.empty() ? "" : ", ") + std::string(known.word);
  }
  return fail(ErrorCode::usage, "no such manifest format; expected one of " + words);
}

}  // namespace darvaza
