// What goes over the wire, without the wire: questions, answers, and who decides about them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace darvaza::daemon {

/// Who is at the other end of a connection.
struct Peer {
  std::string address;  ///< "192.0.2.7"; empty for a Unix socket
  std::string
      certificate;  ///< SHA-256 of the client certificate, lower-case hex; empty: none shown
};

/// A request up to its body.
struct Head {
  std::string method;  ///< "POST"
  std::string path;    ///< decoded, without the query: "/v1/screen"
  std::vector<std::pair<std::string, std::string>> query;    ///< decoded, in order
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case, in order
  Peer peer;
  std::chrono::steady_clock::time_point arrived;

  /// The first header of this name (lower case); empty when there is none.
  std::string_view header(std::string_view name) const;
  /// The first query parameter of this name; nothing when there is none.
  std::optional<std::string_view> parameter(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// A request whose body comes, and whose answer goes, in pieces. Belongs to one thread, which it
/// blocks: memory is bounded by one piece each way, and whoever sends must read as well.
class Exchange {
 public:
  virtual ~Exchange() = default;
  /// The next bytes of the body, at most `size`; 0 at its end, and when the connection is gone.
  virtual std::size_t read(char* bytes, std::size_t size) = 0;
  /// Sends a piece of the answer; the first call sends `head` before it. False when nobody is there
  /// to read it any more: the rest need not be worked out.
  virtual bool write(const Response& head, std::string_view piece) = 0;
  /// Why `read` said 0: the body ended as announced, or did not.
  virtual bool whole() const = 0;
};

/// An answer that goes on for as long as the client stays, in pieces that come when something
/// happens. Belongs to the server's thread and must return in microseconds.
class EventFeed {
 public:
  virtual ~EventFeed() = default;
  /// What has come since it was last asked; empty: nothing.
  virtual std::string take() = 0;
  /// What to send where nothing has come for long, so that a client that is gone is noticed.
  virtual std::string_view heartbeat() const = 0;
  /// Nothing comes behind what was taken.
  virtual bool ended() const = 0;
};

/// What is done with a request, decided from its head.
struct Admission {
  std::optional<Response> refusal;  ///< sent at once; the body is not read
  std::size_t body_limit = 0;       ///< 413 above; of streamed bodies: no limit when 0
  bool streamed = false;            ///< Service::stream takes it, else Service::answer
  bool fed = false;                 ///< Service::feed takes it
  std::size_t route = 0;            ///< the service's own
};

/// What stands behind a server. `admit` and `answer` are called on the thread that serves all
/// connections and must return in microseconds; `stream` has a thread of its own.
class Service {
 public:
  using Reply = std::function<void(Response&&)>;

  virtual ~Service() = default;
  virtual Admission admit(const Head& head) = 0;
  /// Calls `reply` once, now or later, on any thread.
  virtual void answer(const Admission& admission, Head&& head, std::string&& body, Reply reply) = 0;
  /// Answers through `exchange`, with at least one `write`. At most Limits::streams at a time.
  virtual void stream(const Admission& admission, const Head& head, Exchange& exchange) = 0;
  /// Like `answer`, for feeds: null, with the refusal, when there is none to have.
  virtual std::unique_ptr<EventFeed> feed(const Admission& admission, const Head& head,
                                          Response& response) = 0;
  /// Each answer, once it was sent; of a feed, once it began. `admission` is null when the request
  /// had no readable head.
  virtual void answered(const Admission* admission, int status, std::chrono::microseconds took) = 0;
  /// One more, or one less, connection.
  virtual void connections(std::size_t open) = 0;
  /// A connection ended before its first byte: `reason` is one of the words of Stream::refusal.
  virtual void handshake_failed(std::string_view reason, bool is_certificates_fault) = 0;
};

}  // namespace darvaza::daemon
