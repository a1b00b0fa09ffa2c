#include "http/stream.h"

#include <array>
#include <utility>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <openssl/err.h>
#include <openssl/sslerr.h>
#include <openssl/x509.h>

#include "text/hex.h"

namespace darvaza::daemon {
namespace {

auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

template <typename Next>
asio::awaitable<void> write_all(Next& next, std::string_view head, std::string_view body,
                                error_code& error) {
  const std::array<asio::const_buffer, 2> both = {asio::buffer(head), asio::buffer(body)};
  co_await asio::async_write(next, both, into(error));
}

class PlainStream : public Stream {
 public:
  explicit PlainStream(Socket socket) : socket_(std::move(socket)) {}

  asio::awaitable<void> open(error_code& error) override {
    error = {};
    co_return;
  }
  asio::awaitable<std::size_t> read(asio::mutable_buffer to, error_code& error) override {
    co_return co_await socket_.async_read_some(to, into(error));
  }
  asio::awaitable<void> write(std::string_view head, std::string_view body,
                              error_code& error) override {
    co_await write_all(socket_, head, body, error);
  }
  asio::awaitable<void> finish() override {
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    co_return;
  }
  std::string certificate() override { return {}; }
  Refusal refusal(const error_code& /*error*/) const override { return {"other", false}; }
  void cancel() override {
    error_code ignored;
    socket_.cancel(ignored);
  }
  Socket& socket() override { return socket_; }

 private:
  Socket socket_;
};

class TlsStream : public Stream {
 public:
  TlsStream(Socket socket, TlsContext context)
      : context_(std::move(context)), stream_(std::move(socket), *context_) {}

  asio::awaitable<void> open(error_code& error) override {
    co_await stream_.async_handshake(asio::ssl::stream_base::server, into(error));
  }
  asio::awaitable<std::size_t> read(asio::mutable_buffer to, error_code& error) override {
    co_return co_await stream_.async_read_some(to, into(error));
  }
  asio::awaitable<void> write(std::string_view head, std::string_view body,
                              error_code& error) override {
    co_await write_all(stream_, head, body, error);
  }
  asio::awaitable<void> finish() override {
    error_code ignored;
    co_await stream_.async_shutdown(into(ignored));
    stream_.next_layer().shutdown(Socket::shutdown_send, ignored);
  }
  std::string certificate() override {
    const X509* shown = SSL_get0_peer_certificate(stream_.native_handle());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (shown == nullptr || X509_digest(shown, EVP_sha256(), digest.data(), &length) != 1)
      return {};
    return text::hex({digest.data(), length});
  }
  Refusal refusal(const error_code& error) const override {
    if (error.category() == asio::error::get_ssl_category() &&
        ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE)
      return {"none shown", true};
    switch (SSL_get_verify_result(const_cast<asio::ssl::stream<Socket>&>(stream_).native_handle())) {
      case X509_V_OK:
        return {"other", false};
      case X509_V_ERR_CERT_HAS_EXPIRED:
        return {"expired", true};
      case X509_V_ERR_CERT_NOT_YET_VALID:
        return {"not yet valid", true};
      default:
        return {"not trusted", true};
    }
  }
  void cancel() override {
    error_code ignored;
    stream_.next_layer().cancel(ignored);
  }
  Socket& socket() override { return stream_.next_layer(); }

 private:
  TlsContext context_;
  asio::ssl::stream<Socket> stream_;
};

}  // namespace

std::unique_ptr<Stream> make_stream(Socket socket, const TlsContext& tls) {
  if (tls) return std::make_unique<TlsStream>(std::move(socket), tls);
  return std::make_unique<PlainStream>(std::move(socket));
}

}  // namespace darvaza::daemon
