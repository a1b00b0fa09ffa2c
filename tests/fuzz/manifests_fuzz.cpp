// Any bytes as a passenger list, in every format: what is counted was delivered, every traveller
// can be answered in JSON, and it makes no difference in which pieces the input arrives.
//
// A first byte of 1 to 5 forces that ManifestFormat and is no part of the input; with any other the
// format is recognised, so that a plain file is an input, too.
#include <sstream>
#include <string>
#include <vector>

#include <boost/json/parse.hpp>

#include "darvaza/read_travellers.h"
#include "darvaza/screening_result.h"
#include "fuzz/fuzz_target.h"
#include "manifests/limits.h"

namespace darvaza::fuzz {
namespace {

/// A stream that delivers one byte at a time, like a slow pipe.
class DrippingBuffer : public std::streambuf {
 public:
  explicit DrippingBuffer(std::string_view bytes) : bytes_(bytes) {}

 protected:
  int_type underflow() override {
    if (at_ == bytes_.size()) return traits_type::eof();
    byte_ = bytes_[at_++];
    setg(&byte_, &byte_, &byte_ + 1);
    return traits_type::to_int_type(byte_);
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  char byte_ = 0;
};

struct Reading {
  Result<ManifestSummary> summary;
  std::vector<Traveller> travellers;
};

Reading read(std::streambuf& bytes, ManifestFormat format) {
  std::istream in(&bytes);
  Reading reading{fail(ErrorCode::internal, "not read"), {}};
  reading.summary = read_travellers(in, "fuzz", {format},
                                    [&](Traveller&& t) { reading.travellers.push_back(t); });
  return reading;
}

void check_bounded(const Traveller& traveller) {
  using manifests::kMaxFactsPerTraveller, manifests::kMaxProblems;
  require(traveller.names.size() <= kMaxFactsPerTraveller &&
              traveller.nationalities.size() <= kMaxFactsPerTraveller &&
              traveller.documents.size() <= kMaxFactsPerTraveller,
          "the facts of a traveller are bounded");
  require(traveller.problems.size() <= kMaxProblems, "the problems of a traveller are bounded");
  require(is_valid(traveller.birth_date), "a birth date exists");
}

/// The answer about a traveller whom nobody has screened yet.
std::string answer(const Traveller& traveller) {
  ScreeningResult result;
  result.id = traveller.id;
  result.problems = traveller.problems;
  return to_json(result);
}

void check_answer(const Traveller& traveller) {
  require(!traveller.id.empty(), "every traveller has an id");
  const std::string json = answer(traveller);
  require(json.find('\n') == std::string::npos, "an answer is one line");
  boost::json::error_code error;
  boost::json::parse(json, error);
  require(!error, "an answer is valid JSON");
}

void check(const Reading& reading) {
  if (!reading.summary) {
    require(reading.summary.error().code == ErrorCode::input_refused, "bad input is refused");
    require(reading.travellers.empty(), "what delivered a traveller is not refused");
    return;
  }
  const ManifestSummary& summary = *reading.summary;
  require(summary.travellers == reading.travellers.size(), "the count is what was delivered");
  require(summary.complete || !summary.problems.empty(), "what is incomplete says why");
  require(summary.problems.size() <= manifests::kMaxProblems, "the problems are bounded");
  for (const Traveller& traveller : reading.travellers) {
    check_bounded(traveller);
    check_answer(traveller);
  }
}

void check_same(const Reading& a, const Reading& b) {
  require(a.summary.has_value() == b.summary.has_value(), "in pieces: the same is refused");
  require(a.travellers.size() == b.travellers.size(), "in pieces: as many travellers");
  for (std::size_t i = 0; i < a.travellers.size(); ++i) {
    require(answer(a.travellers[i]) == answer(b.travellers[i]), "in pieces: the same travellers");
  }
  if (a.summary) require(a.summary->complete == b.summary->complete, "in pieces: as complete");
}

ManifestFormat take_format(std::string_view& text) {
  const bool forced = !text.empty() && text.front() >= 1 && text.front() <= 5;
  if (!forced) return ManifestFormat::automatic;
  const auto format = static_cast<ManifestFormat>(text.front());
  text.remove_prefix(1);
  return format;
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza::fuzz;
  std::string_view text = as_text(data, size);
  const auto format = take_format(text);
  std::stringbuf whole{std::string(text)};
  DrippingBuffer dripping(text);
  const Reading at_once = read(whole, format);
  check(at_once);
  check_same(at_once, read(dripping, format));
  return 0;
}
