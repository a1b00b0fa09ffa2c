#include "api/batches.h"

#include <istream>
#include <optional>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "answering/cusres_answers.h"
#include "api/body_stream.h"
#include "api/flight_answers.h"
#include "darvaza/read_travellers.h"
#include "http/problem.h"
#include "records/today.h"
#include "work/slice_screener.h"

namespace darvaza::daemon {
namespace {

constexpr std::size_t kAnswerPiece = 32 * 1024;

Response head_of_answers(std::string content_type, const ListsInUse::Version& lists) {
  Response head;
  head.content_type = std::move(content_type);
  head.headers.emplace_back("Darvaza-Index", lists.digest);
  return head;
}

void write_whole(Exchange& exchange, const Response& response) {
  exchange.write(response, response.body);
}

/// Lines of answers, sent in pieces of some size.
class AnswerLines {
 public:
  AnswerLines(Exchange& exchange, Response head) : exchange_(exchange), head_(std::move(head)) {}

  void add(std::string_view line) {
    text_.reserve(text_.size() + line.size() + 1);  // a line is added whole, or not at all
    text_ += line;
    text_ += '\n';
    if (text_.size() >= kAnswerPiece) send();
  }
  void send() {
    if (text_.empty()) return;
    sent_ = true;
    exchange_.write(head_, std::exchange(text_, {}));
  }
  bool any() const { return sent_ || !text_.empty(); }

 private:
  Exchange& exchange_;
  Response head_;
  std::string text_;
  bool sent_ = false;
};

/// Reads the whole body as one passenger list.
struct ManifestRun {
  ManifestOptions options;
  std::function<void(Traveller&&)> traveller;
  BodyBuffer& body;

  Result<ManifestSummary> read() {
    std::istream in(&body);
    return read_travellers(in, "body", options, traveller);
  }
};

/// What keeps a manifest from being answered: too large, refused, or broken off on its way.
bool refuse(const Result<ManifestSummary>& summary, const BodyBuffer& body, Exchange& exchange) {
  if (body.too_large()) {
    write_whole(exchange, problem(413, "the body is larger than this daemon accepts"));
    return true;
  }
  if (!exchange.whole()) {
    write_whole(exchange, problem(400, "the body broke off or did not arrive in time"));
    return true;
  }
  if (summary) return false;
  write_whole(exchange, problem(summary.error()));
  return true;
}

void answer_by_flight(const BatchQuestion& question, ManifestOptions options, Exchange& exchange) {
  FlightAnswers answers;
  SliceScreener slices(question.queue, question.answers, question.asking,
                       [&](const Traveller& traveller, const Answer& answer) {
                         answers.add(traveller, answer.result.decision, answer.text);
                       });
  BodyBuffer body(exchange, question.body_limit);
  ManifestRun run{std::move(options), [&](Traveller&& one) { slices.add(std::move(one)); }, body};
  const auto summary = run.read();
  if (refuse(summary, body, exchange)) return;
  slices.flush();
  Response response = head_of_answers("application/json", question.asking.lists);
  response.body = answers.json(*summary) + '\n';
  write_whole(exchange, response);
}

void answer_cusres(const BatchQuestion& question, ManifestOptions options, Exchange& exchange) {
  Response response = head_of_answers("application/edifact", question.asking.lists);
  tool::CusresAnswers answers([&](std::string_view text) { response.body += text; });
  SliceScreener slices(question.queue, question.answers, question.asking,
                       [&](const Traveller& traveller, const Answer& answer) {
                         answers.add(traveller, answer.result);
                       });
  options.message_begins = [&](const PassengerMessage& message) {
    slices.flush();
    answers.begin(message);
  };
  options.message_ends = [&](bool whole) {
    slices.flush();
    answers.end(whole);
  };
  BodyBuffer body(exchange, question.body_limit);
  ManifestRun run{std::move(options), [&](Traveller&& one) { slices.add(std::move(one)); }, body};
  const auto summary = run.read();
  if (refuse(summary, body, exchange)) return;
  slices.flush();
  if (const auto unanswered = answers.take_unanswered(); unanswered > 0 || response.body.empty()) {
    return write_whole(exchange,
                       field_problem(422, "answer",
                                     fmt::format("{} travellers stand in no PAXLST message: there "
                                                 "is no CUSRES answer to them",
                                                 unanswered)));
  }
  write_whole(exchange, response);
}

/// Answers lines while they come. What kept the rest from being read or answered; nothing where nothing did.
std::optional<Response> answer_lines(const BatchQuestion& question, Exchange& exchange, AnswerLines& lines) {
  SliceScreener slices(question.queue, question.answers, question.asking,
                       [&](const Traveller&, const Answer& answer) { lines.add(answer.text); });
  BodyBuffer body(exchange, 0, [&] {
    slices.flush();
    lines.send();
  });
  ManifestRun run{{ManifestFormat::jsonl, records::this_year()},
                  [&](Traveller&& one) { slices.add(std::move(one)); },
                  body};
  const auto summary = run.read();
  slices.flush();
  if (!exchange.whole())
    return problem(400, "the body broke off or did not arrive in time: lines may be missing");
  if (!summary) return problem(summary.error());
  if (!summary->complete)
    return problem(422, "the body could not be read to its end: travellers may be missing");
  return std::nullopt;
}

}  // namespace

void screen_batch(const BatchQuestion& question, Exchange& exchange) {
  AnswerLines lines(exchange, head_of_answers("application/x-ndjson", question.asking.lists));
  std::optional<Response> fault;
  try {
    fault = answer_lines(question, exchange, lines);
  } catch (...) {
    fault = problem(500, "the batch could not be answered to its end: the rest of the travellers have no answer");
  }
  if (fault && !lines.any()) return write_whole(exchange, *fault);
  if (fault) lines.add(std::string_view(fault->body).substr(0, fault->body.size() - 1));
  lines.send();
}

void screen_manifest(const BatchQuestion& question, Exchange& exchange) {
  const auto format = parse_manifest_format(question.head.parameter("format").value_or("auto"));
  if (!format) return write_whole(exchange, field_problem(400, "format", format.error().message));
  const std::string_view answer = question.head.parameter("answer").value_or("json");
  if (answer != "json" && answer != "cusres") {
    return write_whole(exchange, field_problem(400, "answer", "expected json or cusres"));
  }
  const auto respond = answer == "json" ? answer_by_flight : answer_cusres;
  try {
    respond(question, {*format, records::this_year()}, exchange);
  } catch (...) {
    write_whole(exchange, problem(500, "the list could not be answered: nobody on it has an answer"));
  }
}

}  // namespace darvaza::daemon
