// Table: the words by which lists announce a number, and whether it is that of a document.
//
// From the ID types of OFAC's SDN and non-SDN publications and the document types of the UN list.
#include <algorithm>

#include "documents/document_text.h"
#include "text/words.h"

namespace darvaza::documents {
namespace {

/// Words at the end of kinds of documents, lower case, without full stops, colons and '#'.
constexpr std::string_view kDocumentEndings[] = {
    "passport", "booklet",      "no",
    "number",   "id",           "card",
    "cards",    "license",      "licence",
    "permit",   "visa",         "cedula",
    "tazkira",  "electoral",    "identidad",
    "nacional", "visanumberid", "identification",
    "identity", "code",         "laissez-passer",
};

/// Kinds that are abbreviations, lower case, without full stops. National numbers of persons in
/// Mexico, Argentina, Spain, Guatemala, Colombia, Peru, Paraguay, Honduras, Romania, Pakistan, the
/// United States, Tajikistan and Russia.
constexpr std::string_view kAbbreviations[] = {
    "curp",  "rfc", "ife", "cuip", "dni",   "cui", "cuit", "cuil", "nie",
    "nif",   "nit", "ruc", "rtn",  "ssn",   "le",  "cnp",  "cnic", "nic",
    "nicop", "inn", "can", "rif",  "snils", "cpf", "id",
};

/// Phrases inside kinds of things that are not documents, lower case.
constexpr std::string_view kOtherKinds[] = {
    "phone",
    "fax",
    "email",
    "website",
    "gender",
    "digital currency",
    "executive order",
    "public law",
    "commercial code",
    "file no",
    "red notice",
    "sanctions",
    "caatsa",
    "directive",
    "determination",
    "information",
    "prohibited",
    "effective date",
    "listing date",
    "established date",
    "target type",
    "issuer name",
    "ticker",
    "swift",
    "bik",
    "isin",
    "gazette",
    "nationality of registration",
    "organization",
    "legal entity",
    "d-u-n-s",
    "mmsi",
    "vessel",
    "aircraft",
    "serial no",
    "section",
    "unscr",
    "resolution",
    "act of",
    "po box",
    "p.o. box",
    "position",
    "title",
};

std::string without_punctuation(std::string_view word) {
  std::string plain;
  for (const char c : text::lower_case(word)) {
    if (std::string_view(".:#,()").find(c) == std::string_view::npos) plain += c;
  }
  return plain;
}

template <typename Table>
bool holds(const Table& table, std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

/// Last words after which a date or a place follows, and no number.
constexpr std::string_view kNotBeforeNumbers[] = {"issued", "expires", "expired", "dated", "since",
                                                  "in",     "on",      "of",      "from",  "and"};

/// How many words at the end of a kind may hold the one that decides: lists put labels between it
/// and the number ("National ID No. CNIC:", "Foreign ID Number RNE:").
constexpr std::size_t kDecidingWords = 3;

}  // namespace

bool is_other_kind(std::string_view kind) {
  const std::string plain = text::lower_case(kind);
  return std::any_of(std::begin(kOtherKinds), std::end(kOtherKinds),
                     [&](std::string_view phrase) { return plain.find(phrase) != plain.npos; });
}

bool is_document_kind(std::string_view kind) {
  if (is_other_kind(kind)) return false;
  const auto words = text::split_words(kind);
  if (words.empty() || holds(kNotBeforeNumbers, words.back())) return false;
  const std::size_t first = words.size() > kDecidingWords ? words.size() - kDecidingWords : 0;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(),
                     [](std::string_view word) {
                       const std::string plain = without_punctuation(word);
                       return holds(kDocumentEndings, plain) || holds(kAbbreviations, plain);
                     });
}

bool is_capital_kind(std::string_view word) {
  return holds(kAbbreviations, without_punctuation(word));
}

}  // namespace darvaza::documents
