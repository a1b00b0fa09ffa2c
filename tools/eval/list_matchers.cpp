#include "eval/list_matchers.h"

#include <algorithm>
#include <span>

#include "eval/evidence_lines.h"
#include "eval/piped_matcher.h"
#include "eval/work_in_chunks.h"
#include "output/csv_text.h"

namespace darvaza::eval {
namespace {

/// The best entries so far; few enough to be looked through.
class Best {
 public:
  void add(std::uint32_t entry, double score) {
    if (found_.size() == kTop && score <= found_.back().score) return;
    const auto same = std::find_if(found_.begin(), found_.end(),
                                   [&](const FoundEntry& f) { return f.entry == entry; });
    if (same != found_.end()) {
      if (score <= same->score) return;
      found_.erase(same);
    } else if (found_.size() == kTop) {
      found_.pop_back();
    }
    // Of equals, the one that was added first stays first.
    const auto place =
        std::upper_bound(found_.begin(), found_.end(), score,
                         [](double value, const FoundEntry& f) { return value > f.score; });
    found_.insert(place, {entry, score});
  }
  std::vector<FoundEntry> take() { return std::move(found_); }

 private:
  std::vector<FoundEntry> found_;
};

std::vector<BirthDate> births_of(const Traveller& traveller) {
  if (!traveller.birth_date.known()) return {};
  return {BirthDate::on(traveller.birth_date)};
}

std::string states_text(const Traveller& traveller) {
  std::string text;
  for (const StateCode& state : traveller.nationalities) {
    text += (text.empty() ? "" : ";") + std::string(state.text());
  }
  return text;
}

std::string sex_letter(Sex sex) {
  switch (sex) {
    case Sex::female:
      return "F";
    case Sex::male:
      return "M";
    case Sex::other:
      return "X";
    case Sex::unknown:
      break;
  }
  return "";
}

}  // namespace

std::vector<FoundEntries> engine_answers(const Screener& screener,
                                         const std::vector<AskedTraveller>& travellers,
                                         unsigned threads, ListedPersons& persons) {
  // Answers carry their evidence as text: no more of them at a time than memory holds easily.
  constexpr std::size_t kBatch = 4096;
  ScreeningOptions options;
  options.top = kTop;
  options.min_score_bp = 0;
  std::vector<FoundEntries> answers(travellers.size());
  for (std::size_t begin = 0; begin < travellers.size(); begin += kBatch) {
    const std::size_t count = std::min(kBatch, travellers.size() - begin);
    std::vector<Traveller> batch;
    for (std::size_t i = 0; i < count; ++i) batch.push_back(travellers[begin + i].traveller);
    std::vector<ScreeningResult> results(count);
    screener.screen_batch(batch, options, threads, results);
    for (std::size_t i = 0; i < count; ++i) {
      FoundEntries& answer = answers[begin + i];
      answer.decision = results[i].decision;
      for (const Candidate& c : results[i].candidates) {
        answer.entries.push_back({persons.number_of(c.list, c.id, c.name), c.score_bp / 10000.0});
      }
    }
  }
  return answers;
}

std::vector<std::string> engine_evidence(const Screener& screener, const Traveller& traveller,
                                         const std::string& list, const std::string& id) {
  ScreeningOptions options;
  options.top = 1000;
  options.min_score_bp = 0;
  const ScreeningResult result = screener.screen(traveller, options);
  for (const Candidate& candidate : result.candidates) {
    if (candidate.list == list && candidate.id == id) return evidence_lines(candidate.evidence);
  }
  return {};
}

BaselineList::BaselineList(const ListedPersons& persons, unsigned threads) : persons_(persons) {
  names_.resize(persons.names().size());
  work_in_chunks(names_.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const ListedPersons::Name& name = persons.names()[i];
      names_[i] = preparer_.prepare(name.text, persons.entries()[name.entry].births);
    }
  });
}

std::vector<FoundEntries> BaselineList::answers(const Baseline& baseline,
                                                const std::vector<AskedTraveller>& travellers,
                                                unsigned threads) const {
  std::vector<FoundEntries> answers(travellers.size());
  work_in_chunks(travellers.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Traveller& traveller = travellers[i].traveller;
      Best best;
      for (const TravellerName& spelling : traveller.names) {
        const PreparedName asked = preparer_.prepare(spelling.full(), births_of(traveller));
        for (std::size_t j = 0; j < names_.size(); ++j) {
          const double score = similarity(baseline, asked, names_[j]);
          if (score > 0) best.add(persons_.names()[j].entry, score);
        }
      }
      answers[i].entries = best.take();
    }
  });
  return answers;
}

Result<std::vector<FoundEntries>> piped_entries(const PipedMatcher& matcher,
                                                const std::vector<AskedTraveller>& travellers,
                                                ListedPersons& persons) {
  std::string input = "id,name,birth_date,sex,nationality\n";
  for (const AskedTraveller& asked : travellers) {
    const Traveller& traveller = asked.traveller;
    input += tool::csv_line({traveller.id, asked.name(), to_string(traveller.birth_date),
                             sex_letter(traveller.sex), states_text(traveller)});
  }
  const Result<std::vector<PipedAnswer>> found = piped_answers(matcher, input, travellers.size());
  if (!found) return tl::unexpected<Error>(found.error());
  std::vector<FoundEntries> answers(travellers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    Best best;
    for (const auto& [id, score] : (*found)[i]) best.add(persons.number_of(id), score);
    answers[i].entries = best.take();
  }
  return answers;
}

}  // namespace darvaza::eval
