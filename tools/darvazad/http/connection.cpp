#include "http/connection.h"

#include <algorithm>
#include <cerrno>
#include <future>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>

#include "http/problem.h"
#include "http/response_text.h"
#include "work/persist.h"

namespace darvaza::daemon {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t kHeaderPiece = 4096;
constexpr std::size_t kBodyPiece = 64 * 1024;
/// The body of a refused request is read and thrown away up to this size, so that the connection
/// can stay.
constexpr std::size_t kSmallBody = 64 * 1024;
/// How long, and how much, a client may go on sending before it is cut off, so that it gets to read
/// why.
constexpr std::chrono::seconds kLinger{2};
constexpr std::size_t kLingerBytes = 1024 * 1024;

// co_await stands on the right of no && or ||: GCC 12 then makes code that traps.
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

/// How long an event waits at most, and after how long without one a client is looked for.
constexpr std::chrono::milliseconds kFeedPause{250};
constexpr std::chrono::seconds kHeartbeat{15};

/// For clients of HTTP/1.0: the end of the connection ends the answer.
void drop_chunked(std::string& head) {
  head.erase(head.find("Transfer-Encoding"), sizeof "Transfer-Encoding: chunked\r\n" - 1);
}

}  // namespace

Connection::Connection(std::unique_ptr<Stream> stream, Peer peer, Surroundings& shared)
    : stream_(std::move(stream)), peer_(std::move(peer)), shared_(shared) {}

asio::awaitable<void> Connection::run() {
  within(std::chrono::seconds(shared_.limits.header_seconds));
  error_code error;
  co_await stream_->open(error);
  if (error) {
    const Stream::Refusal refusal = stream_->refusal(error);
    shared_.service.handshake_failed(late_ ? "too slow" : refusal.reason, refusal.is_certificates_fault);
  }
  if (error || late_ || aborted_) co_return;
  peer_.certificate = stream_->certificate();
  while (co_await serve_one()) {
  }
  if (!aborted_) co_await linger();
}

void Connection::look_at_the_clock(Clock::time_point now) {
  if (now < deadline_) return;
  late_ = true;
  stream_->cancel();
}

void Connection::hurry(Clock::time_point until) {
  if (idle_) deadline_ = std::min(deadline_, until);
}

void Connection::abort() {
  aborted_ = true;
  stream_->cancel();
}

/// Reads and answers one request. False when it was the last.
asio::awaitable<bool> Connection::serve_one() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
  parser_->body_limit(boost::none);  // which limit holds is known only after the header
  head_ = {};
  admission_.reset();
  switch (co_await read_header()) {
    case Reading::closed:
      co_return false;
    case Reading::refused:
      co_return co_await refuse(refused_status_, refused_detail_);
    case Reading::done:
      break;
  }
  head_.arrived = Clock::now();
  head_.peer = peer_;
  std::string_view detail;
  const int status = read_head(*parser_, shared_.limits.target_bytes, head_, detail);
  if (status != 0) co_return co_await refuse(status, detail);
  co_return co_await admit();
}

/// Reads what arrives into the buffer, at most `most` bytes at once.
asio::awaitable<Connection::Reading> Connection::read_some(std::size_t most) {
  if (late_ || aborted_) co_return Reading::closed;
  error_code error;
  const std::size_t size = co_await stream_->read(buffer_.prepare(most), error);
  buffer_.commit(size);
  co_return error || aborted_ || late_ ? Reading::closed : Reading::done;
}

bool Connection::parse(error_code& error) {
  error = {};
  if (buffer_.size() == 0) return false;
  buffer_.consume(parser_->put(buffer_.data(), error));
  if (error != http::error::need_more) return true;
  error = {};
  return false;
}

