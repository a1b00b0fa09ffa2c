#include "answering/cusres_answers.h"

#include <chrono>
#include <ctime>
#include <string>

#include <fmt/chrono.h>

namespace darvaza::tool {
namespace {

CusresOptions options_now() {
  CusresOptions options;
  options.prepared = fmt::format("{:%y%m%d:%H%M}", fmt::gmtime(std::time(nullptr)));
  return options;
}

}  // namespace

CusresAnswers::CusresAnswers(CusresWriter::Write write)
    : writer_(options_now(), std::move(write)) {}

void CusresAnswers::begin(const PassengerMessage& message) {
  in_message_ = true;
  writer_.begin(message);
}

void CusresAnswers::add(const Traveller& traveller, const ScreeningResult& answer) {
  if (!in_message_) {
    ++unanswered_;
    return;
  }
  writer_.add(traveller.locator, traveller.reference, answer.decision);
}

void CusresAnswers::end(bool whole) {
  writer_.end(whole);
  in_message_ = false;
}

}  // namespace darvaza::tool
