#include "darvaza/screener.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "index/index.h"
#include "index/index_set.h"
#include "index/parallel.h"
#include "manifests/glued_titles.h"
#include "names/common_names.h"
#include "names/equivalent_names.h"
#include "names/known_names.h"
#include "names/syllabic_names.h"
#include "screening/document_check.h"
#include "screening/doubtful_date.h"
#include "screening/illegible_facts.h"
#include "screening/known_day.h"
#include "screening/loaded_lists.h"
#include "screening/open_set.h"
#include "screening/person_search.h"
#include "screening/personal_facts.h"
#include "records/term_rules.h"
#include "screening/spaced_letters.h"
#include "text/utf8.h"

namespace darvaza {

struct Screener::State {
  State(index::IndexSet opened, std::vector<std::string> required) : set(std::move(opened)), lists(screening::lists_of(set), std::move(required)), known_day(screening::known_day(set)) {}

  const index::IndexSet set;
  const screening::LoadedLists lists;
  const PartialDate known_day;

  /// Working memory that is not in use: it remembers what travellers have in common, and making it anew takes
  /// longer than a search.
  std::unique_ptr<screening::SearchScratch> take_scratch() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto scratch = std::move(idle_.back());
        idle_.pop_back();
        return scratch;
      }
    }
    return std::make_unique<screening::SearchScratch>(set);
  }
  void give_back(std::unique_ptr<screening::SearchScratch> scratch) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(scratch));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<screening::SearchScratch>> idle_;
};

namespace {

bool has_spelling(const Traveller& traveller, const TravellerName& name) {
  return std::any_of(traveller.names.begin(), traveller.names.end(),
                     [&](const TravellerName& own) { return own.primary == name.primary && own.secondary == name.secondary; });
}

/// Reads the traveller's names, and how many they are; what could not be used is said in the answer. One that an airline's system has glued a title
/// to, whose letters stand apart, or in which a word may be none of kin, is asked for as it reads then, too.
std::size_t ask_names(const index::IndexSet& set, const Traveller& traveller, const ScreeningOptions& options, screening::SearchScratch& scratch,
                      ScreeningResult& answer) {
  const std::optional<std::size_t> only_part = options.only_file ? std::optional(set.files()[*options.only_file].part) : std::nullopt;
  std::size_t asked = 0;
  scratch.rarity_is_bound = false;
  for (const TravellerName& spelling : traveller.names) {
    names::PersonName name = names::parse_name(spelling);
    if (name.cut || name.dropped != 0) {
      answer.complete = false;
      answer.problems.push_back({"name", "longer than this engine searches for: only its beginning was used"});
    }
    if (name.altered) {
      answer.problems.push_back({"name", "invisible or ill-formed characters were left out"});
    }
    if (name.tokens.empty()) continue;
    const bool has_glued_reading = name.has_glued_reading;
    scratch.ask(set, asked++, std::move(name), only_part);
    if (has_glued_reading) scratch.ask(set, asked++, names::parse_glued(spelling), only_part);
    const auto bare = manifests::read_without_title(spelling);
    if (bare && !has_spelling(traveller, *bare)) scratch.ask(set, asked++, names::parse_name(*bare), only_part);
    const auto spaced = screening::join_spaced_letters(spelling);
    if (!spaced) continue;
    scratch.ask(set, asked++, names::parse_name(spaced->joined), only_part);
    if (spaced->gap_unknown) {
      answer.complete = false;
      answer.problems.push_back({"name", "letters stand apart, and no wider gap shows where a word ends: expected words"});
    }
  }
  if (asked == 0) {
    answer.complete = false;
    answer.problems.push_back({"name", "no name that could be searched for"});
  }
  return asked;
}

bool is_sure(DocumentMatch match) { return match == DocumentMatch::exact || match == DocumentMatch::range; }

/// Whether a presented document bears exactly the number of a listed person's and may be it: an
/// officer looks at that whatever name, date and sex say.
bool is_listed_document(const screening::PersonDocument& document) {
  const bool issuers_known = !document.asked_issuer.empty() && !document.listed_issuer.empty();
  return is_sure(document.match) &&
         (!issuers_known || document.asked_issuer == document.listed_issuer);
}

Decision decide(const ScreeningResult& answer, bool listed_document, std::int32_t best_score_bp,
                const ScreeningOptions& options) {
  if (!answer.complete) return Decision::incomplete;
  const bool sure_document = std::any_of(answer.documents.begin(), answer.documents.end(), [](const DocumentHit& hit) {
    return is_sure(hit.match);
  });
  if (sure_document || best_score_bp >= options.hit_score_bp) return Decision::hit;
  if (!answer.documents.empty() || listed_document || best_score_bp >= options.review_score_bp) return Decision::review;
  return Decision::clear;
}

/// The traveller, or `corrected`: a date that no calendar has would speak against everybody.
const Traveller& with_possible_date(const Traveller& traveller, std::optional<Traveller>& corrected, std::vector<Problem>& problems) {
  if (is_valid(traveller.birth_date)) return traveller;
  problems.push_back({"birth_date", "no day, month or year of a calendar: taken as unknown"});
  corrected = traveller;
  corrected->birth_date = {};
  return *corrected;
}

/// Evidence names its sources: the officer will not find this date in the passport.
void say_whence_the_birth_date(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    for (Evidence& evidence : candidate.evidence) {
      if (evidence.kind == EvidenceKind::birth_date) evidence.text += "; the traveller's is that of a personal number";
    }
  }
}