asio::awaitable<Connection::Reading> Connection::read_header() {
  const auto& limits = shared_.limits;
  // What a large body took is given back; what a header takes is kept for the next.
  if (buffer_.size() == 0 && buffer_.capacity() > kHeaderPiece) buffer_.shrink_to_fit();
  idle_ = buffer_.size() == 0;
  within(std::chrono::seconds(idle_ ? limits.idle_seconds : limits.header_seconds));
  if (shared_.draining) hurry(Clock::now() + kLastRequest);
  for (;;) {
    // Empty lines before a request are no error (RFC 9112 §2.2).
    while (!parser_->got_some() && buffer_.size() > 0 &&
           std::string_view("\r\n").find(*static_cast<const char*>(buffer_.data().data())) !=
               std::string_view::npos) {
      buffer_.consume(1);
    }
    if (idle_ && buffer_.size() > 0) {
      idle_ = false;
      within(std::chrono::seconds(limits.header_seconds));
    }
    error_code error;
    const bool moved = parse(error);
    if (error) {
      const std::string_view begin(static_cast<const char*>(buffer_.data().data()), buffer_.size());
      refused_status_ = status_of(
          error, !parser_->get().target().empty() || begin.find('\n') != std::string_view::npos,
          refused_detail_);
      co_return Reading::refused;
    }
    if (parser_->is_header_done()) co_return Reading::done;
    if (moved) continue;
    if (co_await read_some(kHeaderPiece) == Reading::done) continue;
    if (idle_ || aborted_) co_return Reading::closed;
    refused_status_ = late_ ? 408 : 400;
    refused_detail_ =
        late_ ? "the header did not arrive in time" : "the request breaks off in its header";
    late_ = false;
    co_return Reading::refused;
  }
}

/// Reads the body to its end, into the parser.
asio::awaitable<Connection::Reading> Connection::read_body(std::size_t limit) {
  within(std::chrono::seconds(shared_.limits.body_seconds));
  while (!parser_->is_done()) {
    error_code error;
    const bool moved = parse(error);
    if (error || parser_->get().body().size() > limit) {
      refused_status_ = error ? status_of(error, true, refused_detail_) : 413;
      if (!error) refused_detail_ = "the body is larger than this daemon accepts";
      co_return Reading::refused;
    }
    if (moved) continue;
    if (co_await read_some(kBodyPiece) == Reading::done) continue;
    if (aborted_) co_return Reading::closed;
    refused_status_ = late_ ? 408 : 400;
    refused_detail_ =
        late_ ? "the body did not arrive in time" : "the request breaks off in its body";
    late_ = false;
    co_return Reading::refused;
  }
  deadline_ = Clock::time_point::max();
  co_return Reading::done;
}

bool Connection::keep_alive() const { return parser_->keep_alive() && !shared_.draining; }

bool Connection::body_is_small() const {
  if (parser_->chunked() || !head_.header("expect").empty()) return false;
  return parser_->content_length().value_or(0) <= kSmallBody;
}

asio::awaitable<bool> Connection::admit() {
  admission_ = shared_.service.admit(head_);
  if (admission_->refusal) {
    if (!body_is_small()) {
      co_await respond(*admission_->refusal, false);
      co_return false;
    }
    const Reading body = co_await read_body(kSmallBody);
    if (body == Reading::closed) co_return false;
    co_return co_await respond(*admission_->refusal, body == Reading::done && keep_alive());
  }
  if (!admission_->streamed && parser_->content_length().value_or(0) > admission_->body_limit) {
    co_return co_await refuse(413, "the body is larger than this daemon accepts");
  }
  if (admission_->streamed && shared_.free_streams == 0) {
    co_await respond(busy(503, "as many batches as this daemon takes are in progress", 1), false);
    co_return false;
  }
  if (!head_.header("expect").empty() && buffer_.size() == 0) {
    if (!co_await write(kContinue, {})) co_return false;
  }
  if (admission_->streamed) co_return co_await answer_streamed();
  if (admission_->fed) co_return co_await answer_fed();
  co_return co_await take_body_and_answer();
}

asio::awaitable<bool> Connection::take_body_and_answer() {
  switch (co_await read_body(admission_->body_limit)) {
    case Reading::closed:
      co_return false;
    case Reading::refused:
      co_return co_await refuse(refused_status_, refused_detail_);
    case Reading::done:
      break;
  }
  const Response response = co_await ask(std::move(parser_->get().body()));
  co_return co_await respond(response, keep_alive());
}

