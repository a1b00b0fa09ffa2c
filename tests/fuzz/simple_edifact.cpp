#include "fuzz/simple_edifact.h"

#include <algorithm>
#include <istream>
#include <streambuf>

#include "darvaza/screening_result.h"
#include "fuzz/fuzz_target.h"

namespace darvaza::fuzz {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// A stream that delivers a few bytes at a time, like a slow pipe.
class PieceBuffer : public std::streambuf {
 public:
  PieceBuffer(std::string_view bytes, std::size_t piece)
      : bytes_(bytes), piece_(std::max<std::size_t>(piece, 1)) {}

 protected:
  int_type underflow() override {
    if (at_ == bytes_.size()) return traits_type::eof();
    held_ = bytes_.substr(at_, piece_);
    at_ += held_.size();
    setg(held_.data(), held_.data(), held_.data() + held_.size());
    return traits_type::to_int_type(held_[0]);
  }

 private:
  std::string_view bytes_;
  std::size_t piece_, at_ = 0;
  std::string held_;
};

}  // namespace

std::string SimpleSegment::get(std::size_t element, std::size_t component) const {
  if (element >= elements.size() || component >= elements[element].size()) return {};
  return elements[element][component];
}

std::string SimpleSegment::tag() const {
  std::string tag;
  for (const char c : get(0)) {
    if (c != ' ') tag += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return tag;
}

SimpleMessage split_simply(std::string_view body) {
  SimpleMessage message;
  SimpleSegment segment;
  std::vector<std::string> element;
  std::string component;
  bool released = false, any = false;
  const auto end_component = [&] {
    element.push_back(trimmed(component));
    component.clear();
  };
  const auto end_element = [&] {
    end_component();
    segment.elements.push_back(element);
    element.clear();
  };
  for (const char c : body) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) message.plain = false;
    any = any || (c != ' ' && c != '\'');
    if (released) {
      component += c;
      released = false;
    } else if (c == '?') {
      released = true;
    } else if (c == ':') {
      end_component();
    } else if (c == '+') {
      end_element();
    } else if (c != '\'') {
      component += c;
    } else {
      end_element();
      if (segment.tag().starts_with("UN")) message.plain = false;
      if (any) message.segments.push_back(segment);
      segment.elements.clear();
      any = false;
    }
  }
  if (any || released) message.plain = false;
  return message;
}

PieceReading read_in_pieces(std::string_view text, ManifestOptions options, std::size_t piece) {
  PieceBuffer buffer(text, piece);
  std::istream in(&buffer);
  PieceReading reading{fail(ErrorCode::internal, "not read"), {}};
  reading.summary =
      read_travellers(in, "fuzz", options, [&](Traveller&& t) { reading.travellers.push_back(t); });
  return reading;
}

std::string all_of(const PieceReading& reading) {
  std::string text;
  for (const Traveller& t : reading.travellers) {
    ScreeningResult answer;
    answer.id = t.id;
    answer.problems = t.problems;
    answer.flights = t.legs;
    text += to_json(answer) + '|' + t.locator + '|' + t.reference + '|' + to_string(t.birth_date);
    for (const TravellerName& name : t.names) text += '|' + name.primary + '/' + name.secondary;
    for (const TravelDocument& document : t.documents) text += '|' + document.number;
    text += '\n';
  }
  if (!reading.summary) return text + reading.summary.error().message;
  for (const Problem& problem : reading.summary->problems) {
    text += problem.where + ' ' + problem.text + '\n';
  }
  return text + (reading.summary->complete ? "complete" : "incomplete");
}

PieceReading read_whole_as_in_pieces(std::string_view message, ManifestOptions options, std::size_t size) {
  PieceReading reading = read_in_pieces(message, options, message.size());
  if (!reading.summary) {
    require(reading.travellers.empty(), "what delivered a traveller is not refused");
    return reading;
  }
  for (const std::size_t piece : {std::size_t{1}, size % 61 + 2}) {
    require(all_of(read_in_pieces(message, options, piece)) == all_of(reading), "in pieces of any size: the same travellers");
  }
  return reading;
}

}  // namespace darvaza::fuzz
