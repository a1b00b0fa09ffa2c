// The interactive API answer: CUSRES, whether each passenger of a PAXLST query may board.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/read_travellers.h"
#include "darvaza/screening_result.h"

namespace darvaza {

/// What CUSRES says of one traveller.
struct BoardingStatus {
  std::string code;  ///< ERC 9321, two characters in use: "0Z"
  std::string text;  ///< FTX+AAP, for the check-in agent; may be empty
};

/// The status of each decision. The codes in general use are 0Z, cleared to board, and 1Z, not to
/// board; States have further ones of their own (UN/EDIFACT leaves 9321 open). The texts name no
/// list and no reason: an airline's agent reads them.
struct CusresOptions {
  BoardingStatus clear = {"0Z", "OK TO BOARD"};
  BoardingStatus review = {"1Z", "NO BOARD, CONTACT BORDER AUTHORITY"};
  BoardingStatus hit = {"1Z", "NO BOARD, CONTACT BORDER AUTHORITY"};
  BoardingStatus incomplete = {"1Z", "NO BOARD, DATA INCOMPLETE"};
  /// About the message as a whole (ERP+1) when it may hold passengers who were not read.
  BoardingStatus message_incomplete = {"1Z", "MESSAGE INCOMPLETE, SEND AGAIN"};
  /// Date and time of preparation in UTC, "260115:0900" (UNB S004).
  std::string prepared;
};

/// Writes one CUSRES interchange for each PAXLST message: begin(), add() for each of its
/// travellers, end(). Wire it to ManifestOptions::message_begins and message_ends.
///
/// Sender and recipient change places, references and flights are repeated from the query, and each
/// traveller gets a group ERP+2 with RFF+AVF and RFF+ABO, one ERC and one FTX, in the order of the
/// query (UN/EDIFACT CUSRES D.05B, segment groups 3 and 4). The directory allows 99 groups a
/// message: more travellers are answered in several messages of one interchange, numbered in UNH
/// S010.
///
/// Only Decision::clear gives the status `clear`. When end(false) says that the message may hold
/// more, the last traveller, whose facts may have gone with it, is `incomplete`, and a group ERP+1
/// says so of the message. Holds at most 100 travellers. Not thread-safe.
class CusresWriter {
 public:
  using Write = std::function<void(std::string_view)>;

  /// `write` receives the text in pieces.
  CusresWriter(CusresOptions options, Write write)
      : options_(std::move(options)), write_(std::move(write)) {}

  void begin(const PassengerMessage& message);
  /// `locator` and `reference` are the traveller's (Traveller::locator, ::reference); empty ones
  /// are left out.
  void add(std::string_view locator, std::string_view reference, Decision decision);
  void end(bool whole);

 private:
  struct Answer {
    std::string locator, reference;
    Decision decision;
  };

  const BoardingStatus& status_of(Decision decision) const;
  void write_message(bool last, bool whole);
  void segment(std::string text);
  void flights();
  void answer(const Answer& answer);
  void message_status();

  CusresOptions options_;
  Write write_;
  PassengerMessage query_;
  std::vector<Answer> answers_;  ///< not written yet
  std::uint64_t messages_ = 0;   ///< written of this interchange
  std::uint64_t segments_ = 0;   ///< written of this message
};

}  // namespace darvaza
