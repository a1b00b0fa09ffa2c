#include "screening/illegible_facts.h"

#include <algorithm>
#include <string_view>

#include "documents/document_number.h"
#include "documents/number_cell.h"
#include "manifests/limits.h"
#include "names/unheard_words.h"
#include "records/not_text.h"
#include "screening/spaced_letters.h"
#include "text/word_count.h"

namespace darvaza::screening {
namespace {

void tell(ScreeningResult& answer, const char* where, const char* text) { answer.problems.push_back({where, text}); }

void fail(ScreeningResult& answer, const char* where, const char* text) {
  answer.complete = false;
  tell(answer, where, text);
}

/// How much can be read of one spelling, or of any of several.
struct Legibility {
  bool any = false;           ///< a word
  bool family = false;        ///< a word of the family name
  bool none = false;          ///< something stands there, and no word
  bool family_lost = false;   ///< words, but something else in place of the family name
  bool lost_in_part = false;  ///< the family name, and something that cannot be read
  bool unheard = false;       ///< some of what cannot be read is words, in a script of which nothing can be compared
};

/// The words of a text; those that have no sound are illegible.
text::WordCount words_of(std::string_view text, bool& unheard) {
  text::WordCount words = text::count_words(text);
  const auto silent = static_cast<std::uint16_t>(std::min<std::size_t>(names::unheard_words(text), words.legible));
  words.legible = static_cast<std::uint16_t>(words.legible - silent);
  words.illegible = static_cast<std::uint16_t>(words.illegible + silent);
  unheard = unheard || silent > 0;
  return words;
}

Legibility legibility_of(const TravellerName& name) {
  Legibility legibility;
  const text::WordCount family = words_of(name.primary, legibility.unheard), given = words_of(name.secondary, legibility.unheard);
  const bool lost = family.unreadable() || given.unreadable() || family.illegible + given.illegible > 0 || family.damaged || given.damaged;
  // Of a name in one piece nobody knows which word is the family's: one word alone may be the given name.
  const bool no_family = family.unreadable() || (given.legible == 0 && family.illegible > 0 && family.legible < 2);
  legibility.any = family.legible + given.legible > 0;
  legibility.family = family.legible > 0 && !no_family;
  legibility.none = lost && !legibility.any;
  legibility.family_lost = no_family && legibility.any;
  legibility.lost_in_part = lost && !no_family && legibility.any;
  return legibility;
}

/// What cannot be read are letters all the same.
void tell_unheard(const Legibility& all, ScreeningResult& answer) {
  if (all.family_lost && !all.family) return fail(answer, "name", "a family name in letters that nothing can be compared with: expected another script");
  tell(answer, "name", "letters that nothing can be compared with: only those of other scripts were searched for");
}

void tell_names(const Traveller& traveller, ScreeningResult& answer) {
  const bool no_text = std::any_of(traveller.names.begin(), traveller.names.end(), [](const TravellerName& name) { return name.primary == records::kNotText; });
  if (no_text) fail(answer, "name", "a name that could not be read, and was not searched for");
  Legibility all;
  for (const TravellerName& name : traveller.names) {
    if (name.primary == records::kNotText) continue;
    const Legibility one = legibility_of(name);
    for (const auto member : {&Legibility::any, &Legibility::family, &Legibility::none, &Legibility::family_lost, &Legibility::lost_in_part, &Legibility::unheard}) all.*member |= one.*member;
  }
  if (all.unheard && all.any) return tell_unheard(all, answer);
  if (all.none && all.any) tell(answer, "name", "a spelling without letters, which cannot be searched for: expected letters");
  constexpr const char* kNoFamily = "a family name without letters, which cannot be searched for: expected letters";
  if (all.family_lost) all.family ? tell(answer, "name", kNoFamily) : fail(answer, "name", kNoFamily);
  const bool single_letters = !traveller.names.empty() && std::all_of(traveller.names.begin(), traveller.names.end(), [](const TravellerName& name) {
    return is_of_single_letters(name) && !join_spaced_letters(name);  // who searches joins those, or says why not
  });
  if (single_letters) fail(answer, "name", "a name of single letters alone: expected words");
  if (all.lost_in_part) tell(answer, "name", "other characters where letters are expected: only the letters were searched for");
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

/// Whether a number may be more than one, or stand in words: readers of tables take such cells apart, other interfaces hand them on as they are.
bool may_be_cell(std::string_view number) { return number.size() > documents::kLongestNumber || !documents::is_plain_number(number); }

/// Whether each number that is read out of this one is among the traveller's.
bool is_looked_up(const std::string& presented, const Traveller& traveller) {
  const documents::NumberCell cell = documents::read_number_cell(presented);
  const auto is_known = [&](std::string_view number) {
    const std::string plain = documents::normalise_number(number);
    return plain.empty() || std::any_of(traveller.documents.begin(), traveller.documents.end(), [&](const TravelDocument& d) { return documents::normalise_number(d.number) == plain; });
  };
  return !cell.rounded && std::all_of(cell.numbers.begin(), cell.numbers.end(), [&](const documents::DocumentText& one) { return is_known(one.number); }) &&
         std::all_of(cell.doubtful.begin(), cell.doubtful.end(), is_known);
}

void tell_documents(const Traveller& traveller, ScreeningResult& answer) {
  const bool mixed = std::any_of(traveller.documents.begin(), traveller.documents.end(), [&](const TravelDocument& document) {
    return may_be_cell(document.number) && documents::quantity_in(document.number) == documents::Quantity::none && !is_looked_up(document.number, traveller);
  });
  if (mixed) fail(answer, "document", "a document number that may be several, stands in words or was rounded: expected one number alone");
  const bool unsearchable = std::any_of(traveller.documents.begin(), traveller.documents.end(), [](const TravelDocument& document) {
    return documents::normalise_number(document.number).empty() && !is_blank(document.number);
  });
  const bool counted = std::any_of(traveller.documents.begin(), traveller.documents.end(), [](const TravelDocument& document) { return documents::quantity_in(document.number) != documents::Quantity::none; });
  if (counted) fail(answer, "document", "a document number that a program wrote as a quantity (12.0, 1.2E+07): expected it as printed");
  if (unsearchable) fail(answer, "document", "a document number that cannot be looked up: expected letters or digits");
  // Beside a name an empty number is a field that nobody filled in; asked for alone, it is the whole question.
  const bool nothing_asked = traveller.names.empty() && !traveller.documents.empty() &&
                             std::all_of(traveller.documents.begin(), traveller.documents.end(), [](const TravelDocument& document) { return is_blank(document.number); });
  if (nothing_asked) fail(answer, "document", "a document without a number: nothing could be looked up");
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
