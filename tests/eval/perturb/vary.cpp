#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

Varied apply(const std::string& kind, const Subject& subject, std::uint64_t seed) {
  const std::string asked[] = {kind};
  Random random(seed);
  return choose_variations(asked)->at(0).apply(subject, random);
}

}  // namespace

std::string vary(const std::string& kind, const std::string& name, std::uint64_t seed) {
  const Varied varied = apply(kind, subject_of(name, {}), seed);
  return varied ? name_of(*varied) : "- " + std::string(varied.error());
}

std::string vary_date(const std::string& kind, PartialDate date, std::uint64_t seed) {
  const Varied varied = apply(kind, subject_of("Nilufar Sangin", date), seed);
  return varied ? to_string(varied->birth_date) : "- " + std::string(varied.error());
}

std::set<std::string> all_varied(const std::string& kind, const std::string& name) {
  std::set<std::string> all;
  for (std::uint64_t seed = 0; seed < 400; ++seed) all.insert(vary(kind, name, seed));
  return all;
}

}  // namespace darvaza::perturb
