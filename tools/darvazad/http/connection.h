// One connection: request after request, each answered before the next is read, so that what a
// client sends ahead (pipelining) is answered in order.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include "config/settings.h"
#include "http/message.h"
#include "http/request_parser.h"
#include "http/stream.h"

namespace darvaza::daemon {

using Clock = std::chrono::steady_clock;

/// How long a client may take to send one more request over a connection that drains.
constexpr std::chrono::seconds kLastRequest{2};

/// What all connections of a server share. Belongs to the server's thread.
struct Surroundings {
  const LimitSettings& limits;
  Service& service;
  asio::thread_pool& streams;    ///< threads for streamed exchanges
  std::size_t free_streams = 0;  ///< of them
  bool draining = false;         ///< each answer is the last of its connection
  std::string date;              ///< refreshed every second
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::unique_ptr<Stream> stream, Peer peer, Surroundings& shared);

  /// Serves until either side closes.
  asio::awaitable<void> run();

  /// Called every now and then: ends what took too long.
  void look_at_the_clock(Clock::time_point now);
  /// Waits at most so long for the next request.
  void hurry(Clock::time_point until);
  void abort();

 private:
  class Streamed;
  class StreamPlace;
  enum class Reading { done, closed, refused };

  asio::awaitable<bool> serve_one();
  asio::awaitable<Reading> read_header();
  asio::awaitable<Reading> read_body(std::size_t limit);
  asio::awaitable<Reading> read_some(std::size_t most);
  /// Hands the parser what is there. False when more is needed.
  bool parse(error_code& error);
  asio::awaitable<bool> refuse(int status, std::string_view detail);
  asio::awaitable<bool> respond(const Response& response, bool keep_alive);
  asio::awaitable<bool> admit();
  asio::awaitable<bool> take_body_and_answer();
  asio::awaitable<bool> answer_streamed();
  asio::awaitable<void> stream_to(Streamed& exchange);
  asio::awaitable<bool> answer_fed();
  asio::awaitable<void> feed(EventFeed& events, const Response& response);
  bool is_gone();
  asio::awaitable<Response> ask(std::string&& body);
  asio::awaitable<bool> write(std::string_view head, std::string_view body);
  asio::awaitable<void> linger();
  bool body_is_small() const;
  bool keep_alive() const;
  void within(std::chrono::seconds time) { deadline_ = Clock::now() + time; }

  std::unique_ptr<Stream> stream_;
  Peer peer_;
  Surroundings& shared_;
  boost::beast::flat_buffer buffer_;
  std::optional<RequestParser> parser_;
  Head head_;
  std::optional<Admission> admission_;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool idle_ = false;  ///< nothing of a request has arrived
  bool late_ = false;  ///< the deadline passed
  bool aborted_ = false;
  int refused_status_ = 0;
  std::string_view refused_detail_;
};

}  // namespace darvaza::daemon
