// SQLite, as far as the daemon keeps something in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "darvaza/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace darvaza::daemon {

/// One connection. Belongs to one thread at a time. Errors (io; input_refused for a file that is
/// damaged or something else) name the file and hold nothing of its content.
class Database {
 public:
  /// `schema` makes the tables of a new file; `application_id` and `version` tell it from others.
  /// A file that exists is checked from end to end. Error: input_missing when there is none and
  /// `create` is false.
  struct Kind {
    std::int32_t application_id;
    std::int32_t version;
    const char* schema;
  };
  static Result<Database> open(const std::filesystem::path& file, const Kind& kind, bool create);

  /// A statement that is carried out step by step. Goes before the database.
  class Statement {
   public:
    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    /// True: a row is there. False: done, or an error, which Database::error then says.
    bool step();
    std::string text(int column) const;
    std::int64_t number(int column) const;

   private:
    friend class Database;
    Statement(Database& database, const char* sql);
    struct Finalise {
      void operator()(sqlite3_stmt* statement) const;
    };
    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
    int bound_ = 0;
  };
  Statement prepare(const char* sql) { return {*this, sql}; }

  /// Several statements without values.
  Result<void> run(const char* sql);
  /// What went wrong since it was last asked.
  Result<void> error();
  /// Rises when another connection has changed the file.
  std::int64_t data_version();
  /// Whether the file of that name is still the one that was opened.
  bool is_in_place() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Database(std::filesystem::path file, sqlite3* database);
  Result<void> prepare_file(const Kind& kind, bool is_new);
  Result<void> verify();
  void note(int code);

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> database_;
  std::uint64_t inode_ = 0;
  int failed_ = 0;  ///< SQLite's code of what went wrong
};

}  // namespace darvaza::daemon
