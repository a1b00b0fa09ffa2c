// darvazad: the engine behind HTTP.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "access/access.h"
#include "alerts/alerts.h"
#include "answers/audit_party.h"
#include "api/api.h"
#include "api/lists_in_use.h"
#include "api/post_watch.h"
#include "cleared/cleared_store.h"
#include "cleared/clearing.h"
#include "command_line/command_line.h"
#include "config/settings.h"
#include "darvaza/version.h"
#include "http/server.h"
#include "http/sockets.h"
#include "http/tls.h"
#include "output/exit_status.h"
#include "releases/utc_time.h"
#include "upkeep/certificates.h"
#include "upkeep/log_lines.h"
#include "upkeep/upkeep.h"

namespace {

using namespace darvaza;
using namespace darvaza::daemon;

constexpr const char* kAbout =
    "darvazad: is this traveller, or this document, on any list? Asked over HTTP.";

constexpr const char* kFooter = R"(
The configuration file is TOML; darvazad.toml explains every setting. DARVAZA_SECTION_KEY in the environment
overrides one: DARVAZA_LISTS_INDEX, DARVAZA_LISTEN_PLAIN, DARVAZA_WORK_THREADS ... Without a file, the
environment alone is read.

Directories of posts (--post) are watched: what 'darvaza lists update' installs serves at once.

Signals: HUP loads the lists anew (a failure leaves those in use), TERM and INT answer what was asked and end.

Examples:
  darvazad --index lists.dvz                        on 127.0.0.1:8480
  darvazad --post /var/lib/darvaza/un-sc --post /var/lib/darvaza/national
  darvazad --check --config /etc/darvaza/darvazad.toml
  darvazad --new-token                              for token_sha256 of a [[post]]
  curl -H 'Content-Type: application/json' -d '{"name": "Darvaza Sinamaev"}' http://127.0.0.1:8480/v1/screen

Exit status: 0 done, 2 wrong usage, 65 configuration or index refused, 66 missing, 70 internal error, 74 I/O error.)";

using tool::Command;
using tool::CommandLine;
using tool::kDone;
using tool::kInternal;
using tool::kIo;
using tool::kUsage;

struct Options {
  std::string config;
  std::string index;
  std::vector<std::string> posts;
  bool check = false;
  bool new_token = false;
};

int report(const Error& error) {
  say(to_string(error));
  return tool::exit_status(error.code);
}

/// Memory holds travellers: none of it may end up in a core file.
void forbid_core_files() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__  // LeakSanitizer looks at the process in a way that this forbids
  prctl(PR_SET_DUMPABLE, 0);  // core files that go to a program know no limit
#endif
}

/// A receiver that hangs up and a file that may grow no more are errors to be told, not the end.
void survive_broken_outlets() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

/// Null-terminated, as the system keeps them.
std::vector<const char*> variables() {
  std::vector<const char*> all;
  for (char** one = environ; one != nullptr && *one != nullptr; ++one) all.push_back(*one);
  return all;
}

Result<Settings> settings_of(const Options& options) {
  if (auto checked = check_environment(variables()); !checked)
    return tl::unexpected(checked.error());
  for (const std::string& post : options.posts) {
    if (post.find(',') != std::string::npos)
      return fail(ErrorCode::usage,
                  "a comma divides directories in settings: expected a path without one", post);
  }
  const std::string posts = fmt::format("{}", fmt::join(options.posts, ","));
  const auto environment = [&](const std::string& name) -> const char* {
    if (name == "DARVAZA_LISTS_INDEX" && !options.index.empty()) return options.index.c_str();
    if (name == "DARVAZA_LISTS_POSTS" && !posts.empty()) return posts.c_str();
    return std::getenv(name.c_str());
  };
  if (options.config.empty()) return parse_settings("", "no configuration file", environment);
  return read_settings(options.config, environment);
}