/// Thresholds that contradict each other decide nothing.
bool can_decide(const ScreeningOptions& options) {
  constexpr std::int32_t kWhole = 10000;
  return options.review_score_bp >= 0 && options.review_score_bp <= options.hit_score_bp && options.hit_score_bp <= kWhole;
}

/// Whoever made the decision may stand below what is shown: a hit that names nobody must say why.
void tell_left_out(ScreeningResult& answer, std::int32_t best_score_bp, const ScreeningOptions& options) {
  const bool left_out = answer.candidates.empty() && best_score_bp > 0 && best_score_bp >= options.review_score_bp;
  if (answer.complete && left_out) answer.problems.push_back({"options", "somebody counts for the decision and is left out: too few candidates, or only surer ones, were asked for"});
}

/// Answers that nobody was screened for, with the reason.
ScreeningResult not_screened(const char* where, const char* why) {
  ScreeningResult answer;
  answer.problems.push_back({where, why});
  return answer;
}

ScreeningResult screen_one(const index::IndexSet& set, const screening::LoadedLists& lists, const Traveller& traveller, const ScreeningOptions& options,
                           screening::SearchScratch& scratch) {
  ScreeningResult answer;
  answer.id = text::to_valid_utf8(traveller.id);  // the caller's own: nobody has looked at it yet
  answer.complete = true;
  answer.problems = traveller.problems;
  answer.flights = traveller.legs;
  if (!records::is_calendar_day(options.post.today)) {
    ScreeningOptions without_day = options;
    without_day.post.today = {};
    answer = screen_one(set, lists, traveller, without_day, scratch);
    answer.complete = false;
    answer.decision = Decision::incomplete;
    answer.problems.push_back({"today", "a day before 1900, as other calendars have it: no validity was looked at; expected one of the Gregorian calendar"});
    return answer;
  }
  lists.tell(options.post.today, answer);
  if (std::string fault = records::clock_fault(options.post); !fault.empty()) answer.problems.push_back({"today", std::move(fault)});
  if (options.only_file && *options.only_file >= set.files().size()) {
    answer.complete = false;
    answer.decision = Decision::incomplete;
    answer.problems.push_back({"index", "the one file that was to be searched is not among those that are open"});
    return answer;
  }
  if (!can_decide(options)) {
    answer.complete = false;
    answer.problems.push_back({"options", "expected thresholds of 0 to 10000, that of a hit not below that of a review: nothing can be decided by these"});
  }
  screening::tell_illegible(traveller, answer);
  const std::size_t names = ask_names(set, traveller, options, scratch, answer);
  screening::DocumentCheck documents = screening::check_documents(set, traveller, options);
  std::optional<Traveller> corrected, completed;
  const Traveller& dated = with_possible_date(traveller, corrected, answer.problems);
  const Traveller& known = screening::with_personal_numbers(dated, completed, answer.problems);
  const bool doubtful = known.birth_date.known() && known.birth_date_doubtful;
  const auto find_persons = doubtful ? screening::find_persons_by_doubtful_date : screening::find_persons;
  screening::PersonSearch persons = find_persons(set, known, names, documents.persons, options, scratch);
  if (scratch.rarity_is_bound && persons.any_weighed) {
    scratch.weigh_exactly(set, names, set.files()[*options.only_file].part);
    persons = find_persons(set, known, names, documents.persons, options, scratch);
  }
  if (!persons.complete) {
    answer.complete = false;
    answer.problems.push_back({"search", "the deadline passed before every list was searched to the end"});
  }
  answer.candidates = std::move(persons.candidates);
  if (known.birth_date != dated.birth_date) say_whence_the_birth_date(answer.candidates);
  answer.documents = std::move(documents.hits);
  answer.withheld = documents.withheld || persons.withheld;
  const bool listed_document = std::any_of(documents.persons.begin(), documents.persons.end(), is_listed_document);
  answer.decision = decide(answer, listed_document, persons.best_score_bp, options);
  tell_left_out(answer, persons.best_score_bp, options);
  return answer;
}

