// The HTTP/1.1 server: one thread for all connections; a thread for each streamed exchange.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "config/settings.h"
#include "darvaza/error.h"
#include "http/message.h"
#include "http/sockets.h"

namespace darvaza::daemon {

class Server {
 public:
  struct Events {
    std::function<void()>
        ready;  ///< the first that run() does: what is asked from now on is answered
    std::function<void()> reload;  ///< SIGHUP; on the server's thread, must return at once
    std::function<void()> drain;   ///< SIGTERM or SIGINT: nothing new is accepted from now on
  };

  /// Takes the sockets over. Errors: input_refused for TLS files.
  static Result<std::unique_ptr<Server>> make(const Settings& settings,
                                              std::vector<ListeningSocket> sockets,
                                              Service& service, Events events);
  ~Server();

  /// Serves until SIGTERM or SIGINT; then accepts nothing new, answers what was asked, tells
  /// clients that each answer is the connection's last, and returns when all connections have
  /// ended, at the latest after WorkSettings::drain_seconds.
  void run();

 private:
  class State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace darvaza::daemon
