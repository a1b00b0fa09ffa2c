#include "lists/ftm_properties.h"

#include <algorithm>
#include <iterator>

namespace darvaza::lists {
namespace {

/// Sorted.
constexpr std::string_view kProperties[] = {
    "abbreviation", "address", "addressEntity", "alephUrl", "alias", "appearance", "birthCountry", "birthDate", "birthPlace", "bvdId", "citizenship",
    "classification", "country", "createdAt", "deathDate", "description", "dissolutionDate", "dunsCode", "education", "email", "ethnicity", "eyeColor",
    "fatherName", "firstName", "gender", "hairColor", "height", "icijId", "idNumber", "incorporationDate", "indexText", "innCode", "jurisdiction",
    "keywords", "kppCode", "lastName", "legalForm", "leiCode", "license", "mainCountry", "middleName", "modifiedAt", "motherName", "name", "nameSuffix",
    "nationality", "notes", "npiCode", "ogrnCode", "okpoCode", "opencorporatesUrl", "parent", "passport", "passportNumber", "phone", "political",
    "position", "previousName", "profession", "program", "programId", "proof", "publisher", "publisherUrl", "registrationNumber", "religion",
    "retrievedAt", "secondName", "sector", "socialSecurityNumber", "sourceUrl", "spokenLanguage", "status", "subsidiaries", "summary", "swiftBic",
    "taxNumber", "taxStatus", "title", "topics", "uniqueEntityId", "uscCode", "vatCode", "weakAlias", "website", "weight", "wikidataId", "wikipediaUrl"};

static_assert(std::is_sorted(std::begin(kProperties), std::end(kProperties)));

}  // namespace

bool is_ftm_property(std::string_view name) { return std::binary_search(std::begin(kProperties), std::end(kProperties), name); }

}  // namespace darvaza::lists
