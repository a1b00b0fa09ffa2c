// Every answer into the audit log: docs/audit.md.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "answers/answers.h"
#include "audit/log_writer.h"
#include "config/settings.h"

namespace darvaza::daemon {

class AuditParty : public AnswerParty {
 public:
  /// `settings.directory` is set. `say` receives what the operator must know. Errors: those of
  /// keys and of LogWriter::open.
  static Result<std::unique_ptr<AuditParty>> open(const AuditSettings& settings,
                                                  std::function<void(const std::string&)> say);

  void told(const Asking& asking, const Traveller& traveller, const Answer& answer) override;
  void entry_told(const Asking& asking, std::string_view list, std::string_view id,
                  bool shown) override;
  void when_kept(std::function<void(bool)> then) override { log_->when_kept(std::move(then)); }
  bool refuses() const override { return refuse_ && log_->failing(); }
  std::string metrics() const override;

 private:
  AuditParty(const AuditSettings& settings, audit::Key key, std::optional<audit::Key> query_key);

  const bool refuse_;
  const audit::Key key_;
  const std::optional<audit::Key> query_key_;  ///< nothing: queries are not kept
  std::unique_ptr<audit::LogWriter> log_;
};

/// Whether what the settings name can be read, without writing anything: for --check.
Result<void> check_audit(const AuditSettings& settings);

}  // namespace darvaza::daemon
