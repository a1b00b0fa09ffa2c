#include "http/tls.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>
#include <openssl/ssl.h>

namespace darvaza::daemon {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

tl::unexpected<Error> refuse(const std::string& file, const char* what, const error_code& error) {
  return fail(ErrorCode::input_refused, std::string(what) + ": " + error.message(), file);
}

}  // namespace

Result<TlsContext> make_tls_context(const TlsSettings& settings) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  // Of TLS 1.2 only what has forward secrecy and authenticated encryption (RFC 9325 §4.2).
  SSL_CTX_set_cipher_list(context->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
  SSL_CTX_set_options(context->native_handle(),
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  error_code error;
  if (context->use_certificate_chain_file(settings.certificate, error); error) {
    return refuse(settings.certificate, "expected a certificate chain in PEM", error);
  }
  if (context->use_private_key_file(settings.key, ssl::context::pem, error); error) {
    return refuse(settings.key, "expected the certificate's private key in PEM", error);
  }
  if (settings.client_ca.empty()) return context;
  if (context->load_verify_file(settings.client_ca, error); error) {
    return refuse(settings.client_ca, "expected certificates in PEM", error);
  }
  // Without a session id context OpenSSL refuses to resume sessions of verified clients.
  const unsigned char id[] = "darvazad";
  SSL_CTX_set_session_id_context(context->native_handle(), id, sizeof id - 1);
  SSL_CTX_set_client_CA_list(context->native_handle(),
                             SSL_load_client_CA_file(settings.client_ca.c_str()));
  context->set_verify_mode(ssl::verify_peer |
                           (settings.client_required ? ssl::verify_fail_if_no_peer_cert : 0));
  return context;
}

}  // namespace darvaza::daemon
