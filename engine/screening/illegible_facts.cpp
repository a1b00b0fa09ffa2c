#include "screening/illegible_facts.h"

#include <algorithm>
#include <string_view>

#include "documents/document_number.h"
#include "manifests/limits.h"
#include "text/word_count.h"

namespace darvaza::screening {
namespace {

void tell(ScreeningResult& answer, const char* where, const char* text) { answer.problems.push_back({where, text}); }

void fail(ScreeningResult& answer, const char* where, const char* text) {
  answer.complete = false;
  tell(answer, where, text);
}

/// How much of one spelling can be read.
struct Spelling {
  explicit Spelling(const TravellerName& name) {
    const text::WordCount family = text::count_words(name.primary), given = text::count_words(name.secondary);
    const bool in_one_piece = given.legible == 0;
    nothing = (family.unreadable() || given.unreadable()) && family.legible + given.legible == 0;
    // Of a name in one piece nobody knows which word is the family's: one word alone may be the given name.
    no_family = family.unreadable() || (in_one_piece && family.illegible > 0 && family.legible < 2);
    in_part = family.illegible + given.illegible > 0 || family.damaged || given.damaged || family.unreadable() || given.unreadable();
    has_family = !no_family && family.legible + given.legible > 0;
  }

  bool nothing = false, no_family = false, in_part = false, has_family = false;
};

void tell_names(const Traveller& traveller, ScreeningResult& answer) {
  bool nothing = false, no_family = false, in_part = false, has_family = false;
  for (const TravellerName& name : traveller.names) {
    const Spelling spelling(name);
    nothing |= spelling.nothing;
    no_family |= spelling.no_family && !spelling.nothing;
    in_part |= spelling.in_part && !spelling.no_family && !spelling.nothing;
    has_family |= spelling.has_family;
  }
  if (nothing) tell(answer, "name", "a spelling without letters, which cannot be searched for: expected letters");
  constexpr const char* kNoFamily = "a family name without letters, which cannot be searched for: expected letters";
  if (no_family) has_family ? tell(answer, "name", kNoFamily) : fail(answer, "name", kNoFamily);
  if (in_part) tell(answer, "name", "other characters where letters are expected: only the letters were searched for");
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void tell_documents(const Traveller& traveller, ScreeningResult& answer) {
  const bool unsearchable = std::any_of(traveller.documents.begin(), traveller.documents.end(), [](const TravelDocument& document) {
    return documents::normalise_number(document.number).empty() && !std::all_of(document.number.begin(), document.number.end(), is_blank);
  });
  if (unsearchable) fail(answer, "document", "a document number that cannot be looked up: expected letters or digits");
}

}  // namespace

void tell_illegible(const Traveller& traveller, ScreeningResult& answer) {
  tell_names(traveller, answer);
  tell_documents(traveller, answer);
  // Readers keep no more and carry on: whoever has as many may have more.
  constexpr std::size_t kMost = manifests::kMaxFactsPerTraveller;
  if (traveller.names.size() >= kMost) fail(answer, "name", "as many names as are kept of one traveller: further ones were not searched for");
  if (traveller.documents.size() >= kMost) fail(answer, "document", "as many documents as are kept of one traveller: further ones were not looked up");
}

}  // namespace darvaza::screening
