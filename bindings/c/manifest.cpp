// Passenger lists, travellers on demand.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "arena.h"
#include "border.h"
#include "darvaza.h"
#include "given.h"
#include "input.h"
#include "manifest_reader.h"
#include "reference_year.h"
#include "shown.h"

using namespace darvaza::c;
using darvaza::ManifestOptions;
using darvaza::ManifestSummary;
using darvaza::Traveller;

struct darvaza_manifest {
  darvaza_manifest(std::unique_ptr<StoppableInput> input, std::string name,
                   ManifestOptions&& options)
      : reader(std::move(input), std::move(name), std::move(options)) {}

  /// Shows the summary when the reader has come to the end.
  void end() {
    const ManifestSummary* const read = reader.summary();
    if (read == nullptr || ended) return;
    summary.struct_size = sizeof summary;
    summary.format = static_cast<darvaza_manifest_format>(read->format);
    summary.complete = read->complete ? 1 : 0;
    summary.travellers = read->travellers;
    const auto problems = show(read->problems, arena);
    summary.problems = problems.data;
    summary.problems_count = problems.count;
    ended = true;
  }

  ManifestReader reader;
  Arena arena;
  darvaza_manifest_summary summary{};
  bool ended = false;
};

struct darvaza_travellers {
  explicit darvaza_travellers(std::vector<Traveller>&& given)
      : travellers(std::move(given)),
        views(arena.list<darvaza_traveller>(
            travellers, [&](const auto& traveller, auto& view) { show(traveller, view, arena); })) {
  }
  darvaza_travellers(const darvaza_travellers&) = delete;
  darvaza_travellers& operator=(const darvaza_travellers&) = delete;

  const std::vector<Traveller> travellers;
  Arena arena;
  List<darvaza_traveller> views;
};

namespace {

ManifestOptions read_options(GivenReader& reader, const darvaza_manifest_options* given) {
  ManifestOptions options;
  options.reference_year = this_year();
  if (given == nullptr) return options;
  const Place at{nullptr, "options"};
  darvaza_manifest_options copy;
  const darvaza_manifest_options* const read = reader.structure(given, at, copy);
  if (read == nullptr) return options;
  options.format = static_cast<darvaza::ManifestFormat>(
      reader.number(read->format, DARVAZA_MANIFEST_AUTO, DARVAZA_MANIFEST_MRZ, {&at, "format"}));
  options.reference_year =
      reader.number(read->reference_year, kFirstYear, kLastYear, {&at, "reference_year"});
  return options;
}

}  // namespace

extern "C" {

darvaza_status darvaza_manifest_options_init(darvaza_manifest_options* options) {
  const ManifestOptions defaults;
  darvaza_manifest_options values{};
  values.format = static_cast<darvaza_manifest_format>(defaults.format);
  values.reference_year = this_year();
  return set_defaults(options, values);
}

darvaza_status darvaza_manifest_open(const char* path, size_t path_size,
                                     const darvaza_manifest_options* options,
                                     darvaza_manifest** manifest, darvaza_error** error) {
  return giving(manifest, error, [&](auto give) -> Outcome {
    auto file = given_path(path, path_size, "path");
    if (!file) return tl::unexpected(std::move(file.error()));
    GivenReader reader;
    ManifestOptions read = read_options(reader, options);
    if (reader.failure()) return std::move(reader).outcome();
    auto input = open_file(*file);
    if (!input) return failed(input.error());
    return give(std::move(*input), std::move(*file), std::move(read));
  });
}

darvaza_status darvaza_manifest_open_bytes(const char* bytes, size_t size, const char* name,
                                           size_t name_size,
                                           const darvaza_manifest_options* options,
                                           darvaza_manifest** manifest, darvaza_error** error) {
  return giving(manifest, error, [&](auto give) -> Outcome {
    if (bytes == nullptr && size != 0) return invalid("bytes", "is NULL and size is not 0");
    GivenReader reader;
    std::string called = reader.text({name, name_size}, {nullptr, "name"});
    ManifestOptions read = read_options(reader, options);
    if (reader.failure()) return std::move(reader).outcome();
    return give(copy_of(size == 0 ? "" : bytes, size), std::move(called), std::move(read));
  });
}

void darvaza_manifest_free(darvaza_manifest* manifest) { delete manifest; }

darvaza_status darvaza_manifest_next(darvaza_manifest* manifest, size_t max,
                                     darvaza_travellers** travellers, darvaza_error** error) {
  return giving(travellers, error, [&](auto give) -> Outcome {
    if (auto there = required(manifest, "manifest"); !there) return there;
    GivenReader reader;
    reader.number(max, 1, DARVAZA_MAX_BATCH, {nullptr, "max"});
    if (reader.failure()) return std::move(reader).outcome();
    auto next = manifest->reader.next(max);
    if (!next) return failed(next.error());
    manifest->end();
    return give(std::move(*next));
  });
}

darvaza_status darvaza_travellers_data(const darvaza_travellers* travellers,
                                       const darvaza_traveller* const** data, size_t* count) {
  return borrowing(travellers, data, count, [](const auto& object) { return object.views; });
}

void darvaza_travellers_free(darvaza_travellers* travellers) { delete travellers; }

darvaza_status darvaza_manifest_summary_data(const darvaza_manifest* manifest,
                                             const darvaza_manifest_summary** summary) {
  const darvaza_status status = borrowing(manifest, summary, [](const auto& object) {
    return object.ended ? &object.summary : nullptr;
  });
  return status == DARVAZA_OK && *summary == nullptr ? DARVAZA_INVALID_ARGUMENT : status;
}

}  // extern "C"
