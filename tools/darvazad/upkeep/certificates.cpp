#include "upkeep/certificates.h"

#include <algorithm>
#include <ctime>
#include <limits>
#include <memory>

#include <fmt/core.h>
#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace darvaza::daemon {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Result<CertificateFile> read(const std::string& file) {
  const Bio bio(BIO_new_file(file.c_str(), "r"), &BIO_free);
  if (!bio) return fail(ErrorCode::input_missing, "cannot be opened", file);
  CertificateFile read{file, std::numeric_limits<releases::UtcSeconds>::max()};
  bool any = false;
  for (;;) {
    const Certificate one(PEM_read_bio_X509_AUX(bio.get(), nullptr, nullptr, nullptr), &X509_free);
    if (!one) break;
    std::tm until{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(one.get()), &until) != 1) continue;
    read.expires = std::min<releases::UtcSeconds>(read.expires, timegm(&until));
    any = true;
  }
  ERR_clear_error();  // the end of the file is one
  if (!any) return fail(ErrorCode::input_refused, "expected certificates in PEM", file);
  return read;
}

}  // namespace

Result<std::vector<CertificateFile>> certificate_files(const TlsSettings& settings) {
  std::vector<CertificateFile> all;
  for (const std::string& file : {settings.certificate, settings.client_ca}) {
    if (file.empty()) continue;
    auto one = read(file);
    if (!one) return tl::unexpected(one.error());
    all.push_back(std::move(*one));
  }
  return all;
}

std::string certificate_warning(const CertificateFile& certificate, releases::UtcSeconds now) {
  constexpr releases::UtcSeconds kEarly = 30 * 86'400;
  if (certificate.expires > now + kEarly) return {};
  const bool is_over = certificate.expires <= now;
  return fmt::format(
      "{}: a certificate {} {}{}", certificate.file, is_over ? "expired" : "expires",
      releases::to_text(certificate.expires),
      is_over ? ": those who check it do not connect; put a new one there and restart" : "");
}

}  // namespace darvaza::daemon
