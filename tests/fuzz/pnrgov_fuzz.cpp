// Any bytes as the bookings of a PNRGOV message: no passenger and no travel document of them
// vanishes without a word, and it makes no difference in which pieces they arrive.
#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "fuzz/fuzz_target.h"
#include "fuzz/simple_edifact.h"

namespace darvaza::fuzz {
namespace {

constexpr std::size_t kLongest = 32 * 1024;

std::string message_around(std::string_view body) {
  return "UNB+IATA:1+DZ+GOV+260115:0900+R1'UNH+M1+PNRGOV:11:1:IA'MSG+:22'ORG+DZ'"
         "TVL+150126:1540:150126:1740+UTA+UTB+DZ+101'EQN+1'SRC'" +
         std::string(body) + "UNT+1+M1'UNZ+1+R1'";
}

bool is_any(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::vector<std::string> fields_of(const std::string& text) {
  std::vector<std::string> fields(1);
  for (const char c : text) {
    if (c == '/') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

bool all_alnum(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return c < 0x80 && std::isalnum(c); });
}

/// The number of a well-formed DOCS: "/P/KAZ/N1234567/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA".
std::string document_number(const SimpleSegment& segment) {
  if (segment.tag() != "SSR" || segment.get(1) != "DOCS") return {};
  for (std::size_t i = 1; i < 8; ++i) {
    if (segment.get(1, i).find('/') != std::string::npos) return {};
  }
  const auto fields = fields_of(segment.get(1, 8));
  const bool sound = fields.size() == 10 && fields[0].empty() && fields[1] == "P" &&
                     fields[5] == "17MAY80" && is_any(fields[6], {"M", "F", "MI", "FI"}) &&
                     all_alnum(fields[3]);
  return sound ? fields[3] : std::string();
}

/// Passengers and documents in the parts of bookings that say who travels.
struct Counted {
  std::size_t passengers = 0;
  std::size_t at_most = 0;  ///< names and documents that can make a traveller
  std::vector<std::string> documents;
};

Counted count(const SimpleMessage& simple) {
  Counted counted;
  bool passengers = true, history = false, any = false;
  for (const SimpleSegment& segment : simple.segments) {
    const std::string tag = segment.tag();
    if (tag == "SRC") {
      passengers = true;
      history = any = false;
    } else if (tag == "TIF") {
      const bool group = segment.get(1, 1) == "G" && segment.get(2).empty();
      counted.at_most += 2 * std::max<std::size_t>(segment.elements.size(), 2);
      if (passengers && !group) {
        ++counted.passengers;
        any = true;
      }
    } else if (tag == "TVL" || tag == "MSG") {
      passengers = false;
    } else if (is_any(tag, {"ABI", "SAC", "LTS"})) {
      passengers = false;
      history = true;
    } else if (tag == "SSR") {
      ++counted.at_most;
      const std::string number = document_number(segment);
      if (!history && !number.empty()) counted.documents.push_back(number);
    }
  }
  // A history before any passenger is none; the simple count cannot know.
  if (history && !any) counted.documents.clear();
  return counted;
}

void check(const SimpleMessage& simple, const PieceReading& reading) {
  const Counted counted = count(simple);
  require(reading.travellers.size() >= counted.passengers, "each passenger yields a traveller");
  require(reading.travellers.size() <= counted.at_most, "nobody is made up");
  for (const std::string& number : counted.documents) {
    const bool kept = std::any_of(
        reading.travellers.begin(), reading.travellers.end(), [&](const Traveller& traveller) {
          return std::any_of(
              traveller.documents.begin(), traveller.documents.end(),
              [&](const TravelDocument& document) { return document.number == number; });
        });
    require(kept, "each document is some traveller's");
  }
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza;
  using namespace darvaza::fuzz;
  const std::string_view body = as_text(data, size).substr(0, kLongest);
  const std::string message = message_around(body);
  const PieceReading reading = read_whole_as_in_pieces(message, {ManifestFormat::pnrgov}, size);
  if (!reading.summary) return 0;
  for (const Traveller& traveller : reading.travellers) {
    require(!traveller.names.empty() || !traveller.problems.empty(),
            "a traveller without a name has a problem");
    require(is_valid(traveller.birth_date), "a birth date exists");
  }
  const SimpleMessage simple = split_simply(body);
  if (simple.plain) check(simple, reading);
  return 0;
}
