#include "eval/perturb/perturb_list.h"

#include <algorithm>

namespace darvaza::perturb {
namespace {

/// FNV-1a: every kind has random numbers of its own, whichever others are asked for.
std::uint64_t stream_of(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// The names that travellers may be known by, the listed order kept.
std::vector<Subject> subjects_of(const WatchlistEntry& entry) {
  const PartialDate born =
      entry.birth_dates.empty() ? PartialDate{} : entry.birth_dates.front().first;
  const bool all_weak =
      std::all_of(entry.names.begin(), entry.names.end(),
                  [](const ListedName& name) { return name.grade == NameGrade::weak; });
  std::vector<Subject> subjects;
  for (const ListedName& name : entry.names) {
    if (name.grade == NameGrade::weak && !all_weak) continue;
    Subject subject = subject_of(name.text, born);
    if (!subject.words.empty()) subjects.push_back(std::move(subject));
  }
  return subjects;
}

template <typename T>
T first_of(const std::vector<T>& facts) {
  return facts.empty() ? T{} : facts.front();
}

VariedTraveller traveller_of(const WatchlistEntry& entry, const Subject& subject) {
  VariedTraveller traveller;
  traveller.list = entry.list;
  traveller.entry = entry.id;
  traveller.name = name_of(subject);
  traveller.birth_date = subject.birth_date;
  traveller.sex = entry.sex;
  traveller.nationality = first_of(entry.nationalities);
  traveller.birth_place = first_of(entry.birth_places);
  traveller.father_name = first_of(entry.father_names);
  return traveller;
}

constexpr auto kSmallerLot = [](const auto& a, const auto& b) {
  return a.lot != b.lot ? a.lot < b.lot : a.number < b.number;
};

}  // namespace

Perturber::Perturber(std::vector<Variation> kinds, std::uint64_t seed, std::size_t per_kind,
                     NotApplied not_applied)
    : seed_(seed), per_kind_(per_kind), not_applied_(std::move(not_applied)) {
  for (Variation& variation : kinds) {
    Kind kind{std::move(variation), 0, {}, {}};
    kind.stream = stream_of(kind.variation.id);
    kind.summary.id = kind.variation.id;
    kind.summary.title = kind.variation.title;
    kinds_.push_back(std::move(kind));
  }
}

void Perturber::add(const WatchlistEntry& entry) {
  ++entries_;
  const std::vector<Subject> subjects = subjects_of(entry);
  for (Kind& kind : kinds_) vary(kind, entry, subjects);
}

void Perturber::vary(Kind& kind, const WatchlistEntry& entry,
                     const std::vector<Subject>& subjects) {
  std::string_view obstacle = "no name";
  for (const Subject& subject : subjects) {
    Random random = Random::of_record(seed_, kind.stream, entries_);
    const std::uint64_t lot = random.next();
    const Varied varied = kind.variation.apply(subject, random);
    if (!varied) {
      // The reason that the entry's main name gives is the one that is told.
      if (&subject == subjects.data()) obstacle = varied.error();
      continue;
    }
    ++kind.summary.applies;
    Kept kept{lot, entries_, traveller_of(entry, *varied)};
    kept.traveller.kind = kind.variation.id;
    kept.traveller.id = kind.variation.id + ':' + std::to_string(entries_);
    keep(kind, std::move(kept));
    return;
  }
  ++kind.summary.obstacles[obstacle];
  if (not_applied_) not_applied_(entry, kind.variation, obstacle);
}

void Perturber::keep(Kind& kind, Kept kept) const {
  kind.kept.push_back(std::move(kept));
  std::push_heap(kind.kept.begin(), kind.kept.end(), kSmallerLot);
  if (kind.kept.size() <= per_kind_) return;
  std::pop_heap(kind.kept.begin(), kind.kept.end(), kSmallerLot);
  kind.kept.pop_back();
}

std::vector<KindSummary> Perturber::summaries() const {
  std::vector<KindSummary> all;
  for (const Kind& kind : kinds_) {
    all.push_back(kind.summary);
    all.back().travellers = kind.kept.size();
  }
  return all;
}

std::vector<VariedTraveller> Perturber::take() {
  std::vector<VariedTraveller> travellers;
  for (Kind& kind : kinds_) {
    std::sort(kind.kept.begin(), kind.kept.end(),
              [](const Kept& a, const Kept& b) { return a.number < b.number; });
    for (Kept& kept : kind.kept) travellers.push_back(std::move(kept.traveller));
    kind.kept.clear();
  }
  return travellers;
}

}  // namespace darvaza::perturb
