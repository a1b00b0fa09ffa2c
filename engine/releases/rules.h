// The rules that a release is held to, each with the name under which its breach is told.
//
// A refusal is an Error of code input_refused whose message begins with the name of the rule and a
// colon, so that logs, scripts and tests can tell them apart: "rollback: version 6 after version 7
// was seen here".
#pragma once

#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::releases {

namespace rule {
inline constexpr std::string_view kTooLong =
    "too-long";  ///< more bytes than the bound or the note allow
inline constexpr std::string_view kWrongLength =
    "wrong-length";  ///< fewer or more bytes than the note says
inline constexpr std::string_view kWrongDigest =
    "wrong-digest";  ///< other bytes than the note says
inline constexpr std::string_view kMalformed =
    "malformed";  ///< not of the form of docs/list-releases.md
inline constexpr std::string_view kUnknownKey =
    "unknown-key";  ///< signed by a key that the root does not name for this
inline constexpr std::string_view kBadSignature =
    "bad-signature";  ///< the signature is not of these bytes
inline constexpr std::string_view kSameKeyTwice = "same-key-twice";
inline constexpr std::string_view kThreshold = "threshold";  ///< too few distinct keys signed
inline constexpr std::string_view kWrongList =
    "wrong-list";  ///< another list's note, snapshot or delta
inline constexpr std::string_view kRollback = "rollback";  ///< older than what was seen here before
inline constexpr std::string_view kReplay = "replay";      ///< a timestamp older than the last one
inline constexpr std::string_view kTwoNotes = "two-notes";  ///< two different notes of one version
inline constexpr std::string_view kBrokenChain =
    "broken-chain";  ///< does not follow from the note before it
inline constexpr std::string_view kWrongVersion =
    "wrong-version";  ///< not the version that was asked for
inline constexpr std::string_view kExpired = "expired";
inline constexpr std::string_view kFromTheFuture = "from-the-future";
inline constexpr std::string_view kClockSuspect =
    "clock-suspect";  ///< the clock is behind what was issued already
inline constexpr std::string_view kRootWithheld =
    "root-withheld";  ///< a newer root is announced but not to be had
inline constexpr std::string_view kBadCompression = "bad-compression";
inline constexpr std::string_view kBadDelta =
    "bad-delta";                                       ///< removes what is not there, adds what is
inline constexpr std::string_view kProbe = "probe";    ///< the new index does not answer as it must
inline constexpr std::string_view kSanity = "sanity";  ///< changes too much without an override
inline constexpr std::string_view kReview = "review";  ///< records were not reviewed in time, and the publisher minds
inline constexpr std::string_view kNoRoot = "no-root";  ///< nobody said yet whom to trust
}  // namespace rule

inline tl::unexpected<Error> refuse(std::string_view broken, std::string_view text,
                                    std::string file = {}, std::uint64_t line = 0) {
  return fail(ErrorCode::input_refused, std::string(broken) + ": " + std::string(text),
              std::move(file), line);
}

/// Whether `error` is a refusal by this rule.
inline bool breaks(const Error& error, std::string_view broken) {
  return error.message.starts_with(broken) && error.message.substr(broken.size()).starts_with(": ");
}

}  // namespace darvaza::releases
