#include "releases/http_mirror.h"

#include <random>
#include <thread>
#include <utility>

#include <curl/curl.h>
#include <fmt/core.h>

#include "releases/rules.h"

namespace darvaza::releases {
namespace {

struct Body {
  std::string bytes;
  std::uint64_t max_bytes = 0;
  bool too_long = false;
};

/// Stops the transfer with the first byte too many, whatever length was announced.
std::size_t append(char* data, std::size_t size, std::size_t count, void* user) {
  auto& body = *static_cast<Body*>(user);
  const std::size_t bytes = size * count;
  body.too_long = bytes > body.max_bytes - body.bytes.size();
  if (body.too_long) return 0;
  body.bytes.append(data, bytes);
  return bytes;
}

class HttpMirror : public Mirror {
 public:
  HttpMirror(std::string url, const HttpPatience& patience, CURL* curl)
      : url_(std::move(url)), patience_(patience), curl_(curl, &curl_easy_cleanup) {
    while (url_.ends_with('/')) url_.pop_back();
  }

  Result<std::string> fetch(const std::string& name, std::uint64_t max_bytes) override {
    for (unsigned attempt = 1;; ++attempt) {
      auto fetched = fetch_once(name, max_bytes);
      // A file that is refused or missing will be so again.
      if (fetched || fetched.error().code != ErrorCode::io || attempt >= patience_.attempts)
        return fetched;
      pause(attempt);
    }
  }

 private:
  void configure(const std::string& url, Body& body) {
    CURL* curl = curl_.get();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "darvaza");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(patience_.connect_limit.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(patience_.file_limit.count()));
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 100L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME,
                     static_cast<long>(patience_.stall_limit.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  }

  Result<std::string> fetch_once(const std::string& name, std::uint64_t max_bytes) {
    const std::string url = url_ + "/" + name;
    Body body{{}, max_bytes, false};
    configure(url, body);
    const CURLcode code = curl_easy_perform(curl_.get());
    if (body.too_long)
      return refuse(rule::kTooLong, fmt::format("more than the {} bytes allowed", max_bytes), url);
    if (code != CURLE_OK)
      return fail(ErrorCode::io, fmt::format("cannot be fetched: {}", curl_easy_strerror(code)),
                  url);
    long status = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status == 200) return std::move(body.bytes);
    const bool missing = status == 404 || status == 410;
    return fail(missing ? ErrorCode::input_missing : ErrorCode::io,
                fmt::format("cannot be fetched: HTTP status {}", status), url);
  }

  /// Doubling, of which a random part is waited: a thousand posts that lost one mirror do not come
  /// back as one.
  void pause(unsigned attempt) {
    const auto longest = patience_.first_pause.count() << (attempt - 1);
    std::uniform_int_distribution<decltype(longest + 0)> part(longest / 2, longest);
    std::this_thread::sleep_for(std::chrono::milliseconds(part(random_)));
  }

  std::string url_;
  HttpPatience patience_;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace

Result<std::unique_ptr<Mirror>> http_mirror(const std::string& url, const HttpPatience& patience) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  CURL* curl = started == CURLE_OK ? curl_easy_init() : nullptr;
  if (curl == nullptr) return fail(ErrorCode::internal, "libcurl cannot start");
  return std::make_unique<HttpMirror>(url, patience, curl);
}

}  // namespace darvaza::releases
