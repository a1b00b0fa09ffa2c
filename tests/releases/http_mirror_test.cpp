// Servers that lie, stall and fail.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "releases/mirror.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

/// Answers each connection on a port of its own with `answer(socket, n)`, n counting from 1.
class BadServer {
 public:
  explicit BadServer(std::function<void(int, int)> answer) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this, answer] {
      for (int n = 1;; ++n) {
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0) return;
        ++connections_;
        char request[2048];
        if (::recv(socket, request, sizeof request, 0) > 0) answer(socket, n);
        ::close(socket);
      }
    });
  }
  ~BadServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  const std::string& url() const { return url_; }
  int connections() const { return connections_; }

 private:
  int listener_ = -1;
  std::string url_;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
};

void say(int socket, const std::string& text) { ::send(socket, text.data(), text.size(), MSG_NOSIGNAL); }

Result<std::string> fetch(const BadServer& server, std::uint64_t max_bytes) {
  HttpPatience patience;
  patience.attempts = 3;
  patience.first_pause = std::chrono::milliseconds(1);
  patience.stall_limit = std::chrono::seconds(1);
  const auto mirror = open_mirror(server.url() + "/", patience);
  return (*mirror)->fetch("note.1", max_bytes);
}

TEST(HttpMirror, GivesTheFile) {
  const BadServer server([](int s, int) { say(s, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"); });
  EXPECT_EQ(fetch(server, 3).value(), "abc");
}
TEST(HttpMirror, EndlessDataStopsAtTheBound) {
  const BadServer server([](int s, int) {
    say(s, "HTTP/1.1 200 OK\r\n\r\n");
    const std::string block(4096, 'x');
    while (::send(s, block.data(), block.size(), MSG_NOSIGNAL) > 0) {
    }
  });
  const auto done = fetch(server, 10'000);
  ASSERT_FALSE(done);
  EXPECT_TRUE(breaks(done.error(), rule::kTooLong));
  EXPECT_EQ(server.connections(), 1) << "what is refused is not asked for again";
}
TEST(HttpMirror, OneByteTooManyIsRefused) {
  const BadServer server([](int s, int) { say(s, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd"); });
  const auto done = fetch(server, 3);
  ASSERT_FALSE(done);
  EXPECT_TRUE(breaks(done.error(), rule::kTooLong));
}
TEST(HttpMirror, ABodyShorterThanAnnouncedIsAFailureOfTheLine) {
  const BadServer server([](int s, int) { say(s, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"); });
  const auto done = fetch(server, 100);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::io);
  EXPECT_EQ(server.connections(), 3);
}
TEST(HttpMirror, AServerThatStallsIsGivenUp) {
  const BadServer server([](int s, int n) {
    if (n == 1) {
      say(s, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na");
      char byte = 0;
      while (::recv(s, &byte, 1, 0) > 0) {
      }
      return;
    }
    say(s, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");
  });
  EXPECT_EQ(fetch(server, 3).value(), "abc");
}
TEST(HttpMirror, AServerThatIsBusyIsAskedAgain) {
  const BadServer server([](int s, int n) {
    say(s, n < 3 ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  });
  EXPECT_EQ(fetch(server, 2).value(), "ok");
  EXPECT_EQ(server.connections(), 3);
}
TEST(HttpMirror, AMissingFileIsAskedForOnce) {
  const BadServer server([](int s, int) { say(s, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"); });
  const auto done = fetch(server, 2);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::input_missing);
  EXPECT_EQ(server.connections(), 1);
}
TEST(HttpMirror, RedirectsAreNotFollowed) {
  const BadServer server([](int s, int) {
    say(s, "HTTP/1.1 302 There\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
  });
  const auto done = fetch(server, 2);
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("302"), std::string::npos);
}
TEST(HttpMirror, OtherSchemesAreRefused) {
  const auto mirror = open_mirror("file:///etc");
  ASSERT_FALSE(mirror);
  EXPECT_EQ(mirror.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace darvaza::releases
