// Listening sockets: opened here, or handed over by whoever started the daemon.
#pragma once

#include <string>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::daemon {

/// A socket that listens. Whoever holds it closes it.
struct ListeningSocket {
  int descriptor = -1;
  bool tls = false;
  bool inherited = false;  ///< systemd's: it stays open, and filled, while no daemon runs
  std::string name;        ///< "127.0.0.1:43121" with the port that was found, "unix:/run/d.sock"
};

/// Listens on "ADDRESS:PORT", "[IPV6]:PORT" or "unix:PATH". A socket file that nobody listens on
/// any more is replaced; one that somebody does is an error. Errors: usage, io.
Result<ListeningSocket> listen_on(const std::string& address, bool tls);

/// The sockets of LISTEN_FDS (sd_listen_fds(3)); those named "tls" in LISTEN_FDNAMES speak TLS.
/// Empty when there are none. Reads the environment once: call it before there are threads.
std::vector<ListeningSocket> inherited_sockets();

/// Tells systemd where the daemon stands ("READY=1", "RELOADING=1", "STOPPING=1"); nothing where
/// nobody asked.
void notify_supervisor(const std::string& state);

}  // namespace darvaza::daemon
