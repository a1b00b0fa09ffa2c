#include "clearances/cleared_table.h"

#include <fmt/core.h>

namespace darvaza::clearances {
namespace {

/// How long another process's write is waited for.
constexpr int kPatienceMs = 2000;

constexpr const char* kSchema = R"(
CREATE TABLE cleared (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32),
  state TEXT NOT NULL CHECK (length(state) <= 3),
  issuer TEXT NOT NULL CHECK (length(issuer) BETWEEN 1 AND 3),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 64),
  list TEXT NOT NULL CHECK (length(list) BETWEEN 1 AND 256),
  entry TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 1024),
  version TEXT NOT NULL CHECK (length(version) = 64),
  first_line INTEGER NOT NULL CHECK (first_line IN (0, 1)),
  author TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 256),
  officer TEXT NOT NULL CHECK (length(officer) <= 200),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  made INTEGER NOT NULL,
  expires INTEGER NOT NULL CHECK (expires > made),
  ended INTEGER CHECK (ended >= made),
  ended_by TEXT,
  CHECK ((ended IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cleared_once ON cleared (state, issuer, number, list, entry) WHERE ended IS NULL;
)";

/// Each decision is on the disk when it is confirmed.
constexpr const char* kSettings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

ClearedRule rule_of(const sqlite::Database::Statement& row) {
  ClearedRule rule;
  int column = 0;
  rule.id = row.text(column++);
  rule.state = StateCode(row.text(column++));
  rule.issuer = StateCode(row.text(column++));
  rule.number = row.text(column++);
  rule.list = row.text(column++);
  rule.entry = row.text(column++);
  rule.version = row.text(column++);
  rule.first_line = row.number(column++) != 0;
  rule.author = row.text(column++);
  rule.officer = row.text(column++);
  rule.reason = row.text(column++);
  rule.made = row.number(column++);
  rule.expires = row.number(column++);
  rule.ended = row.number(column++);
  rule.ended_by = row.text(column++);
  return rule;
}

}  // namespace

const sqlite::Database::Kind kClearedKind{0x64766372, 1, kSchema, kSettings, kPatienceMs, true};  // "dvcr"

Result<std::vector<ClearedRule>> rules_about(const std::filesystem::path& file, std::string_view entry) {
  const auto database = sqlite::Database::open(file, kClearedKind, sqlite::Database::Access::read);
  if (!database) return tl::unexpected(database.error());
  auto rows = database->prepare(fmt::format("SELECT {} FROM cleared WHERE entry = ? ORDER BY made, id", kClearedColumns).c_str());
  rows.bind(entry);
  return rules_of(rows);
}

Result<std::vector<ClearedRule>> rules_of(sqlite::Database::Statement& rows) {
  std::vector<ClearedRule> rules;
  while (true) {
    const auto row = rows.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return rules;
    rules.push_back(rule_of(rows));
  }
}

}  // namespace darvaza::clearances
