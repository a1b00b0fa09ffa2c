// What is left of a server when memory was short in the middle of a connection.
#include "http/server.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "temporary_directory.h"

namespace darvaza::daemon {
namespace {

/// Has no memory for its first answers.
class ShortService : public Service {
 public:
  Admission admit(const Head& /*head*/) override {
    Admission admission;
    admission.body_limit = 1000;
    return admission;
  }
  void answer(const Admission& /*admission*/, Head&& /*head*/, std::string&& /*body*/, Reply reply) override {
    if (failing > 0) {
      --failing;
      throw std::bad_alloc();
    }
    reply({});
  }
  void stream(const Admission& /*admission*/, const Head& /*head*/, Exchange& /*exchange*/) override {}
  std::unique_ptr<EventFeed> feed(const Admission& /*admission*/, const Head& /*head*/, Response& /*response*/) override {
    return nullptr;
  }
  void answered(const Admission* /*admission*/, int status, std::chrono::microseconds /*took*/) override {
    if (status != 503 || failing == 0) return;
    --failing;
    throw std::system_error(std::make_error_code(std::errc::not_enough_memory));  // as OpenSSL's shortage comes
  }
  void connections(std::size_t count) override { open = count; }
  void handshake_failed(std::string_view /*reason*/, bool /*is_certificates_fault*/) override {}

  std::atomic<int> failing = 0;
  std::atomic<std::size_t> open = 0;
};

class ServerShortOfMemory : public testing::Test {
 protected:
  void start() {
    std::atomic<bool> ready = false;
    auto listening = listen_on("unix:" + path_, false);
    ASSERT_TRUE(listening);
    auto server = Server::make(settings_, {*listening}, service_, {[&ready] { ready = true; }, [] {}, drain_});
    ASSERT_TRUE(server);
    thread_ = std::thread([this, made = std::move(*server)] {
      made->run();
      ended_ = true;
    });
    EXPECT_TRUE(comes_true([&] { return ready.load(); }));
  }
  ~ServerShortOfMemory() override {
    if (thread_.joinable()) thread_.join();
  }

  static bool comes_true(const std::function<bool()>& what) {
    for (int i = 0; i < 1000 && !what(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return what();
  }
  /// What comes back until the server closes.
  std::string ask() const {
    const int client = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    constexpr std::string_view kRequest = "GET / HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n";
    const ssize_t sent = ::send(client, kRequest.data(), kRequest.size(), MSG_NOSIGNAL);
    EXPECT_TRUE(sent == static_cast<ssize_t>(kRequest.size()) || errno == EPIPE) << "whoever is turned away is answered before they ask";
    std::string answer(1000, '\0');
    const ssize_t got = ::recv(client, answer.data(), answer.size(), 0);
    ::close(client);
    answer.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return answer;
  }
  void end() {
    ::kill(::getpid(), SIGTERM);
    EXPECT_TRUE(comes_true([this] { return ended_.load(); })) << "it drains for ever";
  }

  test::TemporaryDirectory directory_;
  const std::string path_ = (directory_ / "socket").string();
  Settings settings_;
  ShortService service_;
  std::function<void()> drain_ = [] {};
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

TEST_F(ServerShortOfMemory, AConnectionThatIsThrownAwayIsCountedNoMore) {
  service_.failing = 3;
  start();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(), "");
  EXPECT_TRUE(comes_true([this] { return service_.open == 0; })) << service_.open << " of none are open";
  EXPECT_EQ(ask().substr(0, 15), "HTTP/1.1 200 OK");
  std::this_thread::sleep_for(std::chrono::milliseconds(600));  // the clock is looked at twice
  end();
}

TEST_F(ServerShortOfMemory, WhoCannotBeTakenEndsNobodyElse) {
  settings_.limits.connections = 0;  // all are turned away, which fails at first
  service_.failing = 1;
  start();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(ask().substr(0, 12), "HTTP/1.1 503");
  EXPECT_EQ(service_.failing, 0);
  end();
}

TEST_F(ServerShortOfMemory, DrainsToTheEndAllTheSame) {
  std::atomic<int> asked = 0;
  drain_ = [&asked] {
    if (++asked == 1) throw std::bad_alloc();
  };
  start();
  end();
  EXPECT_EQ(asked, 2);
}

}  // namespace
}  // namespace darvaza::daemon
