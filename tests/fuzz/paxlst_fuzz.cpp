// Any bytes as the body of a PAXLST message: no traveller of it vanishes without a word, it makes
// no difference in which pieces it arrives, and the CUSRES answer clears nobody who is not clear.
#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "darvaza/cusres.h"
#include "fuzz/fuzz_target.h"
#include "fuzz/simple_edifact.h"

namespace darvaza::fuzz {
namespace {

/// Longer segments are cut, which other tests look at.
constexpr std::size_t kLongest = 32 * 1024;

std::string message_around(std::string_view body) {
  return "UNB+UNOA:4+AIR+GOV+260115:0900+R1'UNH+M1+PAXLST:D:05B:UN:IATA'BGM+745'" +
         std::string(body) + "UNT+1+M1'UNZ+1+R1'";
}

bool is_traveller(const SimpleSegment& segment) {
  static constexpr std::string_view kFunctions[] = {"FL", "FM", "DDU", "DDT"};
  if (segment.tag() == "PDT") return true;
  return segment.tag() == "NAD" && std::find(std::begin(kFunctions), std::end(kFunctions),
                                             segment.get(1)) != std::end(kFunctions);
}

void check_count(const SimpleMessage& simple, const PieceReading& reading) {
  const auto count = [&](auto&& wanted) {
    return static_cast<std::size_t>(
        std::count_if(simple.segments.begin(), simple.segments.end(), wanted));
  };
  const std::size_t named = count(is_traveller);
  const std::size_t parties = count([](const SimpleSegment& segment) {
    return segment.tag() == "NAD" || segment.tag() == "PDT";
  });
  require(reading.travellers.size() >= named, "each group of a traveller yields a traveller");
  require(reading.travellers.size() <= parties, "no traveller is kept twice");
}

/// The decision of the `number`-th traveller, as if they had been screened.
Decision decision_of(std::size_t number) { return static_cast<Decision>(number % 4); }

/// Reads once more, answering each message as it comes.
void check_answer(const std::string& message, const PieceReading& reading) {
  std::string text;
  CusresOptions options;
  options.prepared = "260115:0901";
  CusresWriter writer(options, [&](std::string_view piece) { text += piece; });
  std::size_t begun = 0, ended = 0, clear = 0;
  std::vector<Traveller> waiting;
  ManifestOptions manifest{ManifestFormat::paxlst};
  manifest.message_begins = [&](const PassengerMessage& query) {
    ++begun;
    writer.begin(query);
  };
  PieceReading again{fail(ErrorCode::internal, "not read"), {}};
  std::size_t answered = 0;
  manifest.message_ends = [&](bool whole) {
    ++ended;
    for (; answered < again.travellers.size(); ++answered) {
      const Traveller& t = again.travellers[answered];
      const bool last = answered + 1 == again.travellers.size();
      const Decision decision = decision_of(answered);
      if (decision == Decision::clear && (whole || !last)) ++clear;
      writer.add(t.locator, t.reference, decision);
    }
    writer.end(whole);
  };
  std::stringbuf bytes{message};
  std::istream in(&bytes);
  again.summary =
      read_travellers(in, "fuzz", manifest, [&](Traveller&& t) { again.travellers.push_back(t); });
  require(begun == ended, "every message that begins ends");
  require(answered == reading.travellers.size(), "every traveller is of one message");

  std::string one_line;
  std::copy_if(text.begin(), text.end(), std::back_inserter(one_line),
               [](char c) { return c != '\n'; });
  std::size_t groups = 0, cleared = 0;
  for (const SimpleSegment& segment : split_simply(one_line).segments) {
    if (segment.tag() == "ERP" && segment.get(1) == "2") ++groups;
    if (segment.tag() == "ERC" && segment.get(1) == options.clear.code) ++cleared;
  }
  require(groups == answered, "every traveller has one answer");
  require(cleared == clear, "exactly those who are clear are cleared");
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza;
  using namespace darvaza::fuzz;
  const std::string_view body = as_text(data, size).substr(0, kLongest);
  const std::string message = message_around(body);
  const PieceReading reading = read_whole_as_in_pieces(message, {ManifestFormat::paxlst}, size);
  if (!reading.summary) return 0;
  const SimpleMessage simple = split_simply(body);
  if (simple.plain) check_count(simple, reading);
  check_answer(message, reading);
  return 0;
}
