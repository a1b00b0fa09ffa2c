// An index file that somebody damaged or forged: refused, or every question to it is answered from
// inside the file. The input is a script of changes, see index_patch.h; the sanitizers watch the
// reads.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/parse.hpp>

#include "fuzz/fuzz_target.h"
#include "fuzz/index_patch.h"
#include "fuzz/memory_file.h"
#include "fuzz/well_formed_utf8.h"
#include "index/dictionary.h"
#include "index/index.h"
#include "index/index_set.h"
#include "index/name_postings.h"
#include "index/token_lookup.h"
#include "screening/document_check.h"
#include "screening/name_scorer.h"
#include "screening/person_search.h"

namespace darvaza::fuzz {
namespace {

Traveller traveller(TravellerName name, std::string number) {
  Traveller traveller;
  traveller.names = {std::move(name)};
  traveller.birth_date = {1971, 3, 2};
  traveller.sex = Sex::male;
  traveller.nationalities = {StateCode("IRN")};
  traveller.documents = {{std::move(number), "P", StateCode("PAK"), {}}};
  return traveller;
}

/// Between them they ask for every section: three scripts, a cut name, a compound, a number that is
/// listed, one that is misread, one in a run of blanks, one of a person.
const std::vector<Traveller>& travellers() {
  static const std::vector<Traveller> all = {
      traveller({"ROSTAMI", "NADER", false}, "AB0012345"),
      traveller({"Рустамов", "Нодир", false}, "A80O12345"),
      traveller({"نادر رستمی", {}, false}, "XK150"),
      traveller({"ROSTAMIP", "ZEYN", true}, "Z1234567"),
      traveller({"Zeynab Rostamipur", {}, false}, "XKI5O"),
  };
  return all;
}

void check_search_tables(const index::Index& index) {
  std::size_t read = index.dictionary().find({}).value_or(0);
  index::TokenLookup lookup;
  for (index::TokenId token = 0; token < index.token_count(); ++token) {
    const index::PostingList list = index.postings(token);
    for (std::size_t at = 0; at < list.size(); ++at) {
      read += index.name(list.names()[at].name()).text.size() + list.states()[at] + list.years()[at] + list.days()[at];
      const std::uint32_t other = list.others()[at].number();
      require(other < index.token_count() || other >= index::OtherToken::kMany, "a posting's other token is there");
    }
    index.stored_lookup(token, lookup);
    for (const index::SimilarToken& similar : lookup.similar) require(similar.key < index.token_count(), "a similar token is there");
    read += index.dictionary().find(index.token(token)).value_or(0);
  }
  for (int day = 0; day < 256; ++day) {
    for (const index::NameId name : index.born_on(index::year_code(1971), static_cast<index::DayCode>(day)).names) read += index.name(name).entry;
  }
  require(read < ~std::size_t{0}, "everything can be read");
}

void check_views(const index::Index& index) {
  std::size_t read = 0;
  for (index::EntryId id = 0; id < index.entry_count(); ++id) {
    const index::EntryView entry = index.entry(id);
    for (const BirthDate& date : entry.birth_dates) read += date.circa ? 1u : 2u;
    for (const auto place : entry.birth_places) read += std::string(place).size();
    for (const auto father : entry.father_names) read += std::string(father).size();
    for (const auto& document : entry.documents) read += std::string(document.number).size();
    for (const StateCode& code : index.nationalities(id)) read += code.text().size();
    require(entry.first_name + std::uint64_t{entry.name_count} <= index.name_count(),
            "an entry's names are there");
    for (std::uint32_t i = 0; i < entry.name_count; ++i) {
      require(index.entry_of(entry.first_name + i) == id, "a name belongs to the entry that has it");
    }
  }
  check_search_tables(index);
  for (const std::string& source : index.info().sources) read += source.size();
  require(read < ~std::size_t{0}, "everything can be read");
}

void check_candidate(const Candidate& candidate) {
  require(candidate.score_bp >= 0 && candidate.score_bp <= 10'000, "a score is 0 to 10000");
  std::int32_t sum = 0;
  for (const Evidence& piece : candidate.evidence) sum += piece.weight_mn;
  require(sum == candidate.weight_mn, "the reasons add up to the weight");
}

/// Text of a forged file need not be UTF-8, and to_json leaves its mending to who fills the answer
/// in.
void check_json(const ScreeningResult& answer) {
  const std::string json = to_json(answer);
  if (!is_well_formed_utf8(json)) return;
  boost::json::error_code error;
  boost::json::parse(json, error);
  require(!error, "an answer is valid JSON");
}

/// What Screener does with a traveller, on a private copy of the file: a mapping has no red zones.
void screen(const index::IndexSet& set, const Traveller& asked, bool exhaustive) {
  screening::SearchScratch scratch(set);
  std::size_t names = 0;
  for (const auto& name : asked.names) scratch.ask(set, names++, names::parse_name(name));
  ScreeningOptions options;
  options.min_score_bp = 0;
  options.near_documents = true;
  screening::DocumentCheck documents = screening::check_documents(set, asked, options);
  options.exhaustive = exhaustive;
  ScreeningResult answer;
  answer.candidates =
      screening::find_persons(set, asked, names, documents.persons, options, scratch).candidates;
  answer.documents = std::move(documents.hits);
  require(answer.candidates.size() <= options.top, "no more candidates than were asked for");
  for (const Candidate& candidate : answer.candidates) check_candidate(candidate);
  check_json(answer);
}

void check_index(index::Index opened) {
  const auto index = std::make_shared<const index::Index>(std::move(opened));
  check_views(*index);
  // Alone, and behind itself: then all that it holds takes its own place, and what it removes is gone.
  for (const std::size_t files : {1u, 2u}) {
    const auto set = index::IndexSet::of(std::vector(files, index::FileInSet{index, {}, 0, 0, 0}));
    require(set.has_value(), "what was verified can be searched together");
    for (const Traveller& asked : travellers()) screen(*set, asked, false);
    screen(*set, travellers().front(), true);
  }
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza;
  const fuzz::PatchedIndex patched = fuzz::patch_index(fuzz::as_text(data, size));
  const fuzz::MemoryFile file(patched.bytes);
  auto index = index::Index::open(file.path(), index::Residence::copied);
  if (!index) {
    fuzz::require(index.error().code == ErrorCode::input_refused, "what is no index is refused");
    fuzz::require(patched.bytes != fuzz::small_index(), "an index as it was built is opened");
    return 0;
  }
  fuzz::require(patched.forged || patched.bytes == fuzz::small_index(), "any damage is found");
  fuzz::check_index(std::move(*index));
  return 0;
}
