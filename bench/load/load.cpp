#include "load/load.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <deque>
#include <string_view>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace darvaza::bench {
namespace {

using Clock = std::chrono::steady_clock;

tl::unexpected<Error> io_error(const char* what) {
  return fail(ErrorCode::io, fmt::format("{}: {}", what, std::generic_category().message(errno)));
}

/// What the first answer in `text` is: its status and length with the header; 0, 0 when it is not
/// yet whole.
std::pair<int, std::size_t> whole_answer(std::string_view text) {
  constexpr std::string_view kLength = "Content-Length: ";
  const std::size_t header = text.find("\r\n\r\n");
  const std::size_t field = text.find(kLength);
  if (header == std::string_view::npos || field > header) return {};
  int status = 0;
  std::size_t length = 0;
  std::from_chars(text.data() + std::string_view("HTTP/1.1 ").size(), text.data() + header, status);
  std::from_chars(text.data() + field + kLength.size(), text.data() + header, length);
  const std::size_t all = header + 4 + length;
  return text.size() < all ? std::pair<int, std::size_t>() : std::pair(status, all);
}

class Load {
 public:
  Load(const LoadOptions& options, const std::vector<std::string>& bodies)
      : options_(options), epoll_(epoll_create1(0)) {
    for (const std::string& body : bodies) {
      requests_.push_back(
          fmt::format("POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: "
                      "application/json\r\nContent-Length: {}\r\n\r\n{}",
                      options.path, options.host, body.size(), body));
    }
  }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;
  ~Load() {
    for (const Connection& connection : connections_) close(connection.descriptor);
    close(epoll_);
  }

  Result<void> connect_all() {
    connections_.resize(options_.connections);
    for (std::size_t i = 0; i < connections_.size(); ++i) {
      if (auto done = connect_one(i); !done) return done;
      idle_.push_back(i);
    }
    return {};
  }

  Result<LoadReport> run() {
    start_ = Clock::now();
    const auto end =
        start_ + std::chrono::nanoseconds(static_cast<std::int64_t>(options_.seconds * 1e9));
    while (Clock::now() < end || idle_.size() < connections_.size()) {
      if (Clock::now() < end) {
        if (auto sent = send_what_is_due(); !sent) return tl::unexpected(sent.error());
      }
      if (auto read = read_what_came(); !read) return tl::unexpected(read.error());
    }
    report_.seconds = std::chrono::duration<double>(last_answer_ - start_).count();
    return std::move(report_);
  }

 private:
  struct Connection {
    int descriptor = -1;
    Clock::time_point due;
    std::string text;
  };

  Result<void> connect_one(std::size_t number) {
    Connection& connection = connections_[number];
    connection.descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(options_.port);
    if (inet_pton(AF_INET, options_.host.c_str(), &address.sin_addr) != 1) {
      return fail(ErrorCode::usage, "expected an IPv4 address");
    }
    if (connect(connection.descriptor, reinterpret_cast<const sockaddr*>(&address),
                sizeof address) != 0) {
      return io_error("cannot connect");
    }
    const int on = 1;
    setsockopt(connection.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = number;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.descriptor, &event);
    return {};
  }

  Clock::time_point due(std::uint64_t request) const {
    if (options_.per_second <= 0) return Clock::now();
    return start_ + std::chrono::nanoseconds(static_cast<std::int64_t>(
                        static_cast<double>(request) * 1e9 / options_.per_second));
  }

  Result<void> send_what_is_due() {
    while (!idle_.empty()) {
      const Clock::time_point at = due(report_.asked);
      if (at > Clock::now()) break;
      Connection& connection = connections_[idle_.front()];
      idle_.pop_front();
      connection.due = at;
      const std::string& request = requests_[report_.asked++ % requests_.size()];
      // A request is far smaller than the socket's buffer, which is empty: it goes out whole.
      if (send(connection.descriptor, request.data(), request.size(), MSG_NOSIGNAL) !=
          static_cast<ssize_t>(request.size())) {
        return io_error("cannot send");
      }
    }
    return {};
  }

  /// Waits at most until the next request is due; a thread that sleeps would be late.
  Result<void> read_what_came() {
    std::array<epoll_event, 64> events;
    const int count =
        epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), idle_.empty() ? 100 : 0);
    for (int i = 0; i < count; ++i) {
      const auto number = static_cast<std::size_t>(events.at(static_cast<std::size_t>(i)).data.u64);
      Connection& connection = connections_[number];
      std::array<char, 65536> bytes;
      const ssize_t size = recv(connection.descriptor, bytes.data(), bytes.size(), 0);
      if (size <= 0) return io_error("the daemon ended a connection");
      connection.text.append(bytes.data(), static_cast<std::size_t>(size));
      const auto [status, length] = whole_answer(connection.text);
      if (length == 0) continue;
      connection.text.erase(0, length);
      note(status, connection.due);
      idle_.push_back(number);
    }
    return {};
  }

  void note(int status, Clock::time_point due_at) {
    last_answer_ = Clock::now();
    ++report_.statuses[status];
    if (status != 200) return;
    report_.nanoseconds.push_back(static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::nanoseconds>(last_answer_ - due_at).count()));
  }

  LoadOptions options_;
  int epoll_;
  std::vector<std::string> requests_;
  std::vector<Connection> connections_;
  std::deque<std::size_t> idle_;
  Clock::time_point start_, last_answer_;
  LoadReport report_;
};

}  // namespace

Result<LoadReport> put_load(const LoadOptions& options, const std::vector<std::string>& bodies) {
  Load load(options, bodies);
  if (auto connected = load.connect_all(); !connected) return tl::unexpected(connected.error());
  return load.run();
}

}  // namespace darvaza::bench
