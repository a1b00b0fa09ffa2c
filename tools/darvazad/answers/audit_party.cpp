#include "answers/audit_party.h"

#include <utility>

#include <fmt/core.h>

#include "audit/answer_record.h"
#include "audit/kept_query.h"
#include "audit/log_files.h"
#include "records/json_writing.h"

namespace darvaza::daemon {
namespace {

struct Keys {
  audit::Key log;
  std::optional<audit::Key> query;
};

Result<Keys> keys_of(const AuditSettings& settings) {
  auto log = audit::Key::read(settings.key);
  if (!log) return tl::unexpected(log.error());
  Keys keys{*log, std::nullopt};
  if (settings.query_key.empty()) return keys;
  auto query = audit::Key::read(settings.query_key);
  if (!query) return tl::unexpected(query.error());
  keys.query.emplace(*query);
  return keys;
}

audit::Sync sync_of(const std::string& word) {
  return word == "answer" ? audit::Sync::answer
         : word == "none" ? audit::Sync::none
                          : audit::Sync::second;
}

}  // namespace

AuditParty::AuditParty(const AuditSettings& settings, audit::Key key,
                       std::optional<audit::Key> query_key)
    : refuse_(settings.on_failure == "refuse"), key_(key), query_key_(std::move(query_key)) {}

Result<std::unique_ptr<AuditParty>> AuditParty::open(const AuditSettings& settings,
                                                     std::function<void(const std::string&)> say) {
  auto keys = keys_of(settings);
  if (!keys) return tl::unexpected(keys.error());
  std::unique_ptr<AuditParty> party(new AuditParty(settings, keys->log, keys->query));
  audit::LogOptions options;
  options.directory = settings.directory;
  options.file_bytes = settings.file_bytes;
  options.queue = settings.queue;
  options.sync = sync_of(settings.sync);
  options.refuse = party->refuse_;
  options.say = std::move(say);
  auto log = audit::LogWriter::open(std::move(options), keys->log);
  if (!log) return tl::unexpected(log.error());
  party->log_ = std::move(*log);
  return party;
}

void AuditParty::told(const Asking& asking, const Traveller& traveller, const Answer& answer) {
  const std::string query = audit::query_bytes(traveller);
  audit::AnswerRecord record;
  record.at = audit::timestamp();
  record.post = asking.asker.post;
  record.purpose = asking.asker.purpose;
  record.route = asking.route;
  record.settings = {asking.options, asking.by_documents};
  record.query = key_.digest(audit::asked_in(query));
  record.indexes = audit::digests_of(asking.lists.digest);
  record.decision = to_string(answer.result.decision);
  record.answer = key_.digest(answer.text);
  if (!answer.found.empty()) record.found = key_.digest(answer.found);
  if (query_key_) record.kept = query_key_->seal(query);
  log_->add(members(record), asking.lists.screener, asking.lists.digest);
}

/// An identifier of a list says who was looked up: as little in the clear as a name.
void AuditParty::entry_told(const Asking& asking, std::string_view list, std::string_view id,
                            bool shown) {
  const std::string entry = std::string(list) + '\0' + std::string(id);
  log_->add(
      fmt::format(
          R"("at": "{}", "kind": "entry", "post": {}, "purpose": {}, "route": {}, )"
          R"("state": {}, "line": "{}", "day": "{}", "entry": "{}", "indexes": {}, "shown": {}{})",
          audit::timestamp(), records::json_string(asking.asker.post),
          records::json_string(asking.asker.purpose), records::json_string(asking.route),
          records::json_string(asking.options.post.state.text()), to_string(asking.options.post.line),
          to_string(asking.options.post.today), key_.digest(entry), audit::digests_json(asking.lists.digest), shown,
          query_key_ ? fmt::format(R"(, "kept": "{}")", query_key_->seal(entry)) : ""),
      asking.lists.screener, asking.lists.digest);
}

std::string AuditParty::metrics() const {
  return fmt::format(
      "# HELP darvazad_audit_records_total Records written to the audit log since the start\n"
      "# TYPE darvazad_audit_records_total counter\n"
      "darvazad_audit_records_total {}\n"
      "# HELP darvazad_audit_lost_total Records given up while the audit log could not be written\n"
      "# TYPE darvazad_audit_lost_total counter\n"
      "darvazad_audit_lost_total {}\n"
      "# HELP darvazad_audit_failing Whether the audit log cannot be written at this moment\n"
      "# TYPE darvazad_audit_failing gauge\n"
      "darvazad_audit_failing {}\n",
      log_->written(), log_->lost(), log_->failing() ? 1 : 0);
}

Result<void> check_audit(const AuditSettings& settings) {
  if (settings.directory.empty()) return {};
  if (const auto keys = keys_of(settings); !keys) return tl::unexpected(keys.error());
  if (const auto end = audit::end_of(settings.directory); !end) return tl::unexpected(end.error());
  return {};
}

}  // namespace darvaza::daemon
