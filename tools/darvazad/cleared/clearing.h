// What the decisions "not the same person" do to an answer.
#pragma once

#include <string_view>

#include "answers/answers.h"
#include "api/lists_in_use.h"
#include "cleared/cleared_store.h"
#include "config/settings.h"

namespace darvaza::daemon {

/// A rule silences a candidate when all of this holds:
///
///  - the rule was made by a post of the State whose post asks, and has neither expired nor been
///    withdrawn;
///  - the traveller presents the document of the rule: the same number and issuing State, both
///  stated;
///  - the entry is the rule's, in the very version that was decided upon;
///  - no document of the traveller is the entry's own;
///  - no document of the traveller is reported lost, stolen or revoked: it then vouches for nobody.
///
/// A document hit is never silenced. A silenced candidate does not raise the decision; posts of the
/// second line and those with the role "clear" are shown it, with the rule, others are not.
class Clearing : public AnswerParty {
 public:
  /// All outlive the object.
  Clearing(const ClearedStore& store, const ListsInUse& lists,
           const std::vector<PostSettings>& posts);

  bool revise(const Asking& asking, const Traveller& traveller, ScreeningResult& result) override;

  /// Writes into each candidate that is silenced for posts of `state` by which rule it is. True
  /// when there is one.
  bool mark(const ListsInUse::Version& lists, StateCode state, const Traveller& traveller,
            ScreeningResult& result) const;

 private:
  std::vector<ClearedRule> rules_for(const Post& post, const Traveller& traveller) const;
  bool mark(const ListsInUse::Version& lists, const std::vector<ClearedRule>& rules,
            ScreeningResult& result) const;
  bool may_know(const Asking& asking) const;

  const ClearedStore& store_;
  const ListsInUse& lists_;
  const std::vector<PostSettings>& posts_;
};

}  // namespace darvaza::daemon
