// TLS 1.2 and 1.3 as the server speaks them.
#pragma once

#include <memory>
#include <string>

#include "config/settings.h"
#include "darvaza/error.h"

namespace boost::asio::ssl {
class context;
}

namespace darvaza::daemon {

using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

/// Reads certificate, key and, where client certificates are asked for, who may issue them. Errors:
/// input_refused, with the file.
Result<TlsContext> make_tls_context(const TlsSettings& settings);

}  // namespace darvaza::daemon
