#include "eval/perturb/variation.h"

#include <algorithm>

#include "eval/perturb/families.h"

namespace darvaza::perturb {
namespace {

std::vector<Variation> make_all() {
  std::vector<Variation> all;
  for (auto* family : {unchanged, romanisations, nativisations, zones, spellings, typing_slips,
                       ocr_slips, word_changes, date_slips}) {
    for (Variation& variation : family()) all.push_back(std::move(variation));
  }
  return all;
}

const Variation* find(std::string_view id) {
  const auto& all = variations();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Variation& v) { return v.id == id; });
  return found == all.end() ? nullptr : &*found;
}

tl::unexpected<Error> unknown(const std::string& word) {
  return fail(ErrorCode::usage, "no variation or family is called " + word +
                                    "; see darvaza eval perturb --list-kinds");
}

/// `chain` is the whole chain and `at` where its next id begins.
Result<std::vector<const Variation*>> links_of(const std::string& chain) {
  std::vector<const Variation*> links;
  for (std::size_t at = 0; at <= chain.size();) {
    const std::size_t end = std::min(chain.find('+', at), chain.size());
    const Variation* link = find(std::string_view(chain).substr(at, end - at));
    if (link == nullptr) return unknown(chain);
    links.push_back(link);
    at = end + 1;
  }
  return links;
}

Variation chained(const std::string& id, std::vector<const Variation*> links) {
  std::string title;
  for (const Variation* link : links) title += (title.empty() ? "" : ", then ") + link->title;
  return {id, title, [links = std::move(links)](const Subject& subject, Random& random) {
            Varied result = subject;
            for (const Variation* link : links) {
              result = link->apply(*result, random);
              if (!result) return result;
            }
            return result;
          }};
}

}  // namespace

const std::vector<Variation>& variations() {
  static const std::vector<Variation> all = make_all();
  return all;
}

std::string_view family_of(std::string_view id) { return id.substr(0, id.find('-')); }

Result<std::vector<Variation>> choose_variations(std::span<const std::string> asked) {
  const auto& all = variations();
  std::vector<bool> chosen(all.size());
  std::vector<Variation> chains;
  for (const std::string& word : asked) {
    if (word.find('+') != std::string::npos) {
      auto links = links_of(word);
      if (!links) return tl::unexpected(links.error());
      const auto same = [&](const Variation& chain) { return chain.id == word; };
      if (std::none_of(chains.begin(), chains.end(), same))
        chains.push_back(chained(word, std::move(*links)));
      continue;
    }
    bool known = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (word != "all" && word != all[i].id && word != family_of(all[i].id)) continue;
      chosen[i] = known = true;
    }
    if (!known) return unknown(word);
  }
  std::vector<Variation> result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (chosen[i]) result.push_back(all[i]);
  }
  result.insert(result.end(), chains.begin(), chains.end());
  return result;
}

}  // namespace darvaza::perturb
