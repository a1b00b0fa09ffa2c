// darvaza audit: the log that darvazad keeps of its answers.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "audit/key.h"
#include "audit/replay.h"
#include "audit/verify.h"
#include "commands/commands.h"
#include "output/exit_status.h"

namespace darvaza::tool {
namespace {

constexpr const char* kKeygenFooter = R"(
Only its owner may read the file. The key of a log and the key that its queries are sealed with are two.

Example:
  darvaza audit keygen audit.key)";

constexpr const char* kVerifyFooter = R"(
Reads every file of the log: that each record continues the one before, that none is missing, changed, put in or cut
off. Tells file, line and record of whatever does not hold, and then ends with status 65. The last chain it prints is
worth keeping somewhere else: whoever holds the key could write the log anew, but not so that --head still holds.

Example:
  darvaza audit verify --key audit.key /var/lib/darvaza/audit)";

constexpr const char* kReplayFooter = R"(
Asks recorded questions again, with the settings, post and day of then, of the indexes that answered, and compares the
answers' bytes with the digests recorded. Needs the key that queries were sealed with. Tells every difference, and then
ends with status 65. Queries and answers are shown with --answers only.

Indexes are looked for as DIGEST.dvz first, then by the digest of every *.dvz of the directory.

Example:
  darvaza audit replay --key audit.key --query-key queries.key --indexes /var/lib/darvaza/archive /var/lib/darvaza/audit)";

struct Options {
  std::string key, query_key, file, log, indexes, head;
  std::vector<std::string> required;
  std::uint64_t record = 0;
  bool answers = false;
};

int keygen(const Options& options) {
  const auto written = audit::Key::write_new(options.file);
  return written ? kDone : report(written.error());
}

int verify(const Options& options) {
  const auto key = audit::Key::read(options.key);
  if (!key) return report(key.error());
  const auto state = audit::verify_log(options.log, *key, options.head);
  if (!state) return report(state.error());
  for (const audit::Finding& finding : state->findings) {
    const std::string line = finding.line == 0 ? "" : fmt::format(":{}", finding.line);
    complain(fmt::format("{}{}: record {}: {}", finding.file, line, finding.record, finding.text));
  }
  bool holds = state->findings.empty();
  if (!options.head.empty() && !state->holds_head) {
    complain(fmt::format("no record has the chain {}: records were cut off, or written anew",
                         options.head));
    holds = false;
  }
  fmt::print("files    {}\nrecords  {} ({} to {})\nhead     {}\n", state->files, state->records,
             state->first, state->last, state->head);
  if (state->first > 1) fmt::print("before   record {}: no files\n", state->first);
  if (state->lost > 0) fmt::print("lost     {} records, as the log itself says\n", state->lost);
  for (const audit::TornEnd& torn : state->torn) {
    fmt::print("torn     {} bytes at the end of {}, behind record {}: no record, as the log itself says\n", torn.bytes, torn.file, torn.record);
  }
  fmt::print("end      {}\n", state->closed
                                  ? "closed"
                                  : "open: the daemon runs, was killed, or records were cut off");
  fmt::print("chain    {}\n", holds ? "holds" : "does not hold");
  return holds ? kDone : kInputRefused;
}

void tell(const audit::ReplayLine& line, bool answers) {
  const char* outcome = line.outcome == audit::Replayed::same        ? "same"
                        : line.outcome == audit::Replayed::different ? "different"
                        : line.outcome == audit::Replayed::no_query  ? "no query"
                                                                     : "no index";
  if (answers || line.outcome != audit::Replayed::same || !line.text.empty()) {
    fmt::print("{}:{}: record {}: {}{}{}\n", line.file, line.line, line.record, outcome,
               line.text.empty() ? "" : ": ", line.text);
  }
  if (answers && !line.answer.empty()) fmt::print("{}\n", line.answer);
}

int replay(const Options& options) {
  std::error_code unknown;
  if (!std::filesystem::is_directory(options.indexes, unknown)) {
    return report(Error{ErrorCode::input_missing, "expected a directory of archived indexes", options.indexes, 0, 0, 0});
  }
  const auto key = audit::Key::read(options.key);
  if (!key) return report(key.error());
  const auto query_key = audit::Key::read(options.query_key);
  if (!query_key) return report(query_key.error());
  const auto done =
      audit::replay({options.log, options.indexes, options.record, options.required}, *key, *query_key,
                    [&](const audit::ReplayLine& line) { tell(line, options.answers); });
  if (!done) return report(done.error());
  fmt::print("{} the same, {} different, {} without their query, {} without their index\n",
             done->same, done->different, done->no_query, done->no_index);
  if (done->incomplete_then > 0) {
    fmt::print("{} of those that differ were incomplete then: a deadline ended the search, or a required list was missing (--require)\n",
               done->incomplete_then);
  }
  if (done->other_engine > 0) {
    fmt::print("{} of them were recorded by another build of the engine than this one\n",
               done->other_engine);
  }
  const bool any = done->same + done->different + done->no_query + done->no_index > 0;
  if (!any) complain("no recorded answer was found");
  return any && done->different + done->no_query + done->no_index == 0 ? kDone : kInputRefused;
}

}  // namespace

void add_audit(Command app, int& status) {
  const auto options = std::make_shared<Options>();
  Command audit = app.add_command("audit", "Check and repeat what darvazad logged");
  audit.require_command();

  Command make = audit.add_command("keygen", "Make a key for a log, or for its queries");
  make.add_option("FILE", options->file, "New file; never written over").required();
  make.footer(kKeygenFooter);
  make.callback([&status, options] { status = keygen(*options); });

  Command check = audit.add_command("verify", "Tell whether a log is whole and unchanged");
  check.add_option("--key", options->key, "The key of the log").required().type_name("FILE");
  check.add_option("--head", options->head, "A chain noted earlier that must still be there")
      .type_name("CHAIN");
  check.add_option("DIRECTORY", options->log, "The directory of the log").required();
  check.footer(kVerifyFooter);
  check.callback([&status, options] { status = verify(*options); });

  Command again = audit.add_command("replay", "Give recorded answers again and compare");
  again.add_option("--key", options->key, "The key of the log").required().type_name("FILE");
  again.add_option("--query-key", options->query_key, "The key that queries are sealed with")
      .required()
      .type_name("FILE");
  again.add_option("--indexes", options->indexes, "The directory of archived indexes")
      .required()
      .type_name("DIRECTORY");
  again.add_option("--require", options->required, "A list that was required then (lists.required)")
      .type_name("LIST")
      .one_value_each();
  again.add_option("--record", options->record, "This record alone").type_name("N");
  again.add_flag("--answers", options->answers, "Show the answers: they hold personal data");
  again.add_option("DIRECTORY", options->log, "The directory of the log").required();
  again.footer(kReplayFooter);
  again.callback([&status, options] { status = replay(*options); });
}

}  // namespace darvaza::tool
