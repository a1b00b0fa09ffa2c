#include "documents/number_comparison.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "documents/look_alikes_table.h"

namespace darvaza::documents {
namespace {

/// Not measured: lists drop or add the zeros in front about once where readers confuse ten
/// characters.
constexpr std::int32_t kLeadingZeros = 2'300;
/// Not measured either: slips of typists, rarer than any confusion in the table.
constexpr std::int32_t kTransposed = 5'000;
constexpr std::int32_t kOneWrong = 6'000;
constexpr std::int32_t kNeverConfused = -1;

class Costs {
 public:
  Costs() {
    for (auto& row : costs_) row.fill(kNeverConfused);
    for (std::size_t c = 0; c < costs_.size(); ++c) costs_[c][c] = 0;
    for (const ConfusablePair& pair : confusable_pairs()) {
      costs_[code(pair.a)][code(pair.b)] = costs_[code(pair.b)][code(pair.a)] = pair.cost_mn;
    }
  }
  std::int32_t operator()(char a, char b) const { return costs_[code(a)][code(b)]; }

 private:
  static std::size_t code(char c) { return static_cast<unsigned char>(c) % 128; }
  std::array<std::array<std::int32_t, 128>, 128> costs_;
};

/// `longer` may have zeros in front, or what is read for them.
std::optional<NumberAgreement> confusable(std::string_view shorter, std::string_view longer) {
  const std::size_t more = longer.size() - shorter.size();
  if (more != 0 && shorter.empty()) return std::nullopt;
  const auto zeros = confusion_cost(longer.substr(0, more), std::string(more, '0'));
  const auto rest = confusion_cost(shorter, longer.substr(more));
  if (!zeros || !rest) return std::nullopt;
  return NumberAgreement{DocumentMatch::confusable,
                         (more != 0 ? kLeadingZeros : 0) + *zeros + *rest};
}

std::optional<NumberAgreement> one_slip(std::string_view a, std::string_view b) {
  const auto [first, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(first - a.begin());
  if (a.substr(at + 1) == b.substr(at + 1))
    return NumberAgreement{DocumentMatch::one_wrong_character, kOneWrong};
  const bool swapped = at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
                       a.substr(at + 2) == b.substr(at + 2);
  if (swapped) return NumberAgreement{DocumentMatch::transposed, kTransposed};
  return std::nullopt;
}

}  // namespace

std::optional<std::int32_t> confusion_cost(std::string_view a, std::string_view b) {
  static const Costs costs;
  if (a.size() != b.size()) return std::nullopt;
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::int32_t cost = costs(a[i], b[i]);
    if (cost == kNeverConfused) return std::nullopt;
    sum += cost;
  }
  return sum;
}

std::optional<NumberAgreement> compare_numbers(std::string_view asked, std::string_view listed) {
  if (asked == listed) return NumberAgreement{};
  if (asked.size() > listed.size()) std::swap(asked, listed);
  if (const auto agreement = confusable(asked, listed)) return agreement;
  return asked.size() == listed.size() ? one_slip(asked, listed) : std::nullopt;
}

}  // namespace darvaza::documents
