#include "cleared/cleared_store.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

#include <fmt/core.h>
#include <openssl/rand.h>
#include <unistd.h>

#include "text/hex.h"


namespace darvaza::daemon {
namespace {

using clearances::kClearedColumns;
using sqlite::Database;
using sqlite::Transaction;

/// How soon a rule that another process added or withdrew holds, or holds no more.
constexpr std::chrono::milliseconds kLook{500};
constexpr std::int64_t kDay = 86'400;

std::string key_of(StateCode state, StateCode issuer, std::string_view number) {
  return fmt::format("{} {} {}", state.text(), issuer.text(), number);
}

std::int64_t now() { return std::time(nullptr); }

}  // namespace

ClearedRules::ClearedRules(std::vector<ClearedRule> rules) : size_(rules.size()) {
  for (ClearedRule& rule : rules) {
    by_document_[key_of(rule.state, rule.issuer, rule.number)].push_back(std::move(rule));
  }
}

const std::vector<ClearedRule>& ClearedRules::of(StateCode state, StateCode issuer,
                                                 std::string_view normalised_number) const {
  static const std::vector<ClearedRule> kNone;
  if (size_ == 0) return kNone;
  const auto found = by_document_.find(key_of(state, issuer, normalised_number));
  return found == by_document_.end() ? kNone : found->second;
}

ClearedStore::ClearedStore(std::filesystem::path file, const Limits& limits, Say say)
    : file_(std::move(file)),
      limits_(limits),
      say_(std::move(say)),
      rules_(std::make_shared<const ClearedRules>(std::vector<ClearedRule>())) {
  {
    const std::lock_guard lock(mutex_);
    std::error_code error;
    const bool is_new = !std::filesystem::exists(file_, error);
    if (open(Database::Access::create) && is_new)
      say_(fmt::format("cleared travellers: {} is new, no rule silences anything", file_.string()));
  }
  thread_ = std::thread([this] { run(); });
}

ClearedStore::~ClearedStore() {
  {
    const std::lock_guard lock(wait_mutex_);
    ending_ = true;
  }
  woken_.notify_all();
  thread_.join();
}

Result<void> ClearedStore::check(const std::filesystem::path& file) {
  // What the start would make is looked for, not made: an empty file there would hide that the
  // database is missing.
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size == 0) return {};
  const auto opened = Database::open(file, clearances::kClearedKind, Database::Access::write);
  if (opened) return {};
  const auto directory = std::filesystem::absolute(file, error).parent_path();
  if (opened.error().code == ErrorCode::input_missing &&
      ::access(directory.c_str(), W_OK | X_OK) == 0)
    return {};
  return tl::unexpected(opened.error());
}

std::shared_ptr<const ClearedRules> ClearedStore::rules() const {
  const std::lock_guard lock(rules_mutex_);
  return rules_;
}

bool ClearedStore::available() const {
  const std::lock_guard lock(rules_mutex_);
  return available_;
}

void ClearedStore::run() {
  std::unique_lock lock(wait_mutex_);
  while (!woken_.wait_for(lock, kLook, [this] { return ending_; })) {
    lock.unlock();
    look();
    lock.lock();
  }
}

/// Whether the file is still there, and still says the same.
void ClearedStore::look() {
  const std::lock_guard lock(mutex_);
  if (database_ && !database_->is_in_place()) {
    give_up({ErrorCode::input_missing, "was removed or replaced", file_.string()});
  }
  if (!database_ && !open(Database::Access::write)) return;
  if (!end_expired()) return;
  const auto version = database_->data_version();
  if (!version || *version != data_version_) load();
}

/// All are shown again, and that is told once until it is better.
void ClearedStore::give_up(const Error& error) {
  database_.reset();
  const std::lock_guard lock(rules_mutex_);
  rules_ = std::make_shared<const ClearedRules>(std::vector<ClearedRule>());
  available_ = false;
  if (!std::exchange(told_, true)) say_("CLEARED TRAVELLERS ARE NOT SILENCED: " + to_string(error));
}

bool ClearedStore::open(Database::Access access) {
  auto opened = Database::open(file_, clearances::kClearedKind, access);
  if (!opened) {
    give_up(opened.error());
    return false;
  }
  database_.emplace(std::move(*opened));
  return load();
}

/// Reads the rules that hold.
bool ClearedStore::load() {
  data_version_ = database_->data_version().value_or(0);
  auto rows = database_->prepare(
      fmt::format("SELECT {} FROM cleared WHERE ended IS NULL AND expires > ?", kClearedColumns)
          .c_str());
  rows.bind(now());
  auto rules = clearances::rules_of(rows);
  if (!rules) {
    give_up(rules.error());
    return false;
  }
  auto made = std::make_shared<const ClearedRules>(std::move(*rules));
  const std::lock_guard lock(rules_mutex_);
  rules_ = std::move(made);
  available_ = true;
  if (std::exchange(told_, false)) say_("cleared travellers are silenced again");
  return true;
}

