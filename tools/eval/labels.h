// What a case is called and which slices it belongs to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/error.h"
#include "eval/labelled_table.h"

namespace darvaza::eval {

/// "Latin", "Cyrillic", "Arabic", "other" or "none": the script of most letters.
std::string script_name(std::string_view name);
/// "Cyrillic > Latin", or "Latin" when both are.
std::string script_names(std::string_view asked, std::string_view listed);
/// "10 to 14 letters".
std::string length_name(std::string_view name);

/// The dimensions by which a table's cases are sliced: the columns language, country, source, kind
/// and group, where they are, and those that were asked for; besides, script and length, computed
/// unless the table has such columns. A source of the form SOURCE:COUNTRY:LANGUAGE stands for three
/// columns when the table has neither of the other two.
class Labels {
 public:
  static Result<Labels> of(const LabelledTable& table, const std::vector<std::string>& wanted);

  const std::vector<std::string>& dimensions() const { return dimensions_; }
  /// One value a dimension, empty where the row says nothing.
  std::vector<std::string> values(const LabelledRow& row, const std::string& scripts,
                                  std::string_view shortest_name) const;
  /// The same with the dimensions' names, as SliceTable takes them.
  std::vector<std::pair<std::string, std::string>> named(
      const std::vector<std::string>& values) const;

 private:
  static constexpr std::size_t kComputed = static_cast<std::size_t>(-1);

  std::vector<std::string> dimensions_;
  std::vector<std::size_t> columns_;  ///< of each dimension
  bool split_source_ = false;
};

/// "Cyrl>Latn, ep": the values that are not empty and not computed, for a case's line.
std::string label_text(const Labels& labels, const std::vector<std::string>& values);

}  // namespace darvaza::eval
