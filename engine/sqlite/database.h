// SQLite as values: statements that finish themselves, failures as errors.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "darvaza/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace darvaza::sqlite {

/// One connection. Belongs to one thread at a time. Errors (input_missing; input_refused for a file that is damaged or something
/// else; io) name the file and hold nothing of its content.
class Database {
 public:
  /// `application_id` and `version` tell a file of one kind from others.
  struct Kind {
    std::int32_t application_id;
    std::int32_t version;
    const char* schema;    ///< makes the tables of a new file
    const char* settings;  ///< of every connection that may write: PRAGMAs
    int patience_ms;       ///< how long another process's write is waited for
    bool is_checked;       ///< whether a file is checked from end to end whenever it is opened
  };
  enum class Access : std::uint8_t {
    read,    ///< nothing is written, not even settings
    write,   ///< a file that is there
    create,  ///< a missing or empty one is made, for its owner alone
  };
  static Result<Database> open(const std::filesystem::path& file, const Kind& kind, Access access);

  /// A statement that is carried out step by step. Goes before the database.
  class Statement {
   public:
    /// The next value. Copied.
    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind_blob(std::string_view bytes);
    /// Whether there is a row; false at the end.
    Result<bool> step();
    /// Runs to the end, and may be bound and run again.
    Result<void> finish();

    std::int64_t number(int column) const;
    /// Valid until the next step.
    std::string_view bytes(int column) const;
    std::string text(int column) const { return std::string(bytes(column)); }

   private:
    friend class Database;
    Statement(const Database& database, const char* sql);
    struct Finalise {
      void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* connection_;
    const std::filesystem::path* file_;
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
    int prepared_;  ///< SQLite's code
    int bound_ = 0;
  };
  /// What is wrong with `sql` is the error of the first step.
  Statement prepare(const char* sql) const { return {*this, sql}; }
  /// The first number of the first row; 0 without any.
  Result<std::int64_t> number(const char* sql) const;
  /// Statements without values.
  Result<void> run(const char* sql) const;
  /// How many rows the last statement changed.
  std::uint64_t changes() const;
  /// Empties the write-ahead log, so that what was overwritten in the file stands nowhere. False when somebody reads what was before,
  /// for as long.
  Result<bool> empty_log(int patience_ms) const;
  /// Rises when another connection has changed the file.
  Result<std::int64_t> data_version() const { return number("PRAGMA data_version"); }
  /// Whether the file of that name is still the one that was opened.
  bool is_in_place() const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  Database(std::filesystem::path file, sqlite3* connection, int patience_ms);
  Result<void> prepare_file(const Kind& kind, Access access, bool is_new) const;

  std::unique_ptr<const std::filesystem::path> file_;  ///< where it stays when this is moved
  std::unique_ptr<sqlite3, Close> connection_;
  std::uint64_t inode_ = 0;
  int patience_ms_ = 0;
};

/// A transaction that is undone unless it is committed. Goes before the database, which must not be moved meanwhile.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write };
  static Result<Transaction> begin(const Database& database, Kind kind);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;
};

}  // namespace darvaza::sqlite