/// Events until either side has enough. The connection ends with them.
asio::awaitable<bool> Connection::answer_fed() {
  const Reading body = co_await read_body(0);
  if (body == Reading::refused) co_return co_await refuse(refused_status_, refused_detail_);
  if (body != Reading::done) co_return false;
  Response response;
  const auto events = shared_.service.feed(*admission_, head_, response);
  if (!events) co_return co_await respond(response, keep_alive());
  if (parser_->get().method() == http::verb::head) co_return co_await respond(response, false);
  shared_.service.answered(
      &*admission_, response.status,
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - head_.arrived));
  co_await feed(*events, response);
  co_return false;
}

asio::awaitable<void> Connection::feed(EventFeed& events, const Response& response) {
  const bool chunked = parser_->get().version() > 10;
  std::string text = response_head(response, std::nullopt, shared_.date, false);
  if (!chunked) drop_chunked(text);
  asio::steady_timer timer(co_await asio::this_coro::executor);
  Clock::time_point written = Clock::now();
  for (;;) {
    std::string piece = events.take();
    if (piece.empty() && Clock::now() - written > kHeartbeat) piece = events.heartbeat();
    if (!piece.empty()) {
      text += chunked ? chunk_head(piece.size()) + piece + "\r\n" : piece;
      const bool sent = co_await write(std::exchange(text, {}), {});
      if (!sent) co_return;
      written = Clock::now();
    }
    if (events.ended()) break;
    if (!piece.empty()) continue;  // there may be more
    timer.expires_after(kFeedPause);
    error_code error;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (aborted_ || is_gone()) co_return;
  }
  if (chunked) co_await write("0\r\n\r\n", {});
}

/// Whether the client closed, as far as can be seen without reading.
bool Connection::is_gone() {
  char byte = 0;
  const auto got = ::recv(stream_->socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

/// The service's answer, whichever thread it comes from.
asio::awaitable<Response> Connection::ask(std::string&& body) {
  const auto executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(
      [&](auto handler) {
        struct Waiting {
          decltype(handler) resume;
          Response answer;
        };
        auto waiting = std::make_shared<Waiting>(Waiting{std::move(handler), {}});
        shared_.service.answer(*admission_, std::move(head_), std::move(body),
                               [waiting, executor](Response&& response) {
                                 waiting->answer = std::move(response);
                                 persist([&] {
                                   asio::post(executor, [waiting] {
                                     std::move (waiting->resume)(std::move(waiting->answer));
                                   });
                                 });
                               });
      },
      asio::use_awaitable);
}

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
  if (aborted_) co_return false;
  within(std::chrono::seconds(shared_.limits.write_seconds));
  error_code error;
  co_await stream_->write(head, body, error);
  deadline_ = Clock::time_point::max();
  co_return !error && !late_ && !aborted_;
}

/// False when the connection ends with this answer.
asio::awaitable<bool> Connection::respond(const Response& response, bool keep_alive) {
  const std::string head = response_head(response, response.body.size(), shared_.date, keep_alive);
  const bool headless = parser_->is_header_done() && parser_->get().method() == http::verb::head;
  const bool written = co_await write(head, headless ? std::string_view() : response.body);
  shared_.service.answered(
      admission_ ? &*admission_ : nullptr, response.status,
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - head_.arrived));
  co_return written&& keep_alive;
}

asio::awaitable<bool> Connection::refuse(int status, std::string_view detail) {
  if (head_.arrived == Clock::time_point()) head_.arrived = Clock::now();
  co_await respond(problem(status, detail), false);
  co_return false;
}

/// Lets a client that still sends read the answer: closing with unread bytes would throw it away.
asio::awaitable<void> Connection::linger() {
  late_ = false;
  deadline_ = Clock::now() + kLinger;
  co_await stream_->finish();
  for (std::size_t left = kLingerBytes; left > 0;) {
    buffer_.clear();
    const Reading reading = co_await read_some(kHeaderPiece);
    if (reading != Reading::done) co_return;
    left -= std::min(left, buffer_.size());
  }
}

/// Runs on a thread of its own and waits there for what the server's thread does for it.
class Connection::Streamed : public Exchange {
 public:
  Streamed(Connection& connection, asio::any_io_executor executor)
      : connection_(connection), executor_(std::move(executor)) {}

