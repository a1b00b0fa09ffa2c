#include "manifests/mrz_manifest.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "darvaza/mrz.h"
#include "manifests/limits.h"
#include "manifests/line_reader.h"
#include "manifests/traveller_facts.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// Doc 9303-4 to -7: TD1 has three lines of 30, TD2 and MRV-B two of 36, TD3 and MRV-A two of 44.
constexpr std::size_t kSingleLengths[] = {30, 36, 44};
constexpr std::size_t kWholeLengths[] = {72, 88, 90};  ///< the same, run together

constexpr std::size_t kTwoZones = 2 * kWholeLengths[0];

template <std::size_t N>
bool is_one_of(std::size_t length, const std::size_t (&lengths)[N]) {
  return std::find(std::begin(lengths), std::end(lengths), length) != std::end(lengths);
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// How many lines the zone has that begins with these. Lines of no known length count as the
/// nearest: 33 stands half-way between 30 and 36, 58 between a line and a zone run together. A short
/// first line may have lost its trailing fillers: then the second line tells. A visa has two.
std::size_t lines_of_zone(const std::vector<std::string>& zone) {
  if (zone.front().size() > 58) return 1;
  const bool is_card = upper(zone.front().front()) != 'V' && zone.front().size() < 33 &&
                       (zone.size() < 2 || zone[1].size() < 33);
  return is_card ? 3 : 2;
}

/// Whether `line` begins a new zone although the one in hand has not all its lines: lost lines must
/// not shift every zone after them. First lines begin with one of these letters; second lines of
/// all formats hold dates; the third of TD1 holds the name, the first of all others, too.
bool begins_zone(const std::vector<std::string>& zone, std::string_view line) {
  static constexpr std::string_view kDocumentLetters = "ACIPV";
  if (kDocumentLetters.find(upper(line.front())) == std::string_view::npos) return false;
  // A long line after a short one is the second of a zone whose first lost its trailing fillers.
  const bool three_lines = lines_of_zone(zone) == 3 && line.size() < 33;
  const bool has_name_line = !has_digit(line);
  if (zone.size() == 2) return !has_name_line;  // the name of TD1 is missing
  if (!three_lines) return has_name_line;
  return line.size() > 15 && has_digit(line.substr(5, 10));  // the number of TD1
}

class ZoneReader {
 public:
  ZoneReader(int reference_year, ManifestSink& sink) : sink_(sink) {
    options_.reference_year = reference_year;
  }

  void add(const LineReader& line) {
    const std::string_view text = trim(line.text());
    if (text.empty()) return flush();
    if (line.cut() || text.size() >= kTwoZones) {
      sink_.incomplete(fmt::format("line {}", line.number()), "a line that is long enough for several zones, of which one at most was read: expected each on lines of its own");
    }
    if (!zone_.empty() && begins_zone(zone_, text)) flush();
    if (zone_.empty()) first_line_ = line.number();
    zone_.emplace_back(text);
    if (zone_.size() >= lines_of_zone(zone_)) flush();
  }

  void flush() {
    if (zone_.empty()) return;
    std::string lines;
    for (const std::string& line : zone_) lines += line + '\n';
    zone_.clear();
    sink_.deliver(read_zone(lines));
  }

 private:
  Traveller read_zone(const std::string& lines) const {
    const std::string where = fmt::format("zone at line {}", first_line_);
    Traveller traveller;
    if (auto zone = parse_mrz(lines, options_)) {
      merge(traveller, to_traveller(*zone), where);
      check_identifiable(traveller, where);
    } else {
      traveller.problems.push_back({where, zone.error().message});
    }
    return traveller;
  }

  ManifestSink& sink_;
  MrzOptions options_;
  std::vector<std::string> zone_;
  std::uint64_t first_line_ = 0;
};

}  // namespace

bool is_mrz_line(std::string_view line) {
  line = trim(line);
  if (!is_one_of(line.size(), kSingleLengths) && !is_one_of(line.size(), kWholeLengths)) {
    return false;
  }
  const bool alphabet = std::all_of(line.begin(), line.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '<' || c == ' ';
  });
  if (!alphabet) return false;
  if (line.find('<') != std::string_view::npos) return true;
  constexpr std::ptrdiff_t kDigitsOfDates = 12;
  return std::count_if(line.begin(), line.end(), is_digit) >= kDigitsOfDates;
}

Result<void> read_mrz_lines(ByteSource& source, int reference_year, ManifestSink& sink) {
  LineReader lines(source, kMaxMrzLineBytes);
  ZoneReader zones(reference_year, sink);
  while (lines.next()) zones.add(lines);
  zones.flush();
  return {};
}

}  // namespace darvaza::manifests
