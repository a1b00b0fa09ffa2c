#include "config/settings.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <fmt/core.h>
#include <toml++/toml.h>

#include "darvaza/entry_terms.h"
#include "documents/states.h"

namespace darvaza::daemon {
namespace {

struct Whole {
  std::uint64_t* value;
  std::uint64_t least, most;
};
/// What narrows who sees what. Empty it would show everything, as where there is no such key: a variable that a script did not fill in must not.
struct Narrowing {
  std::string* value;
  const char* expected;
};
using Target = std::variant<Whole, double*, bool*, std::string*, std::vector<std::string>*, Narrowing>;

/// One key and where its value goes. File and environment are read by the same table.
struct Key {
  const char* section;
  const char* name;
  Target target;
};

constexpr std::uint64_t kDay = 86'400;
constexpr std::uint64_t kGiB = 1024 * 1024 * 1024;

std::vector<Key> keys_of(Settings& s) {
  return {
      {"lists", "index", &s.index},
      {"lists", "more", &s.more_indexes},
      {"lists", "posts", &s.list_posts},
      {"lists", "required", &s.required_lists},
      {"listen", "plain", &s.listen.plain},
      {"listen", "tls", &s.listen.tls},
      {"tls", "certificate", &s.tls.certificate},
      {"tls", "key", &s.tls.key},
      {"tls", "client_ca", &s.tls.client_ca},
      {"tls", "client_required", &s.tls.client_required},
      {"limits", "header_bytes", Whole{&s.limits.header_bytes, 1024, 1024 * 1024}},
      {"limits", "target_bytes", Whole{&s.limits.target_bytes, 256, 1024 * 1024}},
      {"limits", "body_bytes", Whole{&s.limits.body_bytes, 1024, kGiB}},
      {"limits", "manifest_bytes", Whole{&s.limits.manifest_bytes, 1024, kGiB}},
      {"limits", "header_seconds", Whole{&s.limits.header_seconds, 1, kDay}},
      {"limits", "body_seconds", Whole{&s.limits.body_seconds, 1, kDay}},
      {"limits", "idle_seconds", Whole{&s.limits.idle_seconds, 1, kDay}},
      {"limits", "write_seconds", Whole{&s.limits.write_seconds, 1, kDay}},
      {"limits", "connections", Whole{&s.limits.connections, 1, 1'000'000}},
      {"work", "threads", Whole{&s.work.threads, 0, 1024}},
      {"work", "queue", Whole{&s.work.queue, 1, 1'000'000}},
      {"work", "streams", Whole{&s.work.streams, 1, 1024}},
      {"work", "deadline_ms", Whole{&s.work.deadline_ms, 1, kDay * 1000}},
      {"work", "drain_seconds", Whole{&s.work.drain_seconds, 0, kDay}},
      {"work", "beat_ms", Whole{&s.work.beat_ms, 0, 1000}},
      {"audit", "directory", &s.audit.directory},
      {"audit", "key", &s.audit.key},
      {"audit", "query_key", &s.audit.query_key},
      {"audit", "file_bytes", Whole{&s.audit.file_bytes, 4096, 1024 * kGiB}},
      {"audit", "queue", Whole{&s.audit.queue, 1, 10'000'000}},
      {"audit", "sync", &s.audit.sync},
      {"audit", "on_failure", &s.audit.on_failure},
      {"audit", "indexes", &s.audit.indexes},
      {"audit", "index_days", Whole{&s.audit.index_days, 0, 36'500}},
      {"client", "requests_per_second", Whole{&s.client.requests_per_second, 0, 10'000'000}},
      {"client", "burst", Whole{&s.client.burst, 1, 10'000'000}},
      {"screening", "top", Whole{&s.screening.top, 1, 10'000}},
      {"screening", "min_score", &s.screening.min_score},
      {"screening", "review_score", &s.screening.review_score},
      {"screening", "hit_score", &s.screening.hit_score},
      {"screening", "near_documents", &s.screening.near_documents},
      {"alerts", "directory", &s.alerts.directory},
      {"alerts", "from", &s.alerts.from},
      {"alerts", "traveller", &s.alerts.traveller},
      {"alerts", "inbox_bytes", Whole{&s.alerts.inbox_bytes, 1024 * 1024, kGiB}},
      {"alerts", "file_bytes", Whole{&s.alerts.file_bytes, 4096, kGiB}},
      {"alerts", "files", Whole{&s.alerts.files, 2, 10'000}},
      {"alerts", "replay", Whole{&s.alerts.replay, 1, 100'000}},
      {"alerts", "consoles", Whole{&s.alerts.consoles, 1, 10'000}},
      {"cleared", "database", &s.cleared.database},
      {"cleared", "most_rules", Whole{&s.cleared.most_rules, 1, 1'000'000}},
      {"cleared", "most_days", Whole{&s.cleared.most_days, 1, 3650}},
      {"cleared", "keep_days", Whole{&s.cleared.keep_days, 0, 36'500}},
  };
}

std::vector<Key> keys_of(PostSettings& post) {
  return {
      {"post", "name", &post.name},
      {"post", "state", Narrowing{&post.state, "a State; a post to which everything is shown has no such key"}},
      {"post", "line", &post.line},
      {"post", "token_sha256", &post.token_sha256},
      {"post", "certificate_sha256", &post.certificate_sha256},
      {"post", "roles", &post.roles},
      {"post", "purposes", &post.purposes},
  };
}

std::vector<Key> keys_of(ChannelSettings& channel) {
  return {
      {"channel", "name", &channel.name},
      {"channel", "owner", Narrowing{&channel.owner, "a State; a channel for alerts whose owner has none has no such key"}},
      {"channel", "focal_point", &channel.focal_point},
      {"channel", "url", &channel.url},
      {"channel", "secret_file", &channel.secret_file},
      {"channel", "ca", &channel.ca},
      {"channel", "timeout_seconds", Whole{&channel.timeout_seconds, 1, 300}},
      {"channel", "retry_ms", Whole{&channel.retry_ms, 10, 60'000}},
      {"channel", "most_retry_seconds", Whole{&channel.most_retry_seconds, 1, kDay}},
  };
}

template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // Clang 14 does not deduce what an aggregate holds

std::string expected(const Target& target) {
  return std::visit(Overloaded{
                        [](const Whole& w) {
                          return fmt::format("a whole number from {} to {}", w.least, w.most);
                        },
                        [](double*) { return std::string("a number from 0 to 1"); },
                        [](bool*) { return std::string("true or false"); },
                        [](std::string*) { return std::string("text"); },
                        [](std::vector<std::string>*) { return std::string("a list of texts"); },
                        [](const Narrowing& narrowing) { return std::string(narrowing.expected); },
                    },
                    target);
}

/// Sets the value from TOML. False when it is not what is expected.
bool set(const Target& target, const toml::node& node) {
  return std::visit(Overloaded{
                        [&](const Whole& w) {
                          const auto value = node.value_exact<std::int64_t>();
                          if (!value || *value < 0) return false;
                          *w.value = static_cast<std::uint64_t>(*value);
                          return w.least <= *w.value && *w.value <= w.most;
                        },
                        [&](double* out) {
                          const auto value = node.value<double>();
                          if (!value || !(*value >= 0 && *value <= 1)) return false;
                          *out = *value;
                          return true;
                        },
                        [&](bool* out) {
                          const auto value = node.value_exact<bool>();
                          if (value) *out = *value;
                          return value.has_value();
                        },
                        [&](std::string* out) {
                          auto value = node.value_exact<std::string>();
                          if (value) *out = std::move(*value);
                          return value.has_value();
                        },
                        [&](std::vector<std::string>* out) {
                          const toml::array* items = node.as_array();
                          if (items == nullptr) return false;
                          out->clear();
                          for (const toml::node& item : *items) {
                            auto text = item.value_exact<std::string>();
                            if (!text) return false;
                            out->push_back(std::move(*text));
                          }
                          return true;
                        },
                        [&](const Narrowing& narrowing) {
                          *narrowing.value = node.value_exact<std::string>().value_or("");
                          return !narrowing.value->empty();
                        },
                    },
                    target);
}

template <typename Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> comma_separated(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (comma > 0) items.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return items;
}

/// Sets the value from the environment. False when it is not what is expected.
bool set(const Target& target, std::string_view text) {
  return std::visit(Overloaded{
                        [&](const Whole& w) {
                          const auto value = number<std::uint64_t>(text);
                          if (value) *w.value = *value;
                          return value && w.least <= *value && *value <= w.most;
                        },
                        [&](double* out) {
                          const auto value = number<double>(text);
                          if (value) *out = *value;
                          return value && *value >= 0 && *value <= 1;
                        },
                        [&](bool* out) {
                          *out = text == "true";
                          return text == "true" || text == "false";
                        },
                        [&](std::string* out) {
                          *out = text;
                          return true;
                        },
                        [&](std::vector<std::string>* out) {
                          *out = comma_separated(text);
                          return true;
                        },
                        [&](const Narrowing& narrowing) {
                          *narrowing.value = text;
                          return !text.empty();
                        },
                    },
                    target);
}

tl::unexpected<Error> refuse(std::string message, const std::string& file, std::uint64_t line = 0) {
  return fail(ErrorCode::input_refused, std::move(message), file, line);
}

std::uint64_t line_of(const toml::node& node) { return node.source().begin.line; }
std::uint64_t line_of(const toml::key& key) { return key.source().begin.line; }

/// The keys of one table, of which `keys` knows all.
Result<void> read_table(const toml::table& table, std::string_view section,
                        const std::vector<Key>& keys, const std::string& file) {
  for (const auto& [name, node] : table) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&, &name = name](const Key& k) {
      return k.section == section && k.name == name.str();
    });
    if (key == keys.end()) {
      return refuse(fmt::format("unknown key {} in [{}]", name.str(), section), file,
                    line_of(name));
    }
    if (!set(key->target, node)) {
      return refuse(fmt::format("{}.{}: expected {}", section, name.str(), expected(key->target)),
                    file, line_of(node));
    }
  }
  return {};
}

/// "[[post]]", "[[channel]]": tables of one kind.
template <typename Item>
Result<void> read_tables(const toml::node& node, std::string_view name, std::vector<Item>& into,
                         const std::string& file) {
  const toml::array* items = node.as_array();
  if (items == nullptr || !items->is_homogeneous(toml::node_type::table)) {
    return refuse(fmt::format("each {} is a table of its own: [[{}]]", name, name), file,
                  line_of(node));
  }
  for (const toml::node& item : *items) {
    Item& one = into.emplace_back();
    if (auto read = read_table(*item.as_table(), name, keys_of(one), file); !read) return read;
  }
  return {};
}

Result<void> read_file(const toml::table& root, Settings& settings, const std::string& file) {
  const std::vector<Key> keys = keys_of(settings);
  for (const auto& [name, node] : root) {
    Result<void> read;
    const bool known = std::any_of(keys.begin(), keys.end(), [&, &name = name](const Key& key) {
      return key.section == name.str();
    });
    if (name.str() == "post") {
      read = read_tables(node, "post", settings.posts, file);
    } else if (name.str() == "channel") {
      read = read_tables(node, "channel", settings.channels, file);
    } else if (const toml::table* table = node.as_table(); table != nullptr && known) {
      read = read_table(*table, name.str(), keys, file);
    } else {
      read = refuse(fmt::format("unknown section {}", name.str()), file, line_of(name));
    }
    if (!read) return read;
  }
  return {};
}

/// "DARVAZA_WORK_THREADS"; of a section alone "DARVAZA_WORK_".
std::string variable_of(std::string_view section, std::string_view key) {
  std::string name = fmt::format("DARVAZA_{}_{}", section, key);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return name;
}

Result<void> read_environment(Settings& settings, const Environment& environment) {
  for (const Key& key : keys_of(settings)) {
    const std::string name = variable_of(key.section, key.name);
    const char* value = environment(name);
    if (value == nullptr || set(key.target, std::string_view(value))) continue;
    return fail(ErrorCode::usage,
                fmt::format("environment variable {}: expected {}", name, expected(key.target)));
  }
  return {};
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// What is wrong with a post; empty: nothing.
std::string fault_of(const PostSettings& post) {
  if (post.name.empty()) return "a post needs a name";
  if (post.token_sha256.empty() && post.certificate_sha256.empty()) {
    return fmt::format("post {}: needs token_sha256 or certificate_sha256", post.name);
  }
  for (const std::string& digest : {post.token_sha256, post.certificate_sha256}) {
    if (digest.empty() || is_sha256(digest)) continue;
    return fmt::format("post {}: a SHA-256 is 64 hexadecimal digits in lower case", post.name);
  }
  if (!post.state.empty() && !documents::parse_state(post.state)) {
    return fmt::format(
        "post {}: its State is not known: expected a code of ISO 3166 or Doc 9303, or an English "
        "name",
        post.name);
  }
  if (!parse_line(post.line))
    return fmt::format("post {}: expected the line first or second", post.name);
  for (const std::string& role : post.roles) {
    if (role == "screen" || role == "entries" || role == "alerts" || role == "clear" ||
        role == "administer")
      continue;
    return fmt::format("post {}: expected the roles screen, entries, alerts, clear or administer",
                       post.name);
  }
  return {};
}

/// Names become names of files.
bool is_file_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             std::string_view::npos;
}

/// Alerts hold personal data: over a network they go with TLS.
bool is_receiver(std::string_view text) {
  const auto url = boost::urls::parse_uri({text.data(), text.size()});
  if (!url || url->has_userinfo() || url->encoded_host().empty()) return false;
  if (url->scheme_id() == boost::urls::scheme::https) return true;
  const auto host = url->encoded_host();
  return url->scheme_id() == boost::urls::scheme::http &&
         (host == "127.0.0.1" || host == "localhost" || host == "[::1]");
}

/// What is wrong with a channel; empty: nothing.
std::string fault_of(const ChannelSettings& channel) {
  if (!is_file_name(channel.name))
    return "a channel needs a name of letters, digits, - and _, at most 64";
  if (!is_receiver(channel.url))
    return fmt::format("channel {}: expected a url with https (http to this machine alone)",
                       channel.name);
  if (channel.secret_file.empty())
    return fmt::format("channel {}: needs secret_file", channel.name);
  if (!channel.owner.empty() && !documents::parse_state(channel.owner))
    return fmt::format("channel {}: its owner is no State that is known", channel.name);
  if (channel.owner.empty() && !channel.focal_point.empty())
    return fmt::format("channel {}: a focal_point needs its owner", channel.name);
  return {};
}

/// What does not go together in alerts; empty: nothing.
std::string fault_of(const AlertSettings& alerts, const std::vector<ChannelSettings>& channels) {
  if (alerts.from != "hit" && alerts.from != "review") return "alerts.from: expected hit or review";
  if (alerts.traveller != "reference" && alerts.traveller != "presented")
    return "alerts.traveller: expected reference or presented";
  if (alerts.directory.empty() && !channels.empty()) return "a [[channel]] needs alerts.directory";
  std::set<std::string> seen;
  for (const ChannelSettings& channel : channels) {
    if (std::string fault = fault_of(channel); !fault.empty()) return fault;
    if (!seen.insert(channel.name).second)
      return fmt::format("channel {}: another channel has the same name", channel.name);
  }
  return {};
}

std::string fault_of(const AuditSettings& audit) {
  if (audit.directory.empty() != audit.key.empty()) {
    return "audit.directory and audit.key need each other";
  }
  if (!audit.indexes.empty() && audit.directory.empty()) return "audit.indexes needs audit.directory";
  if (!audit.query_key.empty() && audit.key.empty()) return "audit.query_key needs audit.key";
  if (!audit.query_key.empty() && audit.query_key == audit.key) {
    return "audit.query_key and audit.key are for different people: expected two files";
  }
  if (audit.sync != "answer" && audit.sync != "second" && audit.sync != "none") {
    return "audit.sync: expected answer, second or none";
  }
  if (audit.on_failure != "refuse" && audit.on_failure != "continue") {
    return "audit.on_failure: expected refuse or continue";
  }
  return {};
}

/// What does not go together in thresholds; empty: nothing.
std::string fault_of(const ScreeningSettings& screening) {
  if (screening.review_score > screening.hit_score)
    return "screening.hit_score: expected at least screening.review_score";
  if (screening.min_score > screening.review_score)
    return "screening.min_score: expected at most screening.review_score, or whoever is to be "
           "reviewed would not be named";
  return {};
}

/// What does not go together; empty: nothing.
std::string fault_of(const Settings& settings) {
  if (settings.index.empty() && settings.list_posts.empty())
    return "lists.index or lists.posts is needed: a file that `darvaza build` wrote, or "
           "directories that `darvaza lists update` keeps";
  if (!settings.listen.tls.empty() &&
      (settings.tls.certificate.empty() || settings.tls.key.empty())) {
    return "listen.tls needs tls.certificate and tls.key";
  }
  if (settings.tls.client_required && settings.tls.client_ca.empty()) {
    return "tls.client_required needs tls.client_ca";
  }
  if (std::string fault = fault_of(settings.screening); !fault.empty()) return fault;
  if (std::string fault = fault_of(settings.alerts, settings.channels); !fault.empty())
    return fault;
  if (std::string fault = fault_of(settings.audit); !fault.empty()) return fault;
  std::set<std::string> seen;
  for (const PostSettings& post : settings.posts) {
    if (std::string fault = fault_of(post); !fault.empty()) return fault;
    for (const std::string& key : {"name " + post.name, "token " + post.token_sha256,
                                   "certificate " + post.certificate_sha256}) {
      if (key.back() == ' ' || seen.insert(key).second) continue;
      return fmt::format("post {}: another post has the same name, token or certificate",
                         post.name);
    }
  }
  return {};
}

}  // namespace

Result<Settings> parse_settings(std::string_view text, const std::string& name,
                                const Environment& environment) {
  toml::table parsed;
  try {
    parsed = toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    return refuse(std::string(error.description()), name, error.source().begin.line);
  }
  Settings settings;
  settings.listen.plain = {"127.0.0.1:8480"};
  constexpr double kNotSet = -1;  // follows review_score
  const double usual_min_score = std::exchange(settings.screening.min_score, kNotSet);
  if (auto read = read_file(parsed, settings, name); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = read_environment(settings, environment); !read) {
    return tl::unexpected(read.error());
  }
  if (settings.screening.min_score == kNotSet)
    settings.screening.min_score = std::min(usual_min_score, settings.screening.review_score);
  if (std::string fault = fault_of(settings); !fault.empty()) return refuse(std::move(fault), name);
  return settings;
}

Result<Settings> read_settings(const std::filesystem::path& file, const Environment& environment) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::input_missing, "cannot be opened", file.string());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_settings(text, file.string(), environment);
}

Result<void> check_environment(std::span<const char* const> variables) {
  Settings settings;
  std::set<std::string> known, beginnings = {variable_of("post", ""), variable_of("channel", "")};
  for (const Key& key : keys_of(settings)) {
    known.insert(variable_of(key.section, key.name));
    beginnings.insert(variable_of(key.section, ""));
  }
  for (const std::string_view variable : variables) {
    const std::string name(variable.substr(0, variable.find('=')));
    const bool meant =
        std::any_of(beginnings.begin(), beginnings.end(),
                    [&](const std::string& begin) { return name.starts_with(begin); });
    if (!meant || known.contains(name)) continue;
    return fail(ErrorCode::usage,
                fmt::format("environment variable {}: there is no such setting", name));
  }
  return {};
}

}  // namespace darvaza::daemon
