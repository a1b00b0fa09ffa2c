// Listed persons in, travellers out who are those persons under another spelling or birth date.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "eval/perturb/variation.h"

namespace darvaza::perturb {

struct VariedTraveller {
  std::string id;  ///< the kind and the running number of the entry: "typing-qwerty:17"
  std::string list, entry;
  std::string kind;  ///< Variation::id
  std::string name;
  PartialDate birth_date;
  Sex sex = Sex::unknown;
  StateCode nationality;
  std::string birth_place, father_name;
};

/// What became of all entries under one variation: `travellers` of the `applies` were written; the
/// others, and why it does not apply to them, are in `obstacles`. applies + all obstacles =
/// entries.
struct KindSummary {
  std::string id, title;
  std::uint64_t applies = 0;
  std::uint64_t travellers = 0;
  std::map<std::string_view, std::uint64_t> obstacles;
};

/// Takes entries one by one and keeps, of those to which a variation applies, as many travellers as
/// are wanted. Which ones follows from the seed, the variation's id and the number of the entry
/// alone. Memory is that of the travellers kept; time is that of trying every variation on every
/// entry. Not thread-safe.
class Perturber {
 public:
  /// Told of every entry to which a variation does not apply; may be empty.
  using NotApplied =
      std::function<void(const WatchlistEntry&, const Variation&, std::string_view why)>;

  Perturber(std::vector<Variation> kinds, std::uint64_t seed, std::size_t per_kind,
            NotApplied not_applied = {});

  /// Of the entry's names the first that a variation changes is taken; weak aliases only if it has
  /// no other names.
  void add(const WatchlistEntry& entry);

  std::uint64_t entries() const { return entries_; }
  std::vector<KindSummary> summaries() const;
  /// By kind, then in the order of the list. The perturber is empty afterwards.
  std::vector<VariedTraveller> take();

 private:
  struct Kept {
    std::uint64_t lot, number;  ///< the smallest lots are kept
    VariedTraveller traveller;
  };
  struct Kind {
    Variation variation;
    std::uint64_t stream;
    KindSummary summary;
    std::vector<Kept> kept;  ///< a heap, the largest lot first
  };
  void vary(Kind& kind, const WatchlistEntry& entry, const std::vector<Subject>& subjects);
  void keep(Kind& kind, Kept kept) const;

  std::vector<Kind> kinds_;
  std::uint64_t seed_;
  std::size_t per_kind_;
  NotApplied not_applied_;
  std::uint64_t entries_ = 0;
};

}  // namespace darvaza::perturb
