// An open index, and screening against it.
#include "darvaza/screener.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "border.h"
#include "darvaza.h"
#include "darvaza/live_screener.h"
#include "darvaza/state_code.h"
#include "given.h"
#include "given_traveller.h"
#include "records/term_rules.h"
#include "results.h"
#include "shown.h"

using namespace darvaza::c;
using darvaza::Result;
using darvaza::Screener;
using darvaza::ScreeningOptions;
using darvaza::Traveller;

namespace {

struct Log {
  darvaza_log_sink sink = nullptr;
  void* user = nullptr;

  void write(darvaza_log_level level, const std::string& message) const {
    if (sink != nullptr) sink(user, level, message.c_str(), message.size());
  }
  void serving(const Screener& screener, const std::string& path) const {
    if (sink == nullptr) return;
    const darvaza::IndexDescription index = screener.describe();
    write(DARVAZA_LOG_INFO,
          fmt::format("{}: serves now: {} entries, {} names, {} lost documents, digest {}", path,
                      index.entries, index.names, index.lost_documents, index.digest));
  }
  void refused(const darvaza::Error& error, const char* consequence) const {
    write(DARVAZA_LOG_ERROR, fmt::format("{}: {}", to_string(error), consequence));
  }
};

/// Longer than anybody waits, and short enough to be added to a time.
constexpr std::uint64_t kLongestLimitUs = 1'000'000'000'000'000;

/// How to screen one call's travellers, from its begin on.
struct Settings {
  ScreeningOptions options;
  unsigned threads = 0;
};

/// An unknown State must not become "whoever keeps the lists", nor half a day "no day": both would
/// see more than they may.
darvaza::Post read_post(GivenReader& reader, const darvaza_screening_options& given,
                        const Place& at) {
  darvaza::Post post;
  const Place state_place{&at, "state"};
  const std::string state = reader.text(given.state, state_place);
  if (!state.empty()) {
    const auto code = darvaza::state_named(state);
    if (code) {
      post.state = *code;
    } else {
      reader.refuse(state_place, DARVAZA_INVALID_ARGUMENT, "names no State that is known");
    }
  }
  const Place today_place{&at, "today"};
  post.today = reader.date(given.today, today_place);
  const bool is_part = given.today.year == 0 && (given.today.month != 0 || given.today.day != 0);
  if (is_part || (post.today.known() && !post.today.full())) {
    reader.refuse(today_place, DARVAZA_INVALID_ARGUMENT, "lacks its year, month or day");
  }
  if (!darvaza::records::is_calendar_day(post.today)) {
    reader.refuse(today_place, DARVAZA_INVALID_ARGUMENT, "is before 1900: expected a day of the Gregorian calendar");
  }
  const Place clock_place{&at, "today_by_clock"};
  post.today_by_clock = reader.flag(given.today_by_clock, clock_place);
  if (post.today_by_clock && !post.today.known()) {
    reader.refuse(clock_place, DARVAZA_INVALID_ARGUMENT, "is set without a day in today");
  }
  const darvaza_line line =
      reader.number(given.line, DARVAZA_LINE_SECOND, DARVAZA_LINE_FIRST, {&at, "line"});
  post.line = line == DARVAZA_LINE_FIRST ? darvaza::Line::first : darvaza::Line::second;
  return post;
}

Settings read_settings(GivenReader& reader, const darvaza_screening_options* given) {
  Settings settings;
  if (given == nullptr) return settings;
  const Place at{nullptr, "options"};
  darvaza_screening_options copy;
  const darvaza_screening_options* const read = reader.structure(given, at, copy);
  if (read == nullptr) return settings;
  constexpr std::int64_t kWhole = 10000;
  ScreeningOptions& options = settings.options;
  options.top = reader.number(read->top, 1, DARVAZA_MAX_TOP, {&at, "top"});
  options.min_score_bp = reader.number(read->min_score_bp, 0, kWhole, {&at, "min_score_bp"});
  options.review_score_bp =
      reader.number(read->review_score_bp, 0, kWhole, {&at, "review_score_bp"});
  options.hit_score_bp = reader.number(read->hit_score_bp, 0, kWhole, {&at, "hit_score_bp"});
  if (options.hit_score_bp < options.review_score_bp) {
    reader.refuse({&at, "hit_score_bp"}, DARVAZA_INVALID_ARGUMENT,
                  fmt::format("is {}; expected it not below review_score_bp, which is {}",
                              options.hit_score_bp, options.review_score_bp));
  }
  options.exhaustive = reader.flag(read->exhaustive, {&at, "exhaustive"});
  options.near_documents = reader.flag(read->near_documents, {&at, "near_documents"});
  if (read->time_limit_us != 0) {
    options.deadline = std::chrono::steady_clock::now() +
                       std::chrono::microseconds(std::min(read->time_limit_us, kLongestLimitUs));
  }
  options.post = read_post(reader, *read, at);
  settings.threads = reader.number(read->threads, 0, DARVAZA_MAX_THREADS, {&at, "threads"});
  reader.reserved(read->reserved, {&at, "reserved"});
  reader.reserved(read->reserved2, {&at, "reserved2"});
  return settings;
}

}  // namespace

struct darvaza_screener {
  darvaza_screener(Screener&& opened, const Log& sink) : live(std::move(opened)), log(sink) {}

  darvaza::LiveScreener live;
  const Log log;
};

