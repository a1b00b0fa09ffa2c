// Who asks, what they may do, and how much of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "answers/answers.h"
#include "config/settings.h"
#include "darvaza/entry_terms.h"
#include "http/message.h"

namespace darvaza::daemon {

enum class Role : std::uint8_t { screen, entries, alerts, clear, administer };

/// Decides from the head of a request. Belongs to the server's thread.
class Access {
 public:
  Access(const std::vector<PostSettings>& posts, const ClientSettings& limits);

  /// Nothing when `role`, or the other one, may be exercised; else 401 (who is it?), 403 (not theirs, or no purpose
  /// that is) or 429 (too many requests).
  std::optional<Response> refuse(const Head& head, Role role, std::optional<Role> or_role = {});

  /// Who asks, in a request that was not refused. Thread-safe.
  Asker asker(const Head& head) const;
  /// For whom the answer is: it holds only what that post may see. Where no posts are configured,
  /// everything that is valid today. Thread-safe.
  Post seen_by(const Head& head) const;

 private:
  struct Bucket {
    double tokens = 0;
    std::chrono::steady_clock::time_point filled;
  };

  const PostSettings* post_of(const Head& head) const;
  bool exhausted(const std::string& client, std::chrono::steady_clock::time_point now);
  void forget_full_buckets(std::chrono::steady_clock::time_point now);

  std::vector<PostSettings> posts_;
  std::unordered_map<std::string, const PostSettings*> by_token_;        ///< by SHA-256
  std::unordered_map<std::string, const PostSettings*> by_certificate_;  ///< likewise
  ClientSettings limits_;
  std::unordered_map<std::string, Bucket> buckets_;
};

/// SHA-256 of a token, as `token_sha256` has it. Tokens are 256 random bits: no slow hash is needed
/// to keep them from being guessed.
std::string token_digest(std::string_view token);

/// A new token: 64 hexadecimal digits. Empty when the system gives no randomness.
std::string new_token();

}  // namespace darvaza::daemon
