// How two document numbers agree: the classes of answer, and what lies between the numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "darvaza/screening_result.h"

namespace darvaza::documents {

struct NumberAgreement {
  DocumentMatch match = DocumentMatch::exact;  ///< any but `range`
  /// 0 for exact. For confusable the sum of what each confusion costs (look_alikes_table.h); for
  /// the others what one such slip costs, more than any single confusion. Thousandths of a nat.
  std::int32_t difference_mn = 0;

  friend bool operator==(const NumberAgreement&, const NumberAgreement&) = default;
};

/// Compares two normalised numbers (document_number.h). The surest class that holds; nothing when
/// none does. Confusable numbers have equal folded forms, or have them once a Q of the one is read
/// as the G that stands there in the other. Symmetric. Thread-safe; one pass.
std::optional<NumberAgreement> compare_numbers(std::string_view asked, std::string_view listed);

/// What the confusions cost that make one text of the other, character by character: 0 when they
/// are equal. Nothing when the lengths differ, or two characters that nobody confuses. Symmetric.
std::optional<std::int32_t> confusion_cost(std::string_view a, std::string_view b);

}  // namespace darvaza::documents
