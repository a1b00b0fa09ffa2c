#include "generate/lost_document.h"

#include <array>
#include <string_view>

#include <fmt/core.h>

namespace darvaza::generate {
namespace {

enum Stream : std::uint64_t { kLost = 11, kUnlisted = 12 };

/// How a State numbers its documents: L a letter of its series, 9 a digit; `share` of all documents
/// in thousandths.
struct Form {
  std::string_view state, pattern, type;
  std::uint32_t share;
};

// The usual widths of passports and cards in the region and beyond.
constexpr Form kForms[] = {
    {"PAK", "LL9999999", "P", 160},    {"TUR", "L99999999", "P", 130},
    {"IRN", "L99999999", "P", 110},    {"KAZ", "L99999999", "P", 60},
    {"UZB", "LL9999999", "P", 70},     {"AZE", "L99999999", "P", 50},
    {"AFG", "L99999999", "P", 60},     {"KGZ", "LL9999999", "P", 40},
    {"TJK", "999999999", "P", 40},     {"TKM", "L9999999", "P", 30},
    {"RUS", "999999999", "P", 60},     {"IND", "L9999999", "P", 50},
    {"D", "XXXXXXXXX", "P", 20},       {"FRA", "99LL99999", "P", 20},
    {"PAK", "9999999999999", "I", 40}, {"KAZ", "999999999", "I", 30},
    {"TUR", "L99L99999", "I", 30},
};

constexpr std::string_view kSeries = "ABCEFHKMNPRSTUXZ";
constexpr std::string_view kLettersAndDigits = "CFGHJKLMNPRTVWXYZ0123456789";

const Form& pick_form(Random& random) {
  auto left = static_cast<std::uint32_t>(random.below(1000));
  for (const Form& form : kForms) {
    if (left < form.share) return form;
    left -= form.share;
  }
  return kForms[0];
}

std::string make_number(const Form& form, Random& random) {
  std::string number;
  for (const char c : form.pattern) {
    const std::string_view from = c == 'L'   ? kSeries
                                  : c == 'X' ? kLettersAndDigits
                                             : std::string_view("0123456789");
    number += from[static_cast<std::size_t>(random.below(from.size()))];
  }
  return number;
}

PartialDate make_date(Random& random, int first_year, int years) {
  return {static_cast<std::int16_t>(
              first_year + static_cast<int>(random.below(static_cast<std::uint64_t>(years)))),
          static_cast<std::uint8_t>(1 + random.below(12)),
          static_cast<std::uint8_t>(1 + random.below(28))};
}

DocumentStatus make_status(Random& random) {
  const std::uint64_t share = random.below(100);
  if (share < 55) return DocumentStatus::lost;
  if (share < 85) return DocumentStatus::stolen;
  return share < 95 ? DocumentStatus::revoked : DocumentStatus::invalid;
}

PartialDate days_before(PartialDate date, std::uint64_t days) {
  const auto day = static_cast<std::uint64_t>(date.day);
  if (days < day) return {date.year, date.month, static_cast<std::uint8_t>(day - days)};
  return date.month > 1 ? PartialDate{date.year, static_cast<std::uint8_t>(date.month - 1), 28}
                        : PartialDate{static_cast<std::int16_t>(date.year - 1), 12, 31};
}

/// Turns a document into a run of up to a thousand blanks from its number on.
void make_run(LostDocument& document, Random& random) {
  document.status = DocumentStatus::stolen_blank;
  constexpr std::size_t kSerial = 5;  // every form ends in so many digits, but Germany's
  const std::string head = document.number.substr(0, document.number.size() - kSerial);
  const std::uint64_t first = random.below(99'000);
  document.number = fmt::format("{}{:05}", head, first);
  document.range_end = fmt::format("{}{:05}", head, first + 49 + random.below(950));
}

}  // namespace

LostDocument make_lost_document(std::uint64_t seed, std::uint64_t number) {
  Random random = Random::of_record(seed, kLost, number);
  const Form& form = pick_form(random);
  LostDocument document;
  document.list = "sltd";
  document.number = make_number(form, random);
  document.type = form.type;
  document.issuing_state = StateCode(form.state);
  document.status = make_status(random);
  document.reported = make_date(random, 2015, 10);
  document.reporting_state = document.issuing_state;
  if (random.chance(700)) document.lost = days_before(document.reported, random.below(40));
  document.review = document.reported;
  document.review.year = static_cast<std::int16_t>(document.review.year + 10);
  if (random.chance(600))
    document.reference =
        fmt::format("{}-{}/{:07}", form.state, document.reported.year, random.below(10'000'000));
  constexpr std::uint64_t kOneRunIn = 5'000;
  if (random.below(kOneRunIn) == 0 && form.state != "D") make_run(document, random);
  return document;
}

AskedDocument make_unlisted_document(std::uint64_t seed, std::uint64_t number) {
  Random random = Random::of_record(seed, kUnlisted, number);
  const Form& form = pick_form(random);
  return {make_number(form, random), StateCode(form.state)};
}

std::string misread(const std::string& number, Random& random) {
  constexpr std::array<std::string_view, 9> kPairs = {"0O", "1I", "5S", "8B", "2Z", "6G", "1L", "7Z", "0D"};
  std::string out = number;
  // Of a random pair on, whichever the number holds, from a random place on.
  const auto misread_one = [&] {
    const auto first_pair = static_cast<std::size_t>(random.below(kPairs.size())), begin = static_cast<std::size_t>(random.below(number.size()));
    for (std::size_t p = 0; p < kPairs.size(); ++p) {
      const std::string_view pair = kPairs[(first_pair + p) % kPairs.size()];
      for (std::size_t i = 0; i < number.size(); ++i) {
        const std::size_t at = (begin + i) % number.size();
        if (out[at] != number[at] || (out[at] != pair[0] && out[at] != pair[1])) continue;
        out[at] = out[at] == pair[0] ? pair[1] : pair[0];
        return;
      }
    }
  };
  for (std::uint64_t wanted = 1 + random.below(2); wanted > 0; --wanted) misread_one();
  return out;
}

}  // namespace darvaza::generate