Result<std::vector<ListeningSocket>> open_sockets(const ListenSettings& listen) {
  std::vector<ListeningSocket> sockets = inherited_sockets();
  if (!sockets.empty()) return sockets;
  for (const bool tls : {false, true}) {
    for (const std::string& address : tls ? listen.tls : listen.plain) {
      auto socket = listen_on(address, tls);
      if (!socket) return tl::unexpected(socket.error());
      sockets.push_back(std::move(*socket));
    }
  }
  return sockets;
}

int print_token() {
  const std::string token = new_token();
  if (token.empty()) {
    say("the system gives no randomness");
    return kIo;
  }
  fmt::print("token         {}\ntoken_sha256  {}\n", token, token_digest(token));
  return kDone;
}

/// What would keep the daemon from starting with these settings, short of sockets.
ListsInUse::Files files_of(const Settings& settings) {
  ListsInUse::Files files{
      {}, settings.required_lists, {settings.list_posts.begin(), settings.list_posts.end()}};
  if (!settings.index.empty()) files.indexes.emplace_back(settings.index);
  files.indexes.insert(files.indexes.end(), settings.more_indexes.begin(),
                       settings.more_indexes.end());
  return files;
}

/// What the daemon would say as soon as it serves. False: no client would connect.
Result<bool> check_certificates(const TlsSettings& settings) {
  const auto certificates = certificate_files(settings);
  if (!certificates) return tl::unexpected(certificates.error());
  bool all_hold = true;
  for (const CertificateFile& certificate : *certificates) {
    if (const std::string warning = certificate_warning(certificate, releases::utc_now()); !warning.empty()) say(warning);
    all_hold = all_hold && certificate.expires > releases::utc_now();
  }
  return all_hold;
}

int check(const Settings& settings) {
  if (!settings.tls.certificate.empty()) {
    if (const auto tls = make_tls_context(settings.tls); !tls) return report(tls.error());
    const auto certificates_hold = check_certificates(settings.tls);
    if (!certificates_hold) return report(certificates_hold.error());
    if (!*certificates_hold) return tool::kInputRefused;
  }
  const auto lists = ListsInUse::open(files_of(settings));
  if (!lists) return report(lists.error());
  if (const auto unmet = (*lists)->standing().unmet; !unmet.empty()) {
    for (const Problem& problem : unmet) say(problem.text + ": no answer would be complete");
    return tool::kInputRefused;
  }
  if (const auto alerts = Alerts::check(settings); !alerts) return report(alerts.error());
  if (!settings.cleared.database.empty()) {
    if (const auto cleared = ClearedStore::check(settings.cleared.database); !cleared)
      return report(cleared.error());
  }
  if (const auto audit = check_audit(settings.audit); !audit) return report(audit.error());
  fmt::print("the configuration and the index are in order\n");
  return kDone;
}

/// Travellers are screened with or without it, and silencing nobody is the safe side.
std::unique_ptr<ClearedStore> keep_cleared(const ClearedSettings& settings) {
  if (settings.database.empty()) return nullptr;
  return std::make_unique<ClearedStore>(
      settings.database, ClearedStore::Limits{settings.most_rules, settings.keep_days}, say);
}

