// Every answer about a traveller is formed here, whichever way it was asked for, and told to all
// who must know of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/lists_in_use.h"
#include "darvaza/screener.h"

namespace darvaza::daemon {

/// Who asks: a post of the configuration, or nobody known where none are configured.
struct Asker {
  std::string post;     ///< its name; empty where no posts are configured
  std::string purpose;  ///< one of the post's purposes; empty where it has none
};

/// What all travellers of one request have in common. Whoever needs it later copies it.
struct Asking {
  std::string_view route;  ///< "/v1/screen", "/match/*"; static storage
  Asker asker;
  ScreeningOptions options;   ///< `post` is the asker's State, line and day
  ListsInUse::Version lists;  ///< that answer
};

/// An answer and its JSON, without a line end.
struct Answer {
  ScreeningResult result;
  std::string text;
};

/// Somebody who has to do with every answer. Both calls come from many threads at once, before the
/// answer is sent, for each traveller `revise` first; they must return in microseconds, take as
/// long whatever was found, and not throw.
class AnswerParty {
 public:
  virtual ~AnswerParty() = default;
  /// May change what was found, decision included, before anybody is told. True when it did.
  virtual bool revise(const Asking& /*asking*/, const Traveller& /*traveller*/,
                      ScreeningResult& /*result*/) {
    return false;
  }
  /// The answer as it will be sent. Its shape may be another (CUSRES, yente's), and the client may
  /// be gone.
  virtual void told(const Asking& /*asking*/, const Traveller& /*traveller*/,
                    const Answer& /*answer*/) {}
};

/// Thread-safe once all parties have joined.
class Answers {
 public:
  /// Before the first question. `party` outlives the object. Parties are called in the order in
  /// which they joined: those who revise before those who are only told.
  void join(AnswerParty& party) { parties_.push_back(&party); }

  /// Screens the traveller, lets the parties revise what was found, and tells them. `decide`, where
  /// given, changes what was found before they see it: what the request asks is then something
  /// else than whether the traveller is listed.
  Answer form(const Asking& asking, const Traveller& traveller,
              void (*decide)(ScreeningResult&) = nullptr) const;

 private:
  std::vector<AnswerParty*> parties_;
};

}  // namespace darvaza::daemon
