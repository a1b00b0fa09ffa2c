// All that can be set, with its default. darvazad.toml explains each; docs/daemon.md shows them at
// work.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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
};

struct ClientSettings {
  std::uint64_t requests_per_second = 0;  ///< 0: no limit
  std::uint64_t burst = 100;
};

struct ScreeningSettings {
  std::uint64_t top = 10;
  double min_score = 0.5;
  bool near_documents = false;
};

/// One who may ask: a border post, a control room, a machine.
struct PostSettings {
  std::string name;
  std::string
      state;  ///< whose post it is, a code of Doc 9303: "UTO"; empty: whoever keeps the lists
  std::string line = "first";         ///< what its answers are shown to: "first", "second"
  std::string token_sha256;           ///< lower-case hex; empty: no token
  std::string certificate_sha256;     ///< likewise, of the client certificate in DER
  std::vector<std::string> roles;     ///< "screen", "administer"
  std::vector<std::string> purposes;  ///< of which each request must state one; empty: any or none
};

struct Settings {
  std::string index;
  std::vector<std::string> more_indexes;    ///< searched together with it, the oldest first
  std::vector<std::string> required_lists;  ///< without which, or after whose expiry, no answer is complete
  ListenSettings listen;
  TlsSettings tls;
  LimitSettings limits;
  WorkSettings work;
  ClientSettings client;
  ScreeningSettings screening;
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

}  // namespace darvaza::daemon
