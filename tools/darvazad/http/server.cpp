#include "http/server.h"

#include <csignal>
#include <exception>
#include <memory>
#include <new>
#include <thread>
#include <unordered_set>
#include <utility>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <netinet/tcp.h>

#include "http/connection.h"
#include "http/problem.h"
#include "http/response_text.h"
#include "http/tls.h"

namespace darvaza::daemon {
namespace {

using Acceptor = asio::basic_socket_acceptor<asio::generic::stream_protocol>;

constexpr std::chrono::milliseconds kTick{250};
/// How long memory that is short is waited for, before it is asked for again.
constexpr std::chrono::milliseconds kBreath{5};

struct Listener {
  Acceptor acceptor;
  bool tls;
  bool inherited;
  std::weak_ptr<const bool> accepting = {};  ///< gone with the coroutine that accepts
};

std::string address_of(const Socket& socket) {
  error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return {};
  const sockaddr* address = endpoint.data();
  if (address->sa_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(address);
    return asio::ip::address_v4(ntohl(v4->sin_addr.s_addr)).to_string();
  }
  if (address->sa_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(address);
    asio::ip::address_v6::bytes_type bytes;
    std::copy_n(v6->sin6_addr.s6_addr, bytes.size(), bytes.begin());
    return asio::ip::address_v6(bytes).to_string();
  }
  return {};
}

}  // namespace

class Server::State {
  /// One of the connections that are open, however it ends: where memory is short in the middle of one,
  /// Boost.Asio destroys its coroutine and calls nobody.
  class Place {
   public:
    Place(State& state, Connection& connection) : state_(state), connection_(connection) {
      state_.connections_.insert(&connection_);
      state_.service_.connections(state_.connections_.size());
    }
    ~Place() {
      state_.connections_.erase(&connection_);
      state_.service_.connections(state_.connections_.size());
      state_.stop_when_drained();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

   private:
    State& state_;
    Connection& connection_;
  };

 public:
  State(const Settings& settings, Service& service, Events events, TlsContext tls)
      : settings_(settings),
        service_(service),
        events_(std::move(events)),
        tls_(std::move(tls)),
        streams_(static_cast<std::size_t>(settings.work.streams)),
        shared_{settings_.limits, service, streams_, settings.work.streams, false, date_text()} {}

  ~State() { streams_.join(); }

  void add(const ListeningSocket& socket) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    getsockname(socket.descriptor, reinterpret_cast<sockaddr*>(&address), &length);
    Acceptor acceptor(context_);
    acceptor.assign(asio::generic::stream_protocol(address.ss_family, 0), socket.descriptor);
    listeners_.push_back({std::move(acceptor), socket.tls, socket.inherited});
  }

  void run() {
    // Said while it runs already: GCC 12's ThreadSanitizer loses a signal that falls into a thread's
    // first blocking call.
    asio::post(context_, events_.ready);
    run_to_the_end();
  }

 private:
  /// Where memory is short, a handler that throws ends what it was about, and the others go on. Those
  /// who accept and who look at the clock begin again: without them nobody would be served any more.
  void run_to_the_end() {
    for (bool again = false;; again = true) {
      try {
        if (again) take_apart();
        begin_what_ended();
        context_.run();
        return;
      } catch (const std::bad_alloc&) {
        std::this_thread::sleep_for(kBreath);
      }
    }
  }

  /// A coroutine that is thrown away is taken apart by a handler of its own, and is there until then.
  void take_apart() {
    context_.poll();
    context_.restart();
  }

  void begin_what_ended() {
    if (shared_.draining && !drained_) drain();
    if (drained_ && connections_.empty()) return context_.stop();
    const auto ended = [](std::exception_ptr failure) {
      if (failure) std::rethrow_exception(failure);
    };
    const auto begin = [&](std::weak_ptr<const bool>& going, auto coroutine) {
      if (!going.expired()) return;
      auto token = std::make_shared<const bool>(true);
      going = token;
      asio::co_spawn(context_, coroutine(std::move(token)), ended);
    };
    for (Listener& listener : listeners_) {
      if (!shared_.draining) begin(listener.accepting, [&](auto token) { return accept_on(listener, std::move(token)); });
    }
    begin(ticking_, [&](auto token) { return tick(std::move(token)); });
    if (!waiting_for_signal_ && !shared_.draining) wait_for_signal();
  }

  asio::awaitable<void> accept_on(Listener& listener, std::shared_ptr<const bool> /*accepting*/) {
    for (;;) {
      error_code error;
      Socket socket =
          co_await listener.acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
      if (shared_.draining && error) co_return;
      if (!error) {
        take_or_drop(std::move(socket), listener.tls);
        continue;
      }
      // No descriptors left, most likely: connections end, and then there are some again.
      asio::steady_timer pause(context_, kTick);
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      if (shared_.draining) co_return;
    }
  }

