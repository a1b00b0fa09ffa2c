// One line of a FollowTheMoney file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "darvaza/error.h"

namespace darvaza::lists {

/// An entity: {"id": …, "schema": …, "properties": {name: [values]}}.
class FtmEntity {
 public:
  /// Parses one line. An error's message says what the line is instead; it has no place. Whole numbers among the values of properties become texts: who
  /// writes such files by hand leaves the quotation marks out.
  static Result<FtmEntity> parse(std::string_view line);

  std::string_view id() const { return id_; }
  std::string_view schema() const { return schema_; }

  /// The values of a property that are texts, in their order. Views live as long as the entity.
  std::vector<std::string_view> values(std::string_view property) const;
  /// The first of them; empty when there is none.
  std::string_view first(std::string_view property) const;
  /// How many values of the property are neither text nor nothing: values() leaves them out.
  std::size_t others(std::string_view property) const;

  /// The entities that stand inside of a property, in their order: targets.nested.json holds a person's passports so.
  std::vector<FtmEntity> nested(std::string_view property) const;

  /// The names of all properties.
  std::vector<std::string_view> properties() const;

 private:
  explicit FtmEntity(const boost::json::object& object);

  std::string id_;
  std::string schema_;
  boost::json::object properties_;
};

}  // namespace darvaza::lists
