// Any bytes as a document number: both forms are stable, small, and blind to separators and case.
#include <algorithm>
#include <string>

#include "documents/document_number.h"
#include "documents/number_comparison.h"
#include "fuzz/fuzz_target.h"

namespace darvaza::fuzz {
namespace {

using documents::fold_confusable;
using documents::normalise_number;

bool is_number_character(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

void check_form(std::string_view number) {
  require(number.size() <= documents::kLongestNumber, "a number is bounded");
  require(std::all_of(number.begin(), number.end(), is_number_character),
          "a number consists of 0 to 9 and A to Z");
}

std::string with_separators(std::string_view number) {
  std::string spread;
  for (const char c : number) spread += std::string(1, c) + " -<";
  return spread;
}

std::string lower(std::string number) {
  for (char& c : number) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return number;
}

/// A number against itself, its folded form, and halves of it.
void check_comparison(std::string_view number, std::string_view folded) {
  require(documents::compare_numbers(number, number) == documents::NumberAgreement{}, "a number is itself");
  for (const std::string_view other : {folded, number.substr(0, number.size() / 2), number.substr(number.size() / 2)}) {
    const auto agreement = documents::compare_numbers(number, other);
    require(agreement == documents::compare_numbers(other, number), "either may be the listed one");
    require(!agreement || (agreement->match == DocumentMatch::exact) == (agreement->difference_mn == 0), "only what is equal has no difference");
    require(!agreement || agreement->difference_mn >= 0, "a difference is none or more");
  }
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza::fuzz;
  const std::string number = normalise_number(as_text(data, size));
  check_form(number);
  require(normalise_number(number) == number, "normalising twice is normalising once");
  require(normalise_number(with_separators(number)) == number, "separators make no difference");
  require(normalise_number(lower(number)) == number, "case makes no difference");
  const std::string folded = fold_confusable(number);
  check_form(folded);
  require(folded.empty() == number.empty(), "folding leaves something of a number");
  require(fold_confusable(folded) == folded, "folding twice is folding once");
  require(fold_confusable(normalise_number(folded)) == folded, "a folded number is a number");
  check_comparison(number, folded);
  return 0;
}