  /// There may be no memory for one more, which OpenSSL says in a system_error: it is closed, and the others go on.
  void take_or_drop(Socket socket, bool tls) {
    try {
      take(std::move(socket), tls);
    } catch (const std::exception&) {  // closed with what was made of it
    }
  }

  void take(Socket socket, bool tls) {
    if (connections_.size() >= settings_.limits.connections)
      return turn_away(std::move(socket), tls);
    const int on = 1;
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    Peer peer{address_of(socket), {}};
    const auto connection = std::make_shared<Connection>(
        make_stream(std::move(socket), tls ? tls_ : nullptr), std::move(peer), shared_);
    const auto place = std::make_shared<const Place>(*this, *connection);
    asio::co_spawn(context_, connection->run(), [connection, place](std::exception_ptr) {});
  }

  /// One write that does not wait; who does not get to read it sees the connection closed.
  void turn_away(Socket socket, bool tls) {
    const Response response = busy(503, "as many connections as this daemon takes are open", 1);
    const std::string text =
        response_head(response, response.body.size(), shared_.date, false) + response.body;
    if (!tls) ::send(socket.native_handle(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    error_code ignored;
    socket.shutdown(Socket::shutdown_send, ignored);
    service_.answered(nullptr, response.status, {});
  }

  asio::awaitable<void> tick(std::shared_ptr<const bool> /*ticking*/) {
    asio::steady_timer timer(context_);
    while (!(drained_ && connections_.empty())) {
      timer.expires_after(kTick);
      error_code error;
      co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
      shared_.date = date_text();
      look_at_the_clock();
      begin_what_ended();
    }
  }

  void look_at_the_clock() {
    const auto now = Clock::now();
    const bool over = shared_.draining && now > drained_by_;
    for (Connection* connection : connections_) {
      if (over) connection->abort();
      connection->look_at_the_clock(now);
    }
  }

  void wait_for_signal() {
    signals_.async_wait([this](const error_code& error, int signal) {
      waiting_for_signal_ = false;
      if (error) return;
      if (signal == SIGHUP) {
        events_.reload();
        wait_for_signal();
      } else {
        drain();
      }
    });
    waiting_for_signal_ = true;
  }

  /// Done once more where it was not done to its end.
  void drain() {
    const auto now = Clock::now();
    if (!std::exchange(shared_.draining, true)) drained_by_ = now + std::chrono::seconds(settings_.work.drain_seconds);
    for (Listener& listener : listeners_) {
      // Who waits in the kernel's queue of our own socket would be lost with it.
      error_code error;
      listener.acceptor.non_blocking(true, error);
      while (!listener.inherited && !error) {
        Socket socket(context_);
        listener.acceptor.accept(socket, error);
        if (!error) take_or_drop(std::move(socket), listener.tls);
      }
      listener.acceptor.close(error);
    }
    events_.drain();
    for (Connection* connection : connections_) connection->hurry(now + kLastRequest);
    drained_ = true;
    stop_when_drained();
  }

  void stop_when_drained() {
    if (drained_ && connections_.empty()) context_.stop();
  }

  const Settings& settings_;
  Service& service_;
  Events events_;
  TlsContext tls_;
  asio::thread_pool streams_;
  Surroundings shared_;
  std::unordered_set<Connection*> connections_;
  asio::io_context context_{1};  ///< its coroutines, which it destroys, know those above
  asio::signal_set signals_{context_, SIGTERM, SIGINT, SIGHUP};
  std::vector<Listener> listeners_;
  std::weak_ptr<const bool> ticking_;
  bool waiting_for_signal_ = false;
  bool drained_ = false;  ///< nobody else is taken, and who is there knows
  Clock::time_point drained_by_ = Clock::time_point::max();
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::make(const Settings& settings,
                                             std::vector<ListeningSocket> sockets, Service& service,
                                             Events events) {
  TlsContext tls;
  if (!settings.tls.certificate.empty()) {
    auto made = make_tls_context(settings.tls);
    if (!made) return tl::unexpected(made.error());
    tls = std::move(*made);
  }
  for (const ListeningSocket& socket : sockets) {
    if (!socket.tls || tls) continue;
    return fail(ErrorCode::usage, socket.name + ": TLS needs tls.certificate and tls.key");
  }
  auto state = std::make_unique<State>(settings, service, std::move(events), std::move(tls));
  for (const ListeningSocket& socket : sockets) state->add(socket);
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

void Server::run() { state_->run(); }

}  // namespace darvaza::daemon