  std::size_t read(char* bytes, std::size_t size) override {
    if (taken_ == piece_.size() && !ended_) {
      piece_ = asio::co_spawn(executor_, next_piece(), asio::use_future).get();
      taken_ = 0;
      ended_ = piece_.empty();
    }
    const std::size_t count = std::min(size, piece_.size() - taken_);
    piece_.copy(bytes, count, taken_);
    taken_ += count;
    return count;
  }

  bool write(const Response& head, std::string_view piece) override {
    return !gone_ && asio::co_spawn(executor_, send(head, piece), asio::use_future).get();
  }

  bool whole() const override { return whole_; }

  /// Nothing more is sent: the client sees that the answer has no end.
  void break_off() {
    if (!begun_) status_ = 500;
    gone_ = true;
  }

  /// Ends the answer. False when the connection has to be closed.
  asio::awaitable<bool> finish(int& status) {
    status = status_;
    if (gone_ || !begun_) co_return false;
    if (!chunked_) co_return false;
    const bool ended = co_await connection_.write("0\r\n\r\n", {});
    co_return ended&& keep_alive_&& connection_.parser_->is_done();
  }

 private:
  /// Empty at the end, be it the announced one or not.
  asio::awaitable<std::string> next_piece() {
    Connection& c = connection_;
    std::string& body = c.parser_->get().body();
    c.within(std::chrono::seconds(c.shared_.limits.body_seconds));
    while (body.empty() && !c.parser_->is_done()) {
      error_code error;
      if (c.parse(error) && !error) continue;
      if (error) break;
      if (co_await c.read_some(kBodyPiece) != Reading::done) break;
    }
    c.deadline_ = Clock::time_point::max();
    whole_ = c.parser_->is_done();
    c.late_ = false;
    co_return std::exchange(body, {});
  }

  asio::awaitable<bool> send(const Response& head, std::string_view piece) {
    Connection& c = connection_;
    std::string text;
    if (!std::exchange(begun_, true)) {
      status_ = head.status;
      chunked_ = c.parser_->get().version() > 10;
      // Without chunks only the end of the connection can end the answer, and what follows a body
      // that a refusal leaves unread is no request.
      keep_alive_ = chunked_ && c.keep_alive() && (head.status < 400 || c.parser_->is_done());
      text = response_head(head, std::nullopt, c.shared_.date, keep_alive_);
      if (!chunked_) drop_chunked(text);
    }
    if (!piece.empty() && chunked_) text += chunk_head(piece.size());
    gone_ = !co_await c.write(text, piece);
    if (!gone_ && !piece.empty() && chunked_) gone_ = !co_await c.write("\r\n", {});
    co_return !gone_;
  }

  Connection& connection_;
  asio::any_io_executor executor_;
  std::string piece_;
  std::size_t taken_ = 0;
  bool ended_ = false;
  bool whole_ = false;
  bool begun_ = false;
  bool chunked_ = true;
  bool keep_alive_ = false;
  bool gone_ = false;
  int status_ = 200;
};

/// One of the batches that are in progress at a time, however it ends.
class Connection::StreamPlace {
 public:
  explicit StreamPlace(std::size_t& free) : free_(free) { --free_; }
  ~StreamPlace() { ++free_; }
  StreamPlace(const StreamPlace&) = delete;
  StreamPlace& operator=(const StreamPlace&) = delete;

 private:
  std::size_t& free_;
};

asio::awaitable<void> Connection::stream_to(Streamed& exchange) {
  const StreamPlace place(shared_.free_streams);
  const auto executor = co_await asio::this_coro::executor;
  deadline_ = Clock::time_point::max();
  co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(
      [&](auto handler) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        asio::post(shared_.streams, [&, waiting] {
          try {
            shared_.service.stream(*admission_, head_, exchange);
          } catch (...) {
            exchange.break_off();  // this answer ends, and not the daemon
          }
          persist([&] { asio::post(executor, [waiting] { std::move (*waiting)(); }); });
        });
      },
      asio::use_awaitable);
}

asio::awaitable<bool> Connection::answer_streamed() {
  Streamed exchange(*this, co_await asio::this_coro::executor);
  co_await stream_to(exchange);
  int status = 0;
  const bool more = co_await exchange.finish(status);
  shared_.service.answered(
      &*admission_, status,
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - head_.arrived));
  co_return more;
}

}  // namespace darvaza::daemon