IndexDescription to_description(const index::FileInSet& file) {
  const index::IndexInfo info = file.index->info();
  IndexDescription description;
  description.file = file.path;
  description.format_version = info.format_version;
  description.bytes = info.bytes;
  description.entries = info.entries;
  description.names = info.names;
  description.tokens = info.tokens;
  description.lost_documents = info.lost_documents;
  description.person_documents = info.person_documents;
  description.digest = info.digest;
  description.tables_fingerprint = info.tables_fingerprint;
  description.sources = info.sources;
  for (const auto& section : info.sections) description.sections.push_back({section.name, section.bytes});
  return description;
}

/// The same for two files as for one of both.
void add(const IndexDescription& file, IndexDescription& all) {
  all.bytes += file.bytes;
  all.entries += file.entries;
  all.names += file.names;
  all.tokens += file.tokens;
  all.lost_documents += file.lost_documents;
  all.person_documents += file.person_documents;
  all.digest += '+' + file.digest;
  all.sources.insert(all.sources.end(), file.sources.begin(), file.sources.end());
  for (std::size_t i = 0; i < all.sections.size(); ++i) all.sections[i].bytes += file.sections[i].bytes;
}

/// Travellers are handed out in runs, so that threads meet rarely and write to different cache lines.
constexpr std::size_t kRun = 16;

unsigned thread_count(unsigned wanted, std::size_t travellers) {
  const auto runs = static_cast<unsigned>(std::min<std::size_t>((travellers + kRun - 1) / kRun, 1024));
  if (runs <= 1) return 1;  // asking for the processors costs as much as a search
  return std::min(wanted == 0 ? std::max(1u, std::thread::hardware_concurrency()) : wanted, runs);
}

}  // namespace

Screener::Screener(std::unique_ptr<State> state) : state_(std::move(state)) {}
Screener::Screener(Screener&&) noexcept = default;
Screener& Screener::operator=(Screener&&) noexcept = default;
Screener::~Screener() = default;

Result<Screener> Screener::open(const std::filesystem::path& path) { return open(std::span(&path, 1)); }

Result<Screener> Screener::open(std::span<const std::filesystem::path> paths, const std::vector<std::string>& required_lists) {
  auto set = screening::open_set(paths);
  if (!set) return tl::unexpected(std::move(set.error()));
  // The tables of names are made on first use, which takes milliseconds: no traveller should wait for them.
  names::common_rarity({});
  names::syllabic_name({});
  names::name_groups({});
  names::known_names({});
  return Screener(std::make_unique<State>(std::move(*set), required_lists));
}

const std::vector<ListInUse>& Screener::lists() const { return state_->lists.all(); }

PartialDate Screener::known_day() const { return state_->known_day; }

Post Screener::with_known_day(Post post) const {
  if (!post.today_by_clock) return post;
  post.not_before = std::max(post.not_before, state_->known_day);
  post.today_by_clock = false;
  return post;
}

ScreeningResult Screener::screen(const Traveller& traveller, const ScreeningOptions& options) const {
  ScreeningOptions settled = options;
  settled.post = with_known_day(options.post);
  auto scratch = state_->take_scratch();
  ScreeningResult answer = screen_one(state_->set, state_->lists, traveller, settled, *scratch);
  state_->give_back(std::move(scratch));
  return answer;
}

void Screener::screen_batch(std::span<const Traveller> travellers, const ScreeningOptions& options,
                            unsigned threads, std::span<ScreeningResult> results,
                            std::span<std::uint32_t> microseconds) const {
  if (results.size() != travellers.size() || (!microseconds.empty() && microseconds.size() != travellers.size())) {
    const char* const why = "nobody was screened: a batch needs as many places for answers as travellers";
    std::fill(results.begin(), results.end(), not_screened("batch", why));
    return;
  }
  ScreeningOptions settled = options;
  settled.post = with_known_day(options.post);
  using Clock = std::chrono::steady_clock;
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    auto scratch = state_->take_scratch();
    for (std::size_t begin; (begin = next.fetch_add(kRun)) < travellers.size();) {
      for (std::size_t i = begin; i < std::min(begin + kRun, travellers.size()); ++i) {
        const auto start = Clock::now();
        results[i] = screen_one(state_->set, state_->lists, travellers[i], settled, *scratch);
        if (microseconds.empty()) continue;
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
        microseconds[i] = static_cast<std::uint32_t>(took.count());
      }
    }
    state_->give_back(std::move(scratch));
  };
  const std::vector<std::function<void()>> workers(thread_count(threads, travellers.size()), work);
  index::run_all(static_cast<unsigned>(workers.size()), workers);
}

std::vector<IndexDescription> Screener::describe_files() const {
  std::vector<IndexDescription> all;
  for (const index::FileInSet& file : state_->set.files()) all.push_back(to_description(file));
  return all;
}

IndexDescription Screener::describe() const {
  std::vector<IndexDescription> files = describe_files();
  IndexDescription all = std::move(files.front());
  for (auto file = files.begin() + 1; file != files.end(); ++file) add(*file, all);
  all.entries = state_->set.entry_count();
  all.names = state_->set.name_count();
  return all;
}

}  // namespace darvaza
