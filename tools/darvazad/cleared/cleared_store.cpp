#include "cleared/cleared_store.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

#include <fmt/format.h>
#include <openssl/rand.h>
#include <unistd.h>

#include "text/hex.h"


namespace darvaza::daemon {
namespace {

/// How soon a rule that another process added or withdrew holds, or holds no more.
constexpr std::chrono::milliseconds kLook{500};
constexpr std::int64_t kDay = 86'400;

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

constexpr Database::Kind kKind{0x64766372, 1, kSchema};  // "dvcr"

constexpr const char* kColumns =
    "id, state, issuer, number, list, entry, version, first_line, author, officer, reason, made, "
    "expires, ended, ended_by";

ClearedRule rule_of(const Database::Statement& row) {
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
    if (open(true) && is_new)
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
  const auto opened = Database::open(file, kKind, false);
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
  if (!database_ && !open(false)) return;
  if (!end_expired()) return;
  const std::int64_t version = database_->data_version();
  if (version != data_version_) load();
}

/// All are shown again, and that is told once until it is better.
void ClearedStore::give_up(const Error& error) {
  database_.reset();
  const std::lock_guard lock(rules_mutex_);
  rules_ = std::make_shared<const ClearedRules>(std::vector<ClearedRule>());
  available_ = false;
  if (!std::exchange(told_, true)) say_("CLEARED TRAVELLERS ARE NOT SILENCED: " + to_string(error));
}

bool ClearedStore::open(bool create) {
  auto opened = Database::open(file_, kKind, create);
  if (!opened) {
    give_up(opened.error());
    return false;
  }
  database_.emplace(std::move(*opened));
  return load();
}

/// Reads the rules that hold.
bool ClearedStore::load() {
  data_version_ = database_->data_version();
  std::vector<ClearedRule> rules;
  auto rows = database_->prepare(
      fmt::format("SELECT {} FROM cleared WHERE ended IS NULL AND expires > ?", kColumns).c_str());
  rows.bind(now());
  while (rows.step()) rules.push_back(rule_of(rows));
  if (const auto read = database_->error(); !read) {
    const Error error = read.error();
    give_up(error);
    return false;
  }
  auto made = std::make_shared<const ClearedRules>(std::move(rules));
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
  due.bind(time).bind(forgotten);
  if (!due.step()) {
    const auto looked = database_->error();
    if (!looked) give_up(looked.error());
    return looked.has_value();
  }
  auto end = database_->prepare(
      "UPDATE cleared SET ended = expires, ended_by = 'expiry' WHERE ended IS NULL AND expires <= "
      "?");
  end.bind(time).step();
  auto forget = database_->prepare("DELETE FROM cleared WHERE ended < ?");
  forget.bind(forgotten).step();
  // What could not be marked is marked another time, and silences nothing meanwhile: `load` leaves
  // it out. A disk that is full or a writer who takes long must not show everybody again.
  const auto marked = database_->error();
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
  if (auto begun = database_->run("BEGIN IMMEDIATE"); !begun)
    return tl::unexpected(unavailable(begun.error()));
  replace.bind(rule.made).bind(rule.author).bind(rule.state.text()).bind(rule.issuer.text());
  replace.bind(rule.number).bind(rule.list).bind(rule.entry).bind(rule.version);
  replace.step();
  insert.bind(rule.id).bind(rule.state.text()).bind(rule.issuer.text()).bind(rule.number);
  insert.bind(rule.list).bind(rule.entry).bind(rule.version);
  insert.bind(static_cast<std::int64_t>(rule.first_line)).bind(rule.author).bind(rule.officer);
  insert.bind(rule.reason).bind(rule.made).bind(rule.expires);
  const bool added = insert.step();
  insert.step();
  const auto written = database_->error();
  if (!written || !added) {
    (void)database_->run("ROLLBACK");
    return tl::unexpected(written ? Refusal::exists : unavailable(written.error()));
  }
  if (auto committed = database_->run("COMMIT"); !committed)
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
                  kColumns)
          .c_str());
  update.bind(now()).bind(by).bind(id).bind(state.text());
  update.bind(static_cast<std::int64_t>(first_line_only));
  std::optional<ClearedRule> rule;
  if (update.step()) rule = rule_of(update);
  update.step();
  if (auto written = database_->error(); !written)
    return tl::unexpected(unavailable(written.error()));
  if (!load()) return tl::unexpected(Refusal::unavailable);
  return rule;
}

tl::expected<std::vector<ClearedRule>, ClearedStore::Refusal> ClearedStore::list(
    StateCode state, bool first_line_only, bool ended, std::string_view after, std::size_t most) {
  const std::lock_guard lock(mutex_);
  if (!database_) return tl::unexpected(Refusal::unavailable);
  auto rows = database_->prepare(
      fmt::format("SELECT {} FROM cleared WHERE state = ? AND (first_line OR NOT ?) AND (ended IS "
                  "NULL OR ?) AND id > ? ORDER BY id LIMIT ?",
                  kColumns)
          .c_str());
  rows.bind(state.text()).bind(static_cast<std::int64_t>(first_line_only));
  rows.bind(static_cast<std::int64_t>(ended)).bind(after).bind(static_cast<std::int64_t>(most));
  std::vector<ClearedRule> rules;
  while (rows.step()) rules.push_back(rule_of(rows));
  if (auto read = database_->error(); !read) return tl::unexpected(unavailable(read.error()));
  return rules;
}

}  // namespace darvaza::daemon
