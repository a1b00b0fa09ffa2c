#include "generate/vocabulary.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace darvaza::generate {
namespace {

/// Flattens the head, so that the commonest of 200,000 surnames has half a percent of the people.
constexpr std::uint64_t kFlat = 20;
/// Of 1,000 given names: Muhammad and Ali by name, then the other common ones; the rest is
/// composed. They also stand as second and fathers' names, so that each is in more than 2 % of all
/// names.
constexpr std::uint64_t kMuhammad = 45, kAli = 40, kCommon = 450;

std::vector<std::uint32_t> shuffled(std::size_t count, std::uint64_t seed) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  Random random(seed);
  for (std::size_t i = count; i > 1; --i) {
    std::swap(order[i - 1], order[static_cast<std::size_t>(random.below(i))]);
  }
  return order;
}

/// Takes the place in a table of `parts` out of a combination's number.
std::size_t take_place(std::uint32_t& number, std::span<const NamePart> parts) {
  const std::size_t place = number % parts.size();
  number /= static_cast<std::uint32_t>(parts.size());
  return place;
}

}  // namespace

std::string Word::in(Script script) const {
  std::string text;
  for (const NamePart* part : parts) {
    if (part != nullptr) text += part->in(script);
  }
  return text;
}

ZipfRanks::ZipfRanks(std::size_t count) {
  constexpr std::uint64_t kScale = std::uint64_t{1} << 40;
  cumulative_.reserve(count);
  std::uint64_t sum = 0;
  for (std::uint64_t rank = 0; rank < count; ++rank) {
    sum += kScale / (rank + kFlat);
    cumulative_.push_back(sum);
  }
}

std::size_t ZipfRanks::draw(Random& random) const {
  const std::uint64_t drawn = random.below(cumulative_.back());
  const auto rank = std::upper_bound(cumulative_.begin(), cumulative_.end(), drawn);
  return static_cast<std::size_t>(rank - cumulative_.begin());
}

Vocabulary::Vocabulary(std::uint64_t seed)
    : given_(shuffled(roots().size() * given_endings().size(), seed + 1)),
      surnames_(shuffled(roots().size() * middles().size() * surname_endings().size(), seed + 2)),
      common_ranks_(common_given_names().size()),
      given_ranks_(given_.size()),
      surname_ranks_(surnames_.size()) {}

Word Vocabulary::given_name(Random& random) const {
  const std::uint64_t drawn = random.below(1000);
  const auto common = common_given_names();
  if (drawn < kMuhammad) return {{&common[0]}};
  if (drawn < kMuhammad + kAli) return {{&common[1]}};
  if (drawn < kCommon) return {{&common[common_ranks_.draw(random)]}};
  std::uint32_t number = given_[given_ranks_.draw(random)];
  const NamePart& root = roots()[take_place(number, roots())];
  return {{&root, &given_endings()[take_place(number, given_endings())]}};
}

Word Vocabulary::surname(Random& random, bool feminine) const {
  std::uint32_t number = surnames_[surname_ranks_.draw(random)];
  const NamePart& root = roots()[take_place(number, roots())];
  const NamePart& middle = middles()[take_place(number, middles())];
  const std::size_t ending = take_place(number, surname_endings());
  const bool has_feminine = feminine && ending < feminine_surname_endings().size();
  return {{&root, &middle,
           has_feminine ? &feminine_surname_endings()[ending] : &surname_endings()[ending]}};
}

}  // namespace darvaza::generate
