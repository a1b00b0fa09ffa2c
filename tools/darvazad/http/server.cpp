#include "http/server.h"

#include <csignal>
#include <unordered_set>
#include <utility>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
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

struct Listener {
  Acceptor acceptor;
  bool tls;
  bool inherited;
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
    for (Listener& listener : listeners_) {
      asio::co_spawn(context_, accept_on(listener), asio::detached);
    }
    asio::co_spawn(context_, tick(), asio::detached);
    wait_for_signal();
    // Said while it runs already: GCC 12's ThreadSanitizer loses a signal that falls into a thread's
    // first blocking call.
    asio::post(context_, events_.ready);
    context_.run();
  }

 private:
  asio::awaitable<void> accept_on(Listener& listener) {
    for (;;) {
      error_code error;
      Socket socket =
          co_await listener.acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
      if (shared_.draining && error) co_return;
      if (!error) {
        take(std::move(socket), listener.tls);
        continue;
      }
      // No descriptors left, most likely: connections end, and then there are some again.
      asio::steady_timer pause(context_, kTick);
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      if (shared_.draining) co_return;
    }
  }

  void take(Socket socket, bool tls) {
    if (connections_.size() >= settings_.limits.connections)
      return turn_away(std::move(socket), tls);
    const int on = 1;
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    Peer peer{address_of(socket), {}};
    auto connection = std::make_shared<Connection>(
        make_stream(std::move(socket), tls ? tls_ : nullptr), std::move(peer), shared_);
    connections_.insert(connection.get());
    service_.connections(connections_.size());
    asio::co_spawn(context_, connection->run(), [this, connection](std::exception_ptr) {
      connections_.erase(connection.get());
      service_.connections(connections_.size());
      stop_when_drained();
    });
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

  asio::awaitable<void> tick() {
    asio::steady_timer timer(context_);
    while (!(shared_.draining && connections_.empty())) {
      timer.expires_after(kTick);
      error_code error;
      co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
      shared_.date = date_text();
      const auto now = Clock::now();
      const bool over = shared_.draining && now > drained_by_;
      for (Connection* connection : connections_) {
        if (over) connection->abort();
        connection->look_at_the_clock(now);
      }
    }
  }

  void wait_for_signal() {
    signals_.async_wait([this](const error_code& error, int signal) {
      if (error) return;
      if (signal == SIGHUP) {
        events_.reload();
        wait_for_signal();
      } else {
        drain();
      }
    });
  }

  void drain() {
    const auto now = Clock::now();
    shared_.draining = true;
    drained_by_ = now + std::chrono::seconds(settings_.work.drain_seconds);
    for (Listener& listener : listeners_) {
      // Who waits in the kernel's queue of our own socket would be lost with it.
      error_code error;
      listener.acceptor.non_blocking(true, error);
      while (!listener.inherited && !error) {
        Socket socket(context_);
        listener.acceptor.accept(socket, error);
        if (!error) take(std::move(socket), listener.tls);
      }
      listener.acceptor.close(error);
    }
    events_.drain();
    for (Connection* connection : connections_) connection->hurry(now + kLastRequest);
    stop_when_drained();
  }

  void stop_when_drained() {
    if (shared_.draining && connections_.empty()) context_.stop();
  }

  const Settings& settings_;
  Service& service_;
  Events events_;
  TlsContext tls_;
  asio::io_context context_{1};
  asio::thread_pool streams_;
  Surroundings shared_;
  asio::signal_set signals_{context_, SIGTERM, SIGINT, SIGHUP};
  std::vector<Listener> listeners_;
  std::unordered_set<Connection*> connections_;
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
