#include "lists/ftm_schemata.h"

#include <algorithm>
#include <iterator>

#include "text/words.h"

namespace darvaza::lists {
namespace {

/// In lower case, sorted; FollowTheMoney 3 and 4.
constexpr std::string_view kOthers[] = {
    "address", "airplane", "analyzable", "annotation", "article", "assessment", "asset", "associate", "audio",
    "bankaccount", "call", "company", "contract", "contractaward", "courtcase", "courtcaseparty", "cryptowallet", "debt",
    "directorship", "document", "documentation", "economicactivity", "email", "employment", "event", "family", "folder",
    "hypertext", "image", "interest", "interval", "land", "license", "membership", "mention", "message",
    "note", "occupancy", "organization", "ownership", "package", "page", "pages", "payment", "plaintext",
    "position", "post", "project", "projectparticipant", "publicbody", "realestate", "representation", "risk", "sanction",
    "security", "similar", "succession", "table", "taxroll", "thing", "trip", "unknownlink", "useraccount",
    "value", "vehicle", "vessel", "video", "workbook"};

}  // namespace

FtmKind ftm_kind(std::string_view schema) {
  const std::string word = text::lower_case(schema);
  if (word.empty() || word == "person" || word == "legalentity" || word == "individual") return FtmKind::person;
  if (word == "passport" || word == "identification") return FtmKind::identification;
  return std::binary_search(std::begin(kOthers), std::end(kOthers), word) ? FtmKind::other : FtmKind::unknown;
}

FtmKind FtmKinds::of(std::string_view schema, bool has_birth_date, SourceRecorder& recorder, Place place) {
  const FtmKind kind = ftm_kind(schema);
  if (kind != FtmKind::unknown) return kind;
  constexpr std::size_t kMostTold = 100;
  if (told_.size() < kMostTold && told_.emplace(schema).second) {
    recorder.remark(place, "a schema that is none of FollowTheMoney: records of it are taken for persons where they have a birth date, and left out otherwise");
  }
  return has_birth_date ? FtmKind::person : FtmKind::unknown;
}

}  // namespace darvaza::lists
