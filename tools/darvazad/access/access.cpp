#include "access/access.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "documents/states.h"
#include "http/problem.h"
#include "records/today.h"
#include "text/hex.h"

namespace darvaza::daemon {
namespace {

using std::chrono::steady_clock;

/// So many clients are remembered; beyond, those who have been quiet are forgotten.
constexpr std::size_t kMostClients = 100'000;

bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) {
           return a == ('A' <= b && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

/// "Bearer ..." (RFC 6750), or "ApiKey ..." as clients of OpenSanctions write it.
std::string_view token_of(const Head& head) {
  const std::string_view value = head.header("authorization");
  for (const std::string_view scheme : {"bearer ", "apikey "}) {
    if (begins_with(value, scheme)) return value.substr(scheme.size());
  }
  return {};
}

std::string_view to_string(Role role) {
  constexpr std::string_view kWords[] = {"screen", "entries", "alerts", "clear", "administer"};
  return kWords[static_cast<std::size_t>(role)];
}

bool holds(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

std::string token_digest(std::string_view token) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_Digest(token.data(), token.size(), digest.data(), &length, EVP_sha256(), nullptr);
  return text::hex({digest.data(), length});
}

std::string new_token() {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return {};
  return text::hex(bytes);
}

Access::Access(const std::vector<PostSettings>& posts, const ClientSettings& limits)
    : posts_(posts), limits_(limits) {
  for (const PostSettings& post : posts_) {
    if (!post.token_sha256.empty()) by_token_[post.token_sha256] = &post;
    if (!post.certificate_sha256.empty()) by_certificate_[post.certificate_sha256] = &post;
  }
}

/// Comparing digests tells a guesser nothing of the token.
const PostSettings* Access::post_of(const Head& head) const {
  if (const std::string_view token = token_of(head); !token.empty()) {
    const auto found = by_token_.find(token_digest(token));
    return found == by_token_.end() ? nullptr : found->second;
  }
  const auto found = by_certificate_.find(head.peer.certificate);
  return found == by_certificate_.end() ? nullptr : found->second;
}

std::optional<Response> Access::refuse(const Head& head, Role role, std::optional<Role> or_role) {
  // A decision needs somebody whose it is.
  if (posts_.empty() && role == Role::clear)
    return problem(403, "no posts are configured: nobody has the role clear");
  std::string client = head.peer.address;
  if (!posts_.empty()) {
    const PostSettings* post = post_of(head);
    if (post == nullptr) {
      Response unknown = problem(401, "expected the token or the client certificate of a post");
      unknown.headers.emplace_back("WWW-Authenticate", "Bearer");
      return unknown;
    }
    if (!holds(post->roles, to_string(role)) && !(or_role && holds(post->roles, to_string(*or_role)))) {
      return problem(403, fmt::format("this post has not the role {}", to_string(role)));
    }
    const std::string_view purpose = head.header("darvaza-purpose");
    if (!post->purposes.empty() && !holds(post->purposes, purpose)) {
      return field_problem(403, "Darvaza-Purpose",
                           fmt::format("expected one of: {}", fmt::join(post->purposes, ", ")));
    }
    client = "post " + post->name;
  }
  if (!exhausted(client, head.arrived)) return std::nullopt;
  return busy(429, "more requests than this client may make", 1);
}

Asker Access::asker(const Head& head) const {
  const PostSettings* post = post_of(head);
  if (post == nullptr) return {};
  // Of a post without purposes none is asked for: what a header says then may be anything.
  if (post->purposes.empty()) return {post->name, {}};
  return {post->name, std::string(head.header("darvaza-purpose"))};
}

Post Access::seen_by(const Head& head) const {
  Post seen_by;
  seen_by.today = records::local_today();
  seen_by.today_by_clock = true;
  const PostSettings* post = post_of(head);
  if (post == nullptr) return seen_by;
  seen_by.state = documents::parse_state(post->state).value_or(StateCode());
  seen_by.line = *parse_line(post->line);
  return seen_by;
}

/// A bucket of `burst` requests that fills at the rate allowed.
bool Access::exhausted(const std::string& client, steady_clock::time_point now) {
  if (limits_.requests_per_second == 0) return false;
  if (buckets_.size() >= kMostClients) forget_full_buckets(now);
  const auto most = static_cast<double>(limits_.burst);
  const auto [found, added] = buckets_.try_emplace(client, Bucket{most, now});
  Bucket& bucket = found->second;
  const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
  bucket.tokens =
      std::min(most, bucket.tokens + seconds * static_cast<double>(limits_.requests_per_second));
  bucket.filled = now;
  if (bucket.tokens < 1) return true;
  bucket.tokens -= 1;
  return false;
}

void Access::forget_full_buckets(steady_clock::time_point now) {
  const double full =
      static_cast<double>(limits_.burst) / static_cast<double>(limits_.requests_per_second);
  std::erase_if(buckets_, [&](const auto& item) {
    return std::chrono::duration<double>(now - item.second.filled).count() >= full;
  });
  // As many clients at once are an attack: all start again with a full bucket.
  if (buckets_.size() >= kMostClients) buckets_.clear();
}

}  // namespace darvaza::daemon
