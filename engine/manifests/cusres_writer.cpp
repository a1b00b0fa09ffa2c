#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "darvaza/cusres.h"
#include "manifests/paxlst_codes.h"
#include "manifests/trim.h"

namespace darvaza {
namespace {

using manifests::is_digit;

/// Segment group 4 may occur 99 times, one of which the message itself may need.
constexpr std::size_t kMostAnswers = 98;
/// Segment group 3 holds the transaction and each flight; more legs than a journey has are left
/// out.
constexpr std::size_t kMostFlights = 20;

/// A component: service characters released, control characters and line ends left out.
std::string component(std::string_view text, std::size_t most = 70) {
  std::string out;
  std::size_t used = 0;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || used++ >= most) continue;
    if (c == '+' || c == ':' || c == '\'' || c == '?') out += '?';
    out += c;
  }
  return out;
}

std::string party(const PassengerMessage::Party& party) {
  const std::string id = component(party.id);
  return party.qualifier.empty() ? id : id + ':' + component(party.qualifier);
}

/// "2026-01-15T15:40" as "2601151540:201", "2026-01-15" as "260115:101"; empty for anything else.
std::string moment(std::string_view iso) {
  std::string digits;
  for (const char c : iso) {
    if (is_digit(c)) digits += c;
  }
  if (digits.size() != 12 && digits.size() != 8) return {};
  return digits.substr(2) + (digits.size() == 12 ? ":201" : ":101");
}

std::string or_else(const std::string& text, std::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : component(text);
}

}  // namespace

void CusresWriter::begin(const PassengerMessage& message) {
  query_ = message;
  answers_.clear();
  messages_ = 0;
  const auto& q = query_;
  write_(fmt::format("UNB+{}:{}+{}+{}+{}+{}", or_else(q.syntax, "UNOA"),
                     or_else(q.syntax_version, "4"), party(q.recipient), party(q.sender),
                     options_.prepared, component(q.interchange_reference)));
  write_(q.application.empty() ? "'\n" : "++" + component(q.application) + "'\n");
  if (!q.grouped) return;
  write_(fmt::format("UNG+CUSRES+{}+{}+{}+{}+{}+{}:{}'\n", party(q.group_recipient),
                     party(q.group_sender), options_.prepared, component(q.group_reference),
                     or_else(q.agency, "UN"), or_else(q.version, "D"), or_else(q.release, "05B")));
}

void CusresWriter::add(std::string_view locator, std::string_view reference, Decision decision) {
  if (answers_.size() == kMostAnswers) write_message(false, true);
  answers_.push_back({std::string(locator), std::string(reference), decision});
}

void CusresWriter::end(bool whole) {
  if (!whole && !answers_.empty()) answers_.back().decision = Decision::incomplete;
  write_message(true, whole);
  if (query_.grouped) {
    write_(fmt::format("UNE+{}+{}'\n", messages_, component(query_.group_reference)));
  }
  write_(fmt::format("UNZ+{}+{}'\n", query_.grouped ? 1 : messages_,
                     component(query_.interchange_reference)));
}

const BoardingStatus& CusresWriter::status_of(Decision decision) const {
  switch (decision) {
    case Decision::clear:
      return options_.clear;
    case Decision::review:
      return options_.review;
    case Decision::hit:
      return options_.hit;
    case Decision::incomplete:
      break;
  }
  return options_.incomplete;
}

void CusresWriter::segment(std::string text) {
  ++segments_;
  write_(text += "'\n");
}

void CusresWriter::write_message(bool last, bool whole) {
  ++messages_;
  segments_ = 0;
  // 0062 is an..14: the number of a later part must fit behind the query's reference.
  const std::string reference =
      messages_ == 1 ? component(query_.reference)
                     : component(query_.reference, 10) + fmt::format("{:04}", messages_);
  std::string header =
      fmt::format("UNH+{}+CUSRES:{}:{}:{}", reference, or_else(query_.version, "D"),
                  or_else(query_.release, "05B"), or_else(query_.agency, "UN"));
  if (!query_.association.empty()) header += ':' + component(query_.association);
  const bool parts = messages_ > 1 || !last;
  if (!query_.access_reference.empty() || parts) {
    header += '+' + component(query_.access_reference);
    if (parts) {
      header += fmt::format("+{:02}{}", messages_, messages_ == 1 ? ":C" : last ? ":F" : "");
    }
  }
  segment(std::move(header));
  segment("BGM+962");
  if (!query_.transaction.empty()) segment("RFF+TN:" + component(query_.transaction));
  flights();
  if (last && (!whole || (messages_ == 1 && answers_.empty()))) message_status();
  for (const Answer& each : answers_) answer(each);
  answers_.clear();
  segment(fmt::format("UNT+{}+{}", segments_ + 1, reference));
}

void CusresWriter::flights() {
  const std::size_t count = std::min(query_.legs.size(), kMostFlights);
  for (std::size_t i = 0; i < count; ++i) {
    const PassengerMessage::Leg& stated = query_.legs[i];
    segment("RFF+AF:" + component(stated.flight));
    const std::string departs = moment(stated.leg.departs), arrives = moment(stated.leg.arrives);
    if (!departs.empty()) segment(fmt::format("DTM+{}:{}", manifests::kDeparture, departs));
    if (!arrives.empty()) segment(fmt::format("DTM+{}:{}", manifests::kArrival, arrives));
    if (!stated.leg.from.empty()) {
      segment("LOC+" + or_else(stated.from_code, "125") + '+' + component(stated.leg.from));
    }
    if (!stated.leg.to.empty()) {
      segment("LOC+" + or_else(stated.to_code, "87") + '+' + component(stated.leg.to));
    }
  }
}

void CusresWriter::message_status() {
  segment("ERP+1");
  segment("ERC+" + component(options_.message_incomplete.code));
  if (!options_.message_incomplete.text.empty()) {
    segment("FTX+AAP+++" + component(options_.message_incomplete.text, 512));
  }
}

void CusresWriter::answer(const Answer& answer) {
  segment("ERP+2");
  if (!answer.locator.empty()) segment("RFF+AVF:" + component(answer.locator));
  if (!answer.reference.empty()) segment("RFF+ABO:" + component(answer.reference));
  const BoardingStatus& status = status_of(answer.decision);
  segment("ERC+" + component(status.code));
  if (!status.text.empty()) segment("FTX+AAP+++" + component(status.text, 512));
}

}  // namespace darvaza
