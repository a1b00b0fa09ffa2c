#include "lists_commands/reference_set.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "darvaza/read_lists.h"
#include "eval/perturb/perturb_list.h"
#include "output/csv_text.h"

namespace darvaza::tool {
namespace {

/// Keeps the `most` things of the smallest lots, in their order: a sample that does not depend on how many are drawn.
template <typename T>
class Sample {
 public:
  Sample(std::size_t most, std::uint64_t seed, std::uint64_t stream) : most_(most), seed_(seed), stream_(stream) {}

  void add(const T& thing) {
    const std::uint64_t lot = perturb::Random::of_record(seed_, stream_, number_).next();
    if (kept_.size() == most_ && (most_ == 0 || lot >= kept_.front().lot)) {
      ++number_;
      return;
    }
    if (kept_.size() == most_) {
      std::pop_heap(kept_.begin(), kept_.end(), smaller);
      kept_.pop_back();
    }
    kept_.push_back({lot, number_++, thing});
    std::push_heap(kept_.begin(), kept_.end(), smaller);
  }

  std::vector<T> take() {
    std::sort(kept_.begin(), kept_.end(), [](const Kept& a, const Kept& b) { return a.number < b.number; });
    std::vector<T> things;
    for (Kept& kept : kept_) things.push_back(std::move(kept.thing));
    return things;
  }

 private:
  struct Kept {
    std::uint64_t lot, number;
    T thing;
  };
  static bool smaller(const Kept& a, const Kept& b) { return std::pair(a.lot, a.number) < std::pair(b.lot, b.number); }

  std::size_t most_;
  std::uint64_t seed_, stream_;
  std::uint64_t number_ = 0;
  std::vector<Kept> kept_;
};

/// One question: id, name, birth date, sex, nationality, birth place, father's name, document, its type and issuer.
struct Question {
  std::string id, name;
  PartialDate birth_date;
  Sex sex = Sex::unknown;
  StateCode nationality;
  std::string birth_place, father_name, document, document_type;
  StateCode issuer;
};

std::string line_of(const Question& q) {
  return csv_line({q.id, q.name, darvaza::to_string(q.birth_date), std::string(darvaza::to_string(q.sex)), std::string(q.nationality.text()),
                   q.birth_place, q.father_name, q.document, q.document_type, std::string(q.issuer.text())});
}

Question facts_of(const WatchlistEntry& entry) {
  Question question;
  if (!entry.birth_dates.empty()) question.birth_date = entry.birth_dates.front().first;
  question.sex = entry.sex;
  if (!entry.nationalities.empty()) question.nationality = entry.nationalities.front();
  return question;
}

}  // namespace

Result<ReferenceSetReport> make_reference_set(std::span<const std::filesystem::path> lists, const ReferenceSetOptions& options,
                                              const std::function<void(std::string_view line)>& write) {
  enum Stream : std::uint64_t { kOwn = 1, kSurname, kGiven, kBirth, kLost };
  perturb::Perturber perturber(perturb::variations(), options.seed, options.per_variation);
  Sample<WatchlistEntry> own(options.entries, options.seed, kOwn), surnames(options.unlisted, options.seed, kSurname),
      given(options.unlisted, options.seed, kGiven), births(options.unlisted, options.seed, kBirth);
  Sample<LostDocument> lost(options.entries, options.seed, kLost);
  ReferenceSetReport report;
  const auto read = read_lists(lists, {[&](WatchlistEntry&& entry) {
                                         ++report.entries;
                                         own.add(entry);
                                         surnames.add(entry);
                                         given.add(entry);
                                         births.add(entry);
                                         perturber.add(entry);
                                       },
                                       [&](LostDocument&& document) { lost.add(document); }});
  if (!read) return tl::unexpected(read.error());

  write("id,name,birth_date,sex,nationality,birth_place,father_name,document_number,document_type,issuing_state\n");
  for (const WatchlistEntry& entry : own.take()) {
    for (std::size_t name = 0; name < entry.names.size(); ++name, ++report.own) {
      Question question = facts_of(entry);
      question.id = fmt::format("own:{}:{}:{}", entry.list, entry.id, name + 1);
      question.name = entry.names[name].text;
      if (name == 0 && !entry.documents.empty()) {
        question.document = entry.documents.front().number;
        question.document_type = entry.documents.front().type;
        question.issuer = entry.documents.front().issuing_state;
      }
      write(line_of(question));
    }
  }
  for (const perturb::VariedTraveller& varied : perturber.take()) {
    ++report.varied;
    write(line_of({varied.id, varied.name, varied.birth_date, varied.sex, varied.nationality, varied.birth_place, varied.father_name, {}, {}, {}}));
  }
  const auto first = surnames.take(), second = given.take(), third = births.take();
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i].names.empty() || second[i].names.empty()) continue;
    const perturb::Subject family = perturb::subject_of(first[i].names.front().text, {});
    const perturb::Subject person = perturb::subject_of(second[i].names.front().text, {});
    if (family.words.empty() || person.words.empty()) continue;
    perturb::Subject nobody = person;
    nobody.words.back() = family.words.back();
    Question question = facts_of(third[third.size() - 1 - i]);
    question.id = fmt::format("unlisted:{}", ++report.unlisted);
    question.name = perturb::name_of(nobody);
    write(line_of(question));
  }
  for (const LostDocument& document : lost.take()) {
    Question question;
    question.id = fmt::format("document:{}", ++report.documents);
    question.name = "Qwortzel Umbrifax";
    question.document = document.number;
    question.document_type = document.type;
    question.issuer = document.issuing_state;
    write(line_of(question));
  }
  return report;
}

}  // namespace darvaza::tool
