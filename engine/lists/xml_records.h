// The records of an XML list, one small tree after the other.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::lists {

/// An element with everything in it. Names are without namespace prefix.
struct XmlElement {
  std::string name;
  std::string text;  ///< character data directly inside, not trimmed
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;
  std::uint64_t line = 0;  ///< of the start tag

  /// The first child of this name, or nullptr.
  const XmlElement* child(std::string_view child_name) const;
  /// Calls `visit` for every child of this name.
  template <typename Visitor>
  void each(std::string_view child_name, Visitor visit) const {
    for (const XmlElement& element : children) {
      if (element.name == child_name) visit(element);
    }
  }
  /// The text of the first child of this name that has any, white space collapsed; empty when there is none.
  std::string value(std::string_view child_name) const;
  /// The attribute of this name; empty when there is none.
  std::string_view attribute(std::string_view attribute_name) const;
};

struct XmlLimits {
  std::size_t depth = 32;                               ///< the formats need 5
  std::size_t record_bytes = std::size_t{4} << 20;      ///< text, names and tree of one record
  std::size_t unfinished_bytes = std::size_t{1} << 20;  ///< one tag or comment
};

/// Calls `tell` with the name of every value, in `record` or below, that stands beside another one of its name and says something else: value() reads the first
/// alone. `several` are the names of which a reader reads all.
void each_repeated_value(const XmlElement& record, std::span<const std::string_view> several, const std::function<void(std::string_view)>& tell);
/// What is told of one.
std::string repeated_value_remark(std::string_view name);

/// Receives the root element (name, attributes, no children yet). An error ends the reading.
using XmlRootVisitor = std::function<Result<void>(const XmlElement&)>;
/// Receives one record. An error ends the reading.
using XmlRecordVisitor = std::function<Result<void>(const XmlElement&)>;

/// Reads `in` and calls `record` for every element at depth `record_depth` (the root is at depth
/// 1), in order. `name` is what errors call the stream.
///
/// Refused (ErrorCode::input_refused, with the line): what is not well-formed, document type
/// declarations (no list has one; entities declared there could make a kilobyte into a gigabyte, or
/// fetch other files), and what is over the limits. Memory is bounded by the limits. Different
/// calls are independent of each other.
Result<void> read_xml_records(std::istream& in, const std::string& name, std::size_t record_depth,
                              const XmlRootVisitor& root, const XmlRecordVisitor& record,
                              const XmlLimits& limits = {});

/// The name of the root element, reading no further than needed. Refuses like read_xml_records.
Result<std::string> read_xml_root_name(std::istream& in, const std::string& name);

}  // namespace darvaza::lists
