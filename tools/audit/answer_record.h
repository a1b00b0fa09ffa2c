// What the audit log says of one answer: docs/audit.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "darvaza/screener.h"

namespace darvaza::audit {

/// What of the settings decides about an answer, besides the lists: thresholds and policy.
struct Settings {
  ScreeningOptions options;   ///< deadline and exhaustive search excepted
  bool by_documents = false;  ///< decided by the documents alone (documents/check)
};

/// The settings as JSON, and what the digest is made of.
std::string to_json(const Settings& settings);
std::string policy_digest(const Settings& settings);

struct AnswerRecord {
  std::string at;  ///< "2026-11-26T05:33:05.123456Z"
  std::string post, purpose, route;
  Settings settings;
  std::string query;                 ///< keyed digest of the traveller without `id`
  std::vector<std::string> indexes;  ///< digests, in the order in which the files were searched as one
  std::string decision;
  std::string answer;  ///< keyed digest of the answer's JSON
  std::string found;   ///< likewise before the decisions of users changed it; empty: none did
  std::string kept;    ///< the sealed query; empty: not kept
};

/// The files of a set, from what IndexDescription::digest says of them all: "a+b".
std::vector<std::string> digests_of(std::string_view set);
/// The same as a JSON array.
std::string digests_json(std::string_view set);

/// Members of a JSON object, without braces.
std::string members(const AnswerRecord& record);
/// Nothing when the object is no record of an answer.
std::optional<AnswerRecord> answer_record(const boost::json::object& object);

/// "2026-11-26T05:33:05.123456Z": now.
std::string timestamp();

}  // namespace darvaza::audit