struct darvaza_description {
  explicit darvaza_description(darvaza::IndexDescription&& given) : description(std::move(given)) {
    fields.struct_size = sizeof fields;
    fields.format_version = description.format_version;
    fields.bytes = description.bytes;
    fields.entries = description.entries;
    fields.names = description.names;
    fields.tokens = description.tokens;
    fields.lost_documents = description.lost_documents;
    fields.person_documents = description.person_documents;
    fields.digest = text_of(description.digest);
    fields.tables_fingerprint = text_of(description.tables_fingerprint);
    fields.sources = show_texts(description.sources, arena,
                                [](const std::string& source) { return std::string_view(source); });
    fields.sources_count = description.sources.size();
  }
  darvaza_description(const darvaza_description&) = delete;
  darvaza_description& operator=(const darvaza_description&) = delete;

  const darvaza::IndexDescription description;
  Arena arena;
  darvaza_description_fields fields{};
};

namespace {

/// Screens the travellers whom `read` makes of what the call gave, against the index that serves
/// when it begins.
template <typename Read>
darvaza_status screen(const darvaza_screener* screener, const darvaza_screening_options* options,
                      darvaza_results** results, darvaza_error** error, Read read) {
  return giving(results, error, [&](auto give) -> Outcome {
    if (auto there = required(screener, "screener"); !there) return there;
    GivenReader reader;
    const Settings settings = read_settings(reader, options);
    const std::vector<Traveller> travellers = read(reader);
    if (reader.failure()) return std::move(reader).outcome();
    std::vector<darvaza::ScreeningResult> answers(travellers.size());
    const auto index = screener->live.current();
    index->screen_batch(travellers, settings.options, settings.threads, answers);
    return give(std::move(answers));
  });
}

}  // namespace

extern "C" {

darvaza_status darvaza_screener_open(const char* path, size_t path_size,
                                     const darvaza_open_options* options,
                                     darvaza_screener** screener, darvaza_error** error) {
  return giving(screener, error, [&](auto give) -> Outcome {
    auto file = given_path(path, path_size, "path");
    if (!file) return tl::unexpected(std::move(file.error()));
    Log log;
    if (options != nullptr) {
      GivenReader reader;
      darvaza_open_options copy;
      const darvaza_open_options* const read =
          reader.structure(options, {nullptr, "options"}, copy);
      if (read == nullptr) return std::move(reader).outcome();
      log = {read->log, read->user};
    }
    Result<Screener> opened = Screener::open(*file);
    if (!opened) {
      log.refused(opened.error(), "nothing is served");
      return failed(opened.error());
    }
    log.serving(*opened, *file);
    return give(std::move(*opened), log);
  });
}

void darvaza_screener_free(darvaza_screener* screener) { delete screener; }

darvaza_status darvaza_screener_swap(const darvaza_screener* screener, const char* path,
                                     size_t path_size, darvaza_error** error) {
  return guarded(error, [&]() -> Outcome {
    if (auto there = required(screener, "screener"); !there) return there;
    auto file = given_path(path, path_size, "path");
    if (!file) return tl::unexpected(std::move(file.error()));
    // The live screener locks for itself: to whoever calls, the handle may be const.
    auto swapped = const_cast<darvaza_screener*>(screener)->live.swap_to(*file);
    if (!swapped) {
      screener->log.refused(swapped.error(), "the index before goes on serving");
      return failed(swapped.error());
    }
    screener->log.serving(**swapped, *file);
    return {};
  });
}

darvaza_status darvaza_screener_describe(const darvaza_screener* screener,
                                         darvaza_description** description, darvaza_error** error) {
  return giving(description, error, [&](auto give) -> Outcome {
    if (auto there = required(screener, "screener"); !there) return there;
    return give(screener->live.current()->describe());
  });
}

darvaza_status darvaza_description_data(const darvaza_description* description,
                                        const darvaza_description_fields** fields) {
  return borrowing(description, fields, [](const auto& object) { return &object.fields; });
}

void darvaza_description_free(darvaza_description* description) { delete description; }

darvaza_status darvaza_screening_options_init(darvaza_screening_options* options) {
  const ScreeningOptions defaults;
  darvaza_screening_options values{};
  values.top = static_cast<std::uint32_t>(defaults.top);
  values.min_score_bp = defaults.min_score_bp;
  values.review_score_bp = defaults.review_score_bp;
  values.hit_score_bp = defaults.hit_score_bp;
  values.exhaustive = defaults.exhaustive ? 1 : 0;
  values.near_documents = defaults.near_documents ? 1 : 0;
  return set_defaults(options, values);
}

darvaza_status darvaza_screen(const darvaza_screener* screener, const darvaza_traveller* traveller,
                              const darvaza_screening_options* options, darvaza_results** results,
                              darvaza_error** error) {
  return screen(screener, options, results, error, [&](GivenReader& reader) {
    return std::vector{read_traveller(reader, traveller, {nullptr, "traveller"})};
  });
}

darvaza_status darvaza_screen_batch(const darvaza_screener* screener,
                                    const darvaza_traveller* const* travellers, size_t count,
                                    const darvaza_screening_options* options,
                                    darvaza_results** results, darvaza_error** error) {
  return screen(screener, options, results, error, [&](GivenReader& reader) {
    std::vector<Traveller> read(
        reader.count(travellers, count, DARVAZA_MAX_BATCH, {nullptr, "travellers"}));
    for (std::size_t i = 0; i < read.size() && !reader.failure(); ++i) {
      read[i] = read_traveller(reader, travellers[i], {nullptr, "travellers", i});
    }
    return read;
  });
}

darvaza_status darvaza_check_document(const darvaza_screener* screener,
                                      const darvaza_document* document,
                                      const darvaza_screening_options* options,
                                      darvaza_results** results, darvaza_error** error) {
  return screen(screener, options, results, error, [&](GivenReader& reader) {
    return std::vector{read_document_alone(reader, document, {nullptr, "document"})};
  });
}

}  // extern "C"