/// Those that expired are marked, and those that ended long ago forgotten. A file that somebody
/// else is writing is no fault: there is a next time.
bool ClearedStore::end_expired() {
  auto due = database_->prepare(
      "SELECT 1 FROM cleared WHERE (ended IS NULL AND expires <= ?) OR ended < ? LIMIT 1");
  const std::int64_t time = now();
  const std::int64_t forgotten = time - static_cast<std::int64_t>(limits_.keep_days) * kDay;
  const auto is_due = due.bind(time).bind(forgotten).step();
  if (!is_due) give_up(is_due.error());
  if (!is_due || !*is_due) return is_due.has_value();
  auto end = database_->prepare(
      "UPDATE cleared SET ended = expires, ended_by = 'expiry' WHERE ended IS NULL AND expires <= "
      "?");
  auto marked = end.bind(time).finish();
  if (marked) marked = database_->prepare("DELETE FROM cleared WHERE ended < ?").bind(forgotten).finish();
  // What could not be marked is marked another time, and silences nothing meanwhile: `load` leaves
  // it out. A disk that is full or a writer who takes long must not show everybody again.
  if (!marked && marked.error().code == ErrorCode::input_refused) {
    give_up(marked.error());
    return false;
  }
  return load();
}

ClearedStore::Refusal ClearedStore::unavailable(const Error& error) {
  say_("cleared travellers: not kept or not read: " + to_string(error));
  return Refusal::unavailable;
}

tl::expected<ClearedRule, ClearedStore::Refusal> ClearedStore::add(ClearedRule rule) {
  unsigned char random[16];
  if (RAND_bytes(random, sizeof random) != 1) return tl::unexpected(Refusal::unavailable);
  rule.id = text::hex(random);
  const std::lock_guard lock(mutex_);
  if (!database_) return tl::unexpected(Refusal::unavailable);
  if (!end_expired()) return tl::unexpected(Refusal::unavailable);
  if (rules()->size() >= limits_.rules) return tl::unexpected(Refusal::too_many);
  auto insert = database_->prepare(
      "INSERT INTO cleared (id, state, issuer, number, list, entry, version, first_line, author, "
      "officer, reason, made, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      // The same pair again, of another version of the entry: the new decision takes the old one's
      // place.
      "ON CONFLICT DO NOTHING RETURNING id");
  auto replace = database_->prepare(
      "UPDATE cleared SET ended = ?, ended_by = ? WHERE ended IS NULL AND state = ? AND issuer = ? "
      "AND number = ? AND list = ? AND entry = ? AND version <> ?");
  auto transaction = Transaction::begin(*database_, Transaction::Kind::write);
  if (!transaction) return tl::unexpected(unavailable(transaction.error()));
  replace.bind(rule.made).bind(rule.author).bind(rule.state.text()).bind(rule.issuer.text());
  replace.bind(rule.number).bind(rule.list).bind(rule.entry).bind(rule.version);
  if (auto replaced = replace.finish(); !replaced)
    return tl::unexpected(unavailable(replaced.error()));
  insert.bind(rule.id).bind(rule.state.text()).bind(rule.issuer.text()).bind(rule.number);
  insert.bind(rule.list).bind(rule.entry).bind(rule.version);
  insert.bind(static_cast<std::int64_t>(rule.first_line)).bind(rule.author).bind(rule.officer);
  insert.bind(rule.reason).bind(rule.made).bind(rule.expires);
  const auto added = insert.step();
  if (!added) return tl::unexpected(unavailable(added.error()));
  if (!*added) return tl::unexpected(Refusal::exists);
  if (auto written = insert.finish(); !written) return tl::unexpected(unavailable(written.error()));
  if (auto committed = transaction->commit(); !committed)
    return tl::unexpected(unavailable(committed.error()));
  if (!load()) return tl::unexpected(Refusal::unavailable);
  return rule;
}

tl::expected<std::optional<ClearedRule>, ClearedStore::Refusal> ClearedStore::withdraw(
    std::string_view id, StateCode state, bool first_line_only, std::string_view by) {
  const std::lock_guard lock(mutex_);
  if (!database_) return tl::unexpected(Refusal::unavailable);
  auto update = database_->prepare(
      fmt::format("UPDATE cleared SET ended = max(?, made), ended_by = ? WHERE ended IS NULL AND "
                  "id = ? AND state = ? AND (first_line OR NOT ?) RETURNING {}",
                  kClearedColumns)
          .c_str());
  update.bind(now()).bind(by).bind(id).bind(state.text());
  update.bind(static_cast<std::int64_t>(first_line_only));
  const auto ended = clearances::rules_of(update);
  if (!ended) return tl::unexpected(unavailable(ended.error()));
  if (!load()) return tl::unexpected(Refusal::unavailable);
  return ended->empty() ? std::nullopt : std::optional(ended->front());
}

tl::expected<std::vector<ClearedRule>, ClearedStore::Refusal> ClearedStore::list(
    StateCode state, bool first_line_only, bool ended, std::string_view after, std::size_t most) {
  const std::lock_guard lock(mutex_);
  if (!database_) return tl::unexpected(Refusal::unavailable);
  auto rows = database_->prepare(
      fmt::format("SELECT {} FROM cleared WHERE state = ? AND (first_line OR NOT ?) AND (ended IS "
                  "NULL OR ?) AND id > ? ORDER BY id LIMIT ?",
                  kClearedColumns)
          .c_str());
  rows.bind(state.text()).bind(static_cast<std::int64_t>(first_line_only));
  rows.bind(static_cast<std::int64_t>(ended)).bind(after).bind(static_cast<std::int64_t>(most));
  auto rules = clearances::rules_of(rows);
  if (!rules) return tl::unexpected(unavailable(rules.error()));
  return std::move(*rules);
}

}  // namespace darvaza::daemon
