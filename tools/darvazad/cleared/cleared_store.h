// The decisions "not the same person", and their keeping.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "clearances/cleared_table.h"
#include "darvaza/error.h"
#include "darvaza/state_code.h"
#include "sqlite/database.h"

namespace darvaza::daemon {

using clearances::ClearedRule;

/// The rules that hold, by document. Immutable.
class ClearedRules {
 public:
  explicit ClearedRules(std::vector<ClearedRule> rules);
  std::size_t size() const { return size_; }
  /// Those of a State about a document; expired ones among them.
  const std::vector<ClearedRule>& of(StateCode state, StateCode issuer,
                                     std::string_view normalised_number) const;

 private:
  std::unordered_map<std::string, std::vector<ClearedRule>> by_document_;
  std::size_t size_ = 0;
};

/// Thread-safe. When the database is missing, damaged or out of reach, no rule holds: every
/// candidate is shown again, `say` tells it, and the file is tried again until it can be read.
class ClearedStore {
 public:
  struct Limits {
    std::uint64_t rules;      ///< that hold at a time
    std::uint64_t keep_days;  ///< how long ended ones are kept
  };
  using Say = std::function<void(const std::string&)>;  ///< called from its own thread, too

  ClearedStore(std::filesystem::path file, const Limits& limits, Say say);
  ~ClearedStore();

  /// What stands in the way of opening it; for `--check`. A file that is missing is none, and
  /// is not made.
  static Result<void> check(const std::filesystem::path& file);

  /// What holds now. Nanoseconds. Never null.
  std::shared_ptr<const ClearedRules> rules() const;
  bool available() const;

  enum class Refusal : std::uint8_t { exists, too_many, unavailable };
  /// Keeps a new rule under an id of its own: on the disk, and holding, when it returns.
  tl::expected<ClearedRule, Refusal> add(ClearedRule rule);
  /// The rule as it ended; nothing when none that holds has this id in that State.
  tl::expected<std::optional<ClearedRule>, Refusal> withdraw(std::string_view id, StateCode state,
                                                             bool first_line_only,
                                                             std::string_view by);
  /// In the order of their ids, from behind `after` on. `ended`: also those that hold no more.
  tl::expected<std::vector<ClearedRule>, Refusal> list(StateCode state, bool first_line_only,
                                                       bool ended, std::string_view after,
                                                       std::size_t most);

 private:
  void run();
  void look();
  bool open(sqlite::Database::Access access);
  bool load();
  bool end_expired();
  void give_up(const Error& error);
  Refusal unavailable(const Error& error);

  const std::filesystem::path file_;
  const Limits limits_;
  const Say say_;
  mutable std::mutex mutex_;  ///< of the database
  std::optional<sqlite::Database> database_;
  std::int64_t data_version_ = 0;
  mutable std::mutex rules_mutex_;
  std::shared_ptr<const ClearedRules> rules_;
  bool available_ = false;
  bool told_ = false;  ///< that it is not
  std::mutex wait_mutex_;
  std::condition_variable woken_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace darvaza::daemon
