// The decisions "not the same person" as they stand in their database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/state_code.h"
#include "sqlite/database.h"

namespace darvaza::clearances {

/// Somebody decided that the bearer of this document is not the person of this entry as it was
/// then.
struct ClearedRule {
  std::string id;          ///< 32 hexadecimal digits
  StateCode state;         ///< whose posts it holds for; empty: those without a State
  StateCode issuer;        ///< of the document
  std::string number;      ///< normalised
  std::string list;        ///< of the entry
  std::string entry;       ///< the source's own identifier
  std::string version;     ///< of the entry (darvazad/api/entry_version.h)
  bool first_line = true;  ///< whether that entry is shown to the first line
  std::string author;      ///< the post that decided
  std::string officer;     ///< who decided there, as the post says; may be empty
  std::string reason;
  std::int64_t made = 0;     ///< seconds since 1970
  std::int64_t expires = 0;  ///< likewise; from then on it silences nothing
  std::int64_t ended = 0;    ///< when it was withdrawn or expired; 0: neither
  std::string ended_by;      ///< the post that withdrew it; "expiry"
};

extern const sqlite::Database::Kind kClearedKind;

/// What a statement has to select for rules, in the order of their members, and all that it selects from its next step on.
inline constexpr std::string_view kClearedColumns =
    "id, state, issuer, number, list, entry, version, first_line, author, officer, reason, made, expires, ended, ended_by";
Result<std::vector<ClearedRule>> rules_of(sqlite::Database::Statement& rows);

/// All rules about entries of this identifier, those that ended among them, in the order in which they were made. The file is
/// not written to; whoever writes it meanwhile is not held up. Errors: those of Database::open.
Result<std::vector<ClearedRule>> rules_about(const std::filesystem::path& file, std::string_view entry);

}  // namespace darvaza::clearances
