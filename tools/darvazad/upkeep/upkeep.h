// What wears out while nobody looks: lists and their confirmations, roots, certificates.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "api/lists_in_use.h"
#include "config/settings.h"
#include "upkeep/certificates.h"
#include "upkeep/facts.h"
#include "upkeep/index_archive.h"

namespace darvaza::daemon {

/// Looks once a minute, on a thread of its own, and whenever lists were loaded. What is wrong is
/// said in the log when it begins, once a day while it lasts, and when it ends. Thread-safe.
class Upkeep {
 public:
  using Say = std::function<void(const std::string&)>;

  /// `lists` outlives the object. Certificates are those of the files now: the server reads them at
  /// its start, too. Errors: those of certificate_files.
  static Result<std::unique_ptr<Upkeep>> make(const Settings& settings, const ListsInUse& lists,
                                              Say say);
  ~Upkeep();
  Upkeep(const Upkeep&) = delete;
  Upkeep& operator=(const Upkeep&) = delete;

  /// The first look, then one a minute.
  void start();
  /// Returns when the thread has ended.
  void stop();
  void look();

  /// A TLS handshake failed for the certificate that the client showed, or did not show: a word, of
  /// a few.
  void certificate_refused(std::string_view reason);

  /// As they were at the last look.
  Facts facts() const;

 private:
  using Clock = std::chrono::steady_clock;
  using Worries = std::vector<std::string>;

  Upkeep(const Settings& settings, const ListsInUse& lists, Say say,
         std::vector<CertificateFile> certificates);
  void look_at_lists(Worries& worries, Facts& facts) const;
  void look_at_posts(Worries& worries, Facts& facts) const;
  void look_at_certificates(Worries& worries, Facts& facts) const;
  void tell(const Worries& worries);
  void tell_refused_certificates();

  const ListsInUse& lists_;
  const Say say_;
  const std::vector<std::string> posts_;
  const std::vector<CertificateFile> certificates_;
  std::unique_ptr<IndexArchive> archive_;
  std::mutex looking_;  ///< one look at a time; of archive_ and told_
  std::map<std::string, Clock::time_point>
      told_;                  ///< what was wrong at the last look, and when it was last said
  mutable std::mutex mutex_;  ///< of the rest
  Facts facts_;
  std::map<std::string, std::uint64_t>
      refused_;  ///< handshakes since they were last told, by reason
  std::condition_variable woken_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace darvaza::daemon
