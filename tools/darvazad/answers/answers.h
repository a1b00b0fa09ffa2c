// Every answer about a traveller is formed here, whichever way it was asked for, and told to all
// who must know of it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/lists_in_use.h"
#include "darvaza/screener.h"
#include "http/message.h"

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
  bool by_documents = false;  ///< the documents alone decide (tool::decide_by_documents)

  /// Names the lists that answer, and settles the day by them: entries are shown by it, and the audit log keeps it.
  void ask(ListsInUse::Version version) {
    lists = std::move(version);
    options.post = lists.screener->with_known_day(options.post);
  }
};

/// An answer and its JSON, without a line end.
struct Answer {
  ScreeningResult result;
  std::string text;
  std::string found;  ///< the JSON before parties revised the result; empty where none did
};

/// Somebody who has to do with every answer. The first three calls come from many threads at once,
/// before the answer is sent, of each traveller `revise` first; they must return in microseconds,
/// take as long whatever was found, and not throw.
class AnswerParty {
 public:
  virtual ~AnswerParty() = default;
  /// May change what was found, decision included, before anybody is told. True when it did.
  virtual bool revise(const Asking& /*asking*/, const Traveller& /*traveller*/,
                      ScreeningResult& /*result*/) {
    return false;
  }
  /// The answer as it will be sent, but for what produced it. Its shape may be another (CUSRES,
  /// yente's), and the client may be gone.
  virtual void told(const Asking& /*asking*/, const Traveller& /*traveller*/,
                    const Answer& /*answer*/) {}
  /// A listed person was asked for by list and identifier, and shown, or not.
  virtual void entry_told(const Asking& /*asking*/, std::string_view /*list*/,
                          std::string_view /*id*/, bool /*shown*/) {}
  /// Calls `then`, at once or later on any thread, when what was told so far is kept; with false
  /// when no answer may be sent.
  virtual void when_kept(std::function<void(bool)> then) { then(true); }
  /// Whether no answer may be sent at this moment: questions are then refused at once.
  virtual bool refuses() const { return false; }
  /// What is to be counted, in the text format of Prometheus.
  virtual std::string metrics() const { return {}; }
};

/// 503: what the answer would be cannot be kept.
Response unkept_answer();

/// Thread-safe once all parties have joined.
class Answers {
 public:
  /// Before the first question. `party` outlives the object. Parties are called in the order in
  /// which they joined: those who revise before those who are only told.
  void join(AnswerParty& party) { parties_.push_back(&party); }

  /// Screens the traveller, lets the parties revise what was found, tells them, and adds to the
  /// text what produced it (`produced_by`, docs/json.md).
  Answer form(const Asking& asking, const Traveller& traveller) const;

  /// See AnswerParty; of all parties.
  void entry_told(const Asking& asking, std::string_view list, std::string_view id,
                  bool shown) const;
  void when_kept(std::function<void(bool)> then) const { when_kept(0, std::move(then)); }
  bool refuse() const;
  std::string metrics() const;

 private:
  /// What produced an answer, told alike of all that are asked alike of the same lists.
  struct Production {
    std::string settings;  ///< as audit::to_json tells them
    std::string lists;     ///< their digest
    std::string member;    ///< of the answer, with what ends it
  };

  void when_kept(std::size_t party, std::function<void(bool)> then) const;
  std::shared_ptr<const Production> production_of(const Asking& asking) const;

  std::vector<AnswerParty*> parties_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const Production> latest_;
};

}  // namespace darvaza::daemon
