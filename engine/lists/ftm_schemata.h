// What FollowTheMoney's schemata are, in its JSON lines and in OpenSanctions' tables.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "lists/source_recorder.h"

namespace darvaza::lists {

enum class FtmKind : std::uint8_t { person, identification, other, unknown };

/// Case is ignored: who writes such files by hand writes "person". LegalEntity is a person or a company, nobody knows which: it
/// counts as a person, who would be hidden otherwise; so does an empty word. Unknown: no schema of FollowTheMoney.
FtmKind ftm_kind(std::string_view schema);

/// Decides what one file's records are, and remarks upon each word once that is no schema.
class FtmKinds {
 public:
  /// A record with a birth date is a person's, whatever word stands there that is no schema.
  FtmKind of(std::string_view schema, bool has_birth_date, SourceRecorder& recorder, Place place);

 private:
  std::set<std::string, std::less<>> told_;
};

}  // namespace darvaza::lists
