#include "http/sockets.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace darvaza::daemon {
namespace {

/// As many as the kernel allows (net.core.somaxconn): what waits there is not lost.
constexpr int kBacklog = 4096;

tl::unexpected<Error> io_error(const std::string& address, const char* what) {
  return fail(ErrorCode::io,
              fmt::format("{}: {}: {}", address, what, std::generic_category().message(errno)));
}

Result<ListeningSocket> listen_at(const std::string& name, const sockaddr* address,
                                  socklen_t length) {
  ListeningSocket socket;
  socket.name = name;
  socket.descriptor = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket.descriptor < 0) return io_error(name, "no socket");
  const int on = 1;
  setsockopt(socket.descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (address->sa_family == AF_INET6) {
    setsockopt(socket.descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
  }
  if (bind(socket.descriptor, address, length) != 0 || ::listen(socket.descriptor, kBacklog) != 0) {
    const auto error = io_error(name, "cannot listen");
    close(socket.descriptor);
    return error;
  }
  return socket;
}

bool somebody_listens(const sockaddr_un& address) {
  const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const bool answered =
      connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(probe);
  return answered;
}

Result<ListeningSocket> listen_unix(const std::string& name, std::string_view path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof address.sun_path) {
    return fail(ErrorCode::usage, fmt::format("{}: expected a path of at most {} bytes", name,
                                              sizeof address.sun_path - 1));
  }
  path.copy(address.sun_path, path.size());
  struct stat found {};
  if (lstat(address.sun_path, &found) == 0 && S_ISSOCK(found.st_mode)) {
    if (somebody_listens(address)) {
      return fail(ErrorCode::io, fmt::format("{}: another process listens there", name));
    }
    unlink(address.sun_path);
  }
  return listen_at(name, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

std::string name_of(const sockaddr_storage& address, socklen_t length) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> port{};
  if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(),
                  port.data(), port.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return "inherited socket";
  }
  if (address.ss_family == AF_UNIX) return fmt::format("unix:{}", port.data());
  const bool v6 = address.ss_family == AF_INET6;
  return fmt::format("{}{}{}:{}", v6 ? "[" : "", host.data(), v6 ? "]" : "", port.data());
}

std::string name_of(int descriptor) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
  return name_of(address, length);
}

Result<ListeningSocket> listen_inet(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  const auto expected = [&] {
    return fail(ErrorCode::usage,
                fmt::format("{}: expected ADDRESS:PORT, [IPV6]:PORT or unix:PATH", name));
  };
  if (colon == std::string::npos || colon == 0) return expected();
  std::string host = name.substr(0, colon);
  if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), name.c_str() + colon + 1, &hints, &found) != 0) return expected();
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> address(found, freeaddrinfo);
  auto socket = listen_at(name, address->ai_addr, address->ai_addrlen);
  if (socket) socket->name = name_of(socket->descriptor);
  return socket;
}

}  // namespace

Result<ListeningSocket> listen_on(const std::string& address, bool tls) {
  constexpr std::string_view kUnix = "unix:";
  auto socket = address.starts_with(kUnix)
                    ? listen_unix(address, std::string_view(address).substr(kUnix.size()))
                    : listen_inet(address);
  if (socket) socket->tls = tls;
  return socket;
}

std::vector<ListeningSocket> inherited_sockets() {
  char** names = nullptr;
  const int count = sd_listen_fds_with_names(1, &names);
  std::vector<ListeningSocket> sockets;
  for (int i = 0; i < count; ++i) {
    ListeningSocket& socket = sockets.emplace_back();
    socket.descriptor = SD_LISTEN_FDS_START + i;
    socket.inherited = true;
    socket.tls = std::string_view(names[i]) == "tls";
    socket.name = name_of(socket.descriptor);
    free(names[i]);
  }
  free(names);
  return sockets;
}

void notify_supervisor(const std::string& state) { sd_notify(0, state.c_str()); }

}  // namespace darvaza::daemon
