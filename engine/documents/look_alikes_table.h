// Which letters and digits of other scripts are typed or shown as which of A to Z and 0 to 9.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace darvaza::documents {

/// Characters of one alphabet beside the ASCII letters that they look like, in the same order.
struct LookAlikeRow {
  std::u32string_view letters;
  std::string_view ascii;
};

std::span<const LookAlikeRow> look_alike_letters();

/// First code points ("0") of the ten digits of other scripts; "1" to "9" follow each.
std::span<const char32_t> digit_zeros();

/// The letters or digits that readers and typists take for one another; the first stands for all.
std::span<const std::string_view> confusion_groups();

/// Two characters that were seen taken for one another, and how unusual that is: the negative natural logarithm of
/// the share that the pair has among all confusions, in thousandths.
struct ConfusablePair {
  char a, b;
  std::int32_t cost_mn;
};

/// Each pair once. Not every two characters of a group are a pair: 2 and 7 are both taken for Z, hardly ever one
/// for the other.
std::span<const ConfusablePair> confusable_pairs();

}  // namespace darvaza::documents
