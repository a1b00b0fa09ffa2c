// SQLite as values: statements that finish themselves, failures as errors.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <sqlite3.h>

#include "darvaza/error.h"

namespace darvaza::lookback {

struct CloseDatabase {
  void operator()(sqlite3* database) const { ::sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// What SQLite last refused. Its messages name tables and files, never values.
inline Error sqlite_error(sqlite3* database, std::string_view what) {
  const int code = ::sqlite3_errcode(database) & 0xFF;
  const bool foreign = code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_ERROR || code == SQLITE_SCHEMA;
  const char* const name = ::sqlite3_db_filename(database, "main");
  Error error;
  error.code = foreign ? ErrorCode::input_refused : ErrorCode::io;
  error.message = std::string(what) + ": " + ::sqlite3_errmsg(database);
  error.file = name == nullptr ? "" : name;
  return error;
}

/// Runs statements that return no rows.
inline Result<void> run(sqlite3* database, const char* sql) {
  if (::sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return tl::unexpected(sqlite_error(database, "the register cannot be used"));
}

/// One statement, prepared. Texts and blobs that are bound must last until the next step.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql) : database_(database) {
    if (::sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK) statement_ = nullptr;
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { ::sqlite3_finalize(statement_); }

  Statement& bind(int place, std::string_view text) {
    ::sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  Statement& bind_blob(int place, std::string_view bytes) {
    ::sqlite3_bind_blob(statement_, place, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    return *this;
  }
  Statement& bind(int place, std::int64_t number) {
    ::sqlite3_bind_int64(statement_, place, number);
    return *this;
  }

  /// Whether there is a row; false at the end.
  Result<bool> step() {
    const int code = statement_ == nullptr ? SQLITE_ERROR : ::sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return tl::unexpected(sqlite_error(database_, "the register cannot be used"));
  }
  /// Runs to the end and may be bound and run again.
  Result<void> finish() {
    const auto row = step();
    ::sqlite3_reset(statement_);
    if (!row) return tl::unexpected(row.error());
    return {};
  }

  std::int64_t number(int column) { return ::sqlite3_column_int64(statement_, column); }
  /// Valid until the next step.
  std::string_view bytes(int column) {
    const void* const data = ::sqlite3_column_blob(statement_, column);
    return {static_cast<const char*>(data), static_cast<std::size_t>(::sqlite3_column_bytes(statement_, column))};
  }
  std::string text(int column) { return std::string(bytes(column)); }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

/// A transaction that is undone unless it is committed.
class Transaction {
 public:
  static Result<Transaction> begin(sqlite3* database, const char* sql) {
    if (auto done = run(database, sql); !done) return tl::unexpected(done.error());
    return Transaction(database);
  }
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() {
    if (database_ != nullptr) ::sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Result<void> commit() {
    auto done = run(database_, "COMMIT");
    if (done) database_ = nullptr;
    return done;
  }

 private:
  explicit Transaction(sqlite3* database) : database_(database) {}
  sqlite3* database_;
};

}  // namespace darvaza::lookback
