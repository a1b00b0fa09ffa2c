// Until when the certificates of the configuration hold.
#pragma once

#include <string>
#include <vector>

#include "config/settings.h"
#include "darvaza/error.h"
#include "releases/utc_time.h"

namespace darvaza::daemon {

struct CertificateFile {
  std::string file;
  releases::UtcSeconds expires = 0;  ///< of the first of the file's certificates to expire
};

/// The server's chain, and those who may issue client certificates; empty without TLS. Errors:
/// input_refused, input_missing.
Result<std::vector<CertificateFile>> certificate_files(const TlsSettings& settings);

/// What to tell about one that has expired, or will within 30 days; empty: nothing.
std::string certificate_warning(const CertificateFile& certificate, releases::UtcSeconds now);

}  // namespace darvaza::daemon
