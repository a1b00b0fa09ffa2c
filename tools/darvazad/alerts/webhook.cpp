#include "alerts/webhook.h"

#include <utility>

#include <curl/curl.h>
#include <fmt/core.h>

#include "alerts/signature.h"
#include "releases/utc_time.h"

namespace darvaza::daemon {
namespace {

constexpr std::size_t kMostOfAnswer = 16 * 1024;

/// Reads a little of what a receiver says, so that the connection can stay, and no more.
std::size_t pass_over(char*, std::size_t size, std::size_t count, void* user) {
  auto& read = *static_cast<std::size_t*>(user);
  read += size * count;
  return read > kMostOfAnswer ? 0 : size * count;
}

int stops(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(user)->load() ? 1 : 0;
}

Delivery::Outcome outcome_of(long status) {
  if (200 <= status && status < 300) return Delivery::Outcome::delivered;
  switch (status) {
    case 400:  // about what was sent
    case 409:
    case 411:
    case 413:
    case 414:
    case 415:
    case 422:
    case 431:
    case 500:  // perhaps so
      return Delivery::Outcome::refused;
    default:  // about the receiver: not there, not ready, not configured
      return Delivery::Outcome::later;
  }
}

}  // namespace

struct Webhook::State {
  Target target;
  const std::atomic<bool>& stopping;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl;
};

Webhook::Webhook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Webhook::~Webhook() = default;

Result<std::unique_ptr<Webhook>> Webhook::make(Target target, const std::atomic<bool>& stopping) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  CURL* curl = started == CURLE_OK ? curl_easy_init() : nullptr;
  if (curl == nullptr) return fail(ErrorCode::internal, "libcurl cannot start");
  auto state =
      std::make_unique<State>(State{std::move(target), stopping, {curl, &curl_easy_cleanup}});
  return std::unique_ptr<Webhook>(new Webhook(std::move(state)));
}

Delivery Webhook::send(std::string_view id, const std::string& body) {
  CURL* curl = state_->curl.get();
  const Target& target = state_->target;
  curl_slist* headers = nullptr;
  for (const std::string& header :
       {std::string("Content-Type: application/json"), std::string("Expect:"),
        fmt::format("Darvaza-Alert-Id: {}", id),
        fmt::format("Darvaza-Signature: {}",
                    signature(target.secret, releases::utc_now(), body))}) {
    headers = curl_slist_append(headers, header.c_str());
  }
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> owned(headers,
                                                                          &curl_slist_free_all);
  std::size_t read = 0;
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, target.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  // What is for this machine alone must not go in plain to a proxy of the environment.
  if (target.url.starts_with("http:")) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "darvazad");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(target.timeout_seconds));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(target.timeout_seconds));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (!target.ca.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, target.ca.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &pass_over);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &read);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &stops);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&state_->stopping));
  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  // A whole answer, or one whose body is too long to be of interest.
  if (code == CURLE_OK || (code == CURLE_WRITE_ERROR && read > kMostOfAnswer)) {
    const bool elsewhere = 300 <= status && status < 400;
    return {outcome_of(status),
            fmt::format("HTTP status {}{}", status, elsewhere ? ", and redirections are not followed" : "")};
  }
  return {Delivery::Outcome::later, curl_easy_strerror(code)};
}

}  // namespace darvaza::daemon
