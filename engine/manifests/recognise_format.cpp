#include "manifests/recognise_format.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>

#include "manifests/csv_manifest.h"
#include "manifests/mrz_manifest.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

constexpr std::string_view kOpeningTags[] = {"UNA", "UNB", "UNG", "UNH"};

std::string_view take_line(std::string_view& text) {
  const auto end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

/// An interchange may begin after the heading lines of a Type B message.
bool opens_interchange(std::string_view line) {
  line = trim(line);
  if (line.size() < 4 || is_letter(line[3]) || is_digit(line[3])) return false;
  return std::find(std::begin(kOpeningTags), std::end(kOpeningTags), line.substr(0, 3)) !=
         std::end(kOpeningTags);
}

std::optional<ManifestFormat> recognise_edifact(std::string_view text) {
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (!opens_interchange(line)) continue;
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    const bool pnrgov = text.substr(begin, 1024).find("PNRGOV:") != std::string_view::npos;
    return pnrgov ? ManifestFormat::pnrgov : ManifestFormat::paxlst;
  }
  return std::nullopt;
}

/// The first zone may be the broken one.
bool has_mrz_line(std::string_view text) {
  while (!text.empty()) {
    if (is_mrz_line(take_line(text))) return true;
  }
  return false;
}

}  // namespace

std::optional<ManifestFormat> recognise_format(std::string_view beginning) {
  std::string_view text = beginning;
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  if (text.front() == '{') return ManifestFormat::jsonl;
  if (opens_interchange(text)) return recognise_edifact(text);
  std::string_view rest = text;
  if (is_mrz_line(take_line(rest))) return ManifestFormat::mrz;
  if (is_csv_header(beginning)) return ManifestFormat::csv;
  if (const auto edifact = recognise_edifact(text)) return edifact;
  return has_mrz_line(text) ? std::optional(ManifestFormat::mrz) : std::nullopt;
}

}  // namespace darvaza::manifests