int serve(const Settings& settings) {
  stamp_log_lines();
  auto sockets = open_sockets(settings.listen);
  if (!sockets) return report(sockets.error());
  PostWatch watch({settings.list_posts.begin(), settings.list_posts.end()});
  auto lists = ListsInUse::open(files_of(settings));
  if (!lists) return report(lists.error());
  std::unique_ptr<ClearedStore> cleared = keep_cleared(settings.cleared);
  std::optional<Clearing> clearing;
  if (cleared != nullptr) clearing.emplace(*cleared, **lists, settings.posts);
  std::unique_ptr<Alerts> alerts;
  if (!settings.alerts.directory.empty()) {
    auto started = Alerts::start(settings, **lists, clearing ? &*clearing : nullptr, say);
    if (!started) return report(started.error());
    alerts = std::move(*started);
  }
  std::unique_ptr<AuditParty> audit;  // outlives the answers
  if (!settings.audit.directory.empty()) {
    auto opened = AuditParty::open(settings.audit, say);
    if (!opened) return report(opened.error());
    audit = std::move(*opened);
  }
  std::string complained;  // of the thread that loads lists
  const auto upkeep = Upkeep::make(settings, **lists, say);
  if (!upkeep) return report(upkeep.error());
  Api api(settings, **lists);
  api.serve(alerts.get(), cleared.get());
  api.keep_up(**upkeep);
  if (alerts != nullptr || clearing) (void)(*lists)->entries((*lists)->current());
  if (clearing) api.answers().join(*clearing);
  if (alerts != nullptr) api.answers().join(*alerts);
  if (audit) api.answers().join(*audit);
  // What is tried again every few seconds complains when it has something new to say.
  const auto tell = [&](const ListsInUse::Reloaded& done, bool again) {
    if (done.swapped) say("lists loaded anew");
    std::string complaint = done.complaint();
    if (!complaint.empty() && (!again || complaint != complained)) say(complaint);
    complained = std::move(complaint);
    watch.told(done.held_back.empty());
  };
  api.tell_reloads([&](const ListsInUse::Reloaded& done) { tell(done, false); });
  const auto reload_and_tell = [&](bool again) {
    notify_supervisor("RELOADING=1");
    return api.reload([&, again](const ListsInUse::Reloaded& done) {
      tell(done, again);
      notify_supervisor("READY=1");
    });
  };
  const auto reload = [&] {
    if (!reload_and_tell(false)) say("the lists are being loaded already");
  };
  const auto ready = [&] {
    say("ready");
    notify_supervisor("READY=1");
    watch.start([&] { return reload_and_tell(true); });
  };
  const auto drain = [&] {
    notify_supervisor("STOPPING=1");
    say("draining");
    api.drain();
  };
  auto server = Server::make(settings, *sockets, api, {ready, reload, drain});
  if (!server) return report(server.error());
  for (const ListeningSocket& socket : *sockets) {
    say(fmt::format("listening on {}{}", socket.name, socket.tls ? " (TLS)" : ""));
  }
  if (settings.posts.empty()) say("no posts are configured: everybody who can connect may ask");
  (*upkeep)->start();
  const std::unique_ptr<PostWatch, void (*)(PostWatch*)> watching(
      &watch, [](PostWatch* started) { started->stop(); });  // before the API goes
  (*server)->run();
  say("ended");
  return kDone;
}

int run(const Options& options) {
  if (options.new_token) return print_token();
  const auto settings = settings_of(options);
  if (!settings) return report(settings.error());
  return options.check ? check(*settings) : serve(*settings);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CommandLine line(kAbout, "darvazad", version());
  Command command = line.root();
  command.add_option("-c,--config", options.config, "The configuration file").type_name("FILE");
  command.add_option("-i,--index", options.index, "The index, instead of the one configured")
      .type_name("INDEX");
  command.add_option("-p,--post", options.posts,
                     "A directory that 'darvaza lists update' keeps; may stand several times")
      .type_name("DIR");
  command.add_flag("--check", options.check, "Say what is wrong with configuration and index, and end");
  command.add_flag("--new-token", options.new_token, "Print a new token and its digest, and end");
  command.footer(kFooter);
  switch (line.read(argc, argv)) {
    case CommandLine::Reading::done: break;
    case CommandLine::Reading::help_printed: return kDone;
    case CommandLine::Reading::refused: say(line.reason()); return kUsage;
  }
  forbid_core_files();
  survive_broken_outlets();
  try {
    return run(options);
  } catch (const std::exception& error) {
    say(std::string("internal error: ") + error.what());
    return kInternal;
  }
}
