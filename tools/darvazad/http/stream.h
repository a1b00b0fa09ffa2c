// A connection's bytes, plain or over TLS.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>

#include "http/tls.h"

namespace darvaza::daemon {

namespace asio = boost::asio;
using boost::system::error_code;
using Socket = asio::generic::stream_protocol::socket;

/// Calls report through `error` and never throw. Belongs to the thread of its executor.
class Stream {
 public:
  virtual ~Stream() = default;
  /// Whatever comes before bytes; TLS shakes hands.
  virtual asio::awaitable<void> open(error_code& error) = 0;
  /// At least one byte; 0 with an error. The other side's end is asio::error::eof.
  virtual asio::awaitable<std::size_t> read(asio::mutable_buffer to, error_code& error) = 0;
  /// All of both.
  virtual asio::awaitable<void> write(std::string_view head, std::string_view body,
                                      error_code& error) = 0;
  /// Tells the other side that nothing more comes.
  virtual asio::awaitable<void> finish() = 0;
  /// SHA-256 of the certificate shown, lower-case hex; empty: none.
  virtual std::string certificate() = 0;
  /// Why `open` failed.
  struct Refusal {
    std::string_view reason;  ///< "expired", "not yet valid", "not trusted", "none shown", "other": labels of a metric
    bool is_certificates_fault = false;  ///< of the one that the client showed, or should have shown
  };
  virtual Refusal refusal(const error_code& error) const = 0;
  /// Makes what waits return asio::error::operation_aborted.
  virtual void cancel() = 0;
  virtual Socket& socket() = 0;
};

/// TLS when there is a context.
std::unique_ptr<Stream> make_stream(Socket socket, const TlsContext& tls);

}  // namespace darvaza::daemon
