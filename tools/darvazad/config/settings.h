// All that can be set, with its default. darvazad.toml explains each; docs/daemon.md shows them at
// work.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::daemon {

struct ListenSettings {
  std::vector<std::string> plain;  ///< "127.0.0.1:8480", "[::1]:8480", "unix:/run/darvazad.sock"
  std::vector<std::string> tls;    ///< likewise, over TLS
};

struct TlsSettings {
  std::string certificate;  ///< PEM file: the server's, then those up to the root
  std::string key;          ///< PEM file
  std::string client_ca;  ///< PEM file: who may issue client certificates; empty: none is asked for
  bool client_required = false;
};

struct LimitSettings {
  std::uint64_t header_bytes = 16 * 1024;
  std::uint64_t target_bytes = 8 * 1024;
  std::uint64_t body_bytes = 1024 * 1024;
  std::uint64_t manifest_bytes = 32 * 1024 * 1024;
  std::uint64_t header_seconds = 10;
  std::uint64_t body_seconds = 30;
  std::uint64_t idle_seconds = 75;
  std::uint64_t write_seconds = 30;
  std::uint64_t connections = 8192;
};

struct WorkSettings {
  std::uint64_t threads = 0;  ///< 0: one per processor
  std::uint64_t queue = 512;
  std::uint64_t streams = 4;
  std::uint64_t deadline_ms = 1000;
  std::uint64_t drain_seconds = 30;
  std::uint64_t beat_ms = 5;  ///< 0: answers that are paced go when they are ready
};

struct AuditSettings {
  std::string directory;  ///< empty: no audit log
  std::string key;        ///< file, as `darvaza audit keygen` writes it
  std::string query_key;  ///< likewise; empty: queries are not kept
  std::uint64_t file_bytes = 256 * 1024 * 1024;
  std::uint64_t queue = 65'536;
  std::string sync = "second";        ///< "answer", "second", "none"
  std::string on_failure = "refuse";  ///< "refuse", "continue"
  std::string indexes;           ///< directory in which indexes that answer are kept for replay; empty: nobody keeps them
  std::uint64_t index_days = 0;  ///< for how long after they last served; 0: for ever
};

struct ClientSettings {
  std::uint64_t requests_per_second = 0;  ///< 0: no limit
  std::uint64_t burst = 100;
};

struct ScreeningSettings {
  std::uint64_t top = 10;
  double min_score = 0.5;
  bool near_documents = false;
  double review_score = 0.5;  ///< from which on a candidate is to be reviewed
  double hit_score = 0.9;     ///< from which on it is a hit
};

/// Alerts to those who answer for entries.
struct AlertSettings {
  std::string directory;     ///< where they are kept; empty: none are made
  std::string from = "hit";  ///< what makes one: "hit", "review"
  std::string traveller =
      "reference";  ///< what one says of the traveller: "reference", "presented"
  std::uint64_t inbox_bytes = 16 * 1024 * 1024;
  std::uint64_t file_bytes = 16 * 1024 * 1024;
  std::uint64_t files = 16;
  std::uint64_t replay = 1000;
  std::uint64_t consoles = 64;
};

/// Where the alerts of an owner are sent.
struct ChannelSettings {
  std::string name;
  std::string owner;        ///< a State; empty: of those who have no channel of their own
  std::string focal_point;  ///< empty: whichever
  std::string url;
  std::string secret_file;
  std::string ca;  ///< PEM file; empty: the system's authorities
  std::uint64_t timeout_seconds = 10;
  std::uint64_t retry_ms = 1000;
  std::uint64_t most_retry_seconds = 300;
};

/// Decisions "not the same person".
struct ClearedSettings {
  std::string database;  ///< empty: none are kept
  std::uint64_t most_rules = 100'000;
  std::uint64_t most_days = 365;
  std::uint64_t keep_days = 365;
};

/// One who may ask: a border post, a control room, a machine.
struct PostSettings {
  std::string name;
  std::string
      state;  ///< whose post it is, a code of Doc 9303: "UTO"; empty: whoever keeps the lists
  std::string line = "first";         ///< what its answers are shown to: "first", "second"
  std::string token_sha256;           ///< lower-case hex; empty: no token
  std::string certificate_sha256;     ///< likewise, of the client certificate in DER
  std::vector<std::string> roles;     ///< "screen", "entries", "alerts", "clear", "administer"
  std::vector<std::string> purposes;  ///< of which each request must state one; empty: any or none
};

struct Settings {
  std::string index;
  std::vector<std::string> more_indexes;    ///< searched together with it, the oldest first
  std::vector<std::string>
      list_posts;  ///< directories that `darvaza lists update` keeps, searched together with both
  std::vector<std::string> required_lists;  ///< without which, or after whose expiry, no answer is complete
  ListenSettings listen;
  TlsSettings tls;
  LimitSettings limits;
  WorkSettings work;
  ClientSettings client;
  ScreeningSettings screening;
  AuditSettings audit;
  AlertSettings alerts;
  ClearedSettings cleared;
  std::vector<ChannelSettings> channels;
  std::vector<PostSettings> posts;  ///< empty: everybody who can connect may ask everything
};

/// The value of an environment variable; null when it is not set.
using Environment = std::function<const char*(const std::string& name)>;

/// Reads a TOML file; what it does not mention keeps its default. Then DARVAZA_SECTION_KEY of the
/// environment (DARVAZA_LISTS_INDEX, DARVAZA_WORK_THREADS, ...) overrides; lists are separated by
/// commas. Posts are in the file only. Errors (usage, input_missing, input_refused) name file, line
/// and key: unknown keys, values of another type or out of range, and settings that do not go
/// together.
Result<Settings> read_settings(const std::filesystem::path& file, const Environment& environment);

/// The same from text; `name` is what errors call it.
Result<Settings> parse_settings(std::string_view text, const std::string& name,
                                const Environment& environment);

/// What is wrong with the environment: variables named like settings (DARVAZA_WORK_...) that are
/// none, which would be ignored. `variables` are "NAME=VALUE".
Result<void> check_environment(std::span<const char* const> variables);

}  // namespace darvaza::daemon
