#include "darvaza/read_travellers.h"

#include <utility>

#include <fmt/core.h>

#include "manifests/byte_source.h"
#include "manifests/csv_manifest.h"
#include "manifests/edifact_manifest.h"
#include "manifests/jsonl_manifest.h"
#include "manifests/limits.h"
#include "manifests/manifest_sink.h"
#include "manifests/mrz_manifest.h"
#include "manifests/recognise_format.h"
#include "manifests/trim.h"
#include "text/foreign_form.h"

namespace darvaza {
namespace {

using manifests::ByteSource;
using manifests::ManifestSink;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Looks no further than it has to: who sends line by line may wait for the answer to the first.
bool is_empty(ByteSource& source) {
  for (std::size_t count = 1;; count *= 2) {
    const std::string_view beginning = source.peek(count);
    if (!manifests::trim(beginning).empty()) return false;
    if (beginning.size() < count || count >= manifests::kRecognitionBytes) return true;
  }
}

Result<ManifestFormat> choose_format(ByteSource& source, ManifestFormat wanted) {
  // Nobody on board, or a transfer that failed? The answer must not look like "all clear".
  if (is_empty(source)) return fail(ErrorCode::input_refused, "the input is empty");
  if (wanted != ManifestFormat::automatic) return wanted;
  const std::string_view beginning = source.peek(manifests::kRecognitionBytes);
  if (const auto format = manifests::recognise_format(beginning)) return *format;
  std::string_view form = text::foreign_form(beginning);
  if (form.empty()) form = text::other_separator(beginning.substr(0, beginning.find_first_of("\r\n")));
  return fail(ErrorCode::input_refused,
              fmt::format("{}: expected UN/EDIFACT (UNA or UNB), JSON Lines, machine-readable zones, or "
                          "comma-separated values with a header row that names a column for a name, a "
                          "document number or an mrz",
                          form.empty() ? "the format is not recognised" : form));
}

Result<void> read_format(ManifestFormat format, ByteSource& source, const std::string& name,
                         const ManifestOptions& options, ManifestSink& sink) {
  const int reference_year = options.reference_year;
  switch (format) {
    case ManifestFormat::csv:
      return manifests::read_csv(source, name, reference_year, sink);
    case ManifestFormat::jsonl:
      return manifests::read_jsonl(source, reference_year, sink);
    case ManifestFormat::mrz:
      return manifests::read_mrz_lines(source, reference_year, sink);
    case ManifestFormat::paxlst:
    case ManifestFormat::pnrgov:
    case ManifestFormat::automatic:
      break;
  }
  return manifests::read_edifact(source, options, sink);
}

/// A message says itself that it is whole, and a flight may carry nobody. Elsewhere, who can tell an empty list from a
/// transfer that failed after the headings?
void tell_nobody(ManifestFormat format, ManifestSink& sink) {
  const char* const text = "no traveller: expected one at least";
  const bool is_message = format == ManifestFormat::paxlst || format == ManifestFormat::pnrgov;
  is_message ? sink.problem({}, text) : sink.incomplete({}, text);
}

}  // namespace

Result<ManifestSummary> read_travellers(std::istream& in, const std::string& name,
                                        const ManifestOptions& options,
                                        const std::function<void(Traveller&&)>& traveller) {
  ByteSource source(in);
  if (source.peek(kUtf8Mark.size()) == kUtf8Mark) source.skip(kUtf8Mark.size());
  const auto named = [&](Error error) {
    if (error.file.empty()) error.file = name;
    if (source.failed()) error = {ErrorCode::io, "the input cannot be read", name, 0, 0, 0};
    return tl::unexpected<Error>(std::move(error));
  };

  ManifestSummary summary;
  const auto format = choose_format(source, options.format);
  if (!format) return named(format.error());
  summary.format = *format;
  ManifestSink sink(summary, traveller);
  auto read = read_format(*format, source, name, options, sink);
  if (!read) return named(std::move(read.error()));
  if (source.failed()) {
    if (summary.travellers == 0) return named({});
    sink.incomplete(fmt::format("byte {}", source.offset()),
                    "the input cannot be read any further");
  }
  if (summary.travellers == 0) tell_nobody(*format, sink);
  return summary;
}

}  // namespace darvaza
