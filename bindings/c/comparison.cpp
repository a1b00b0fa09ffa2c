// Two names.
#include <string>
#include <utility>

#include "arena.h"
#include "border.h"
#include "darvaza.h"
#include "darvaza/compare.h"
#include "given.h"
#include "shown.h"
#include "text_object.h"

using namespace darvaza::c;

struct darvaza_comparison {
  explicit darvaza_comparison(darvaza::Comparison&& compared) : comparison(std::move(compared)) {
    fields.struct_size = sizeof fields;
    fields.score_bp = comparison.score_bp;
    fields.weight_mn = comparison.weight_mn;
    const auto evidence = show(comparison.evidence, arena);
    fields.evidence = evidence.data;
    fields.evidence_count = evidence.count;
  }
  darvaza_comparison(const darvaza_comparison&) = delete;
  darvaza_comparison& operator=(const darvaza_comparison&) = delete;

  const darvaza::Comparison comparison;
  Arena arena;
  darvaza_comparison_fields fields{};
};

extern "C" {

darvaza_status darvaza_compare(const char* name_a, size_t name_a_size, const char* name_b,
                               size_t name_b_size, darvaza_comparison** comparison,
                               darvaza_error** error) {
  return giving(comparison, error, [&](auto give) -> Outcome {
    GivenReader reader;
    const std::string a = reader.text({name_a, name_a_size}, {nullptr, "name_a"});
    const std::string b = reader.text({name_b, name_b_size}, {nullptr, "name_b"});
    if (reader.failure()) return std::move(reader).outcome();
    return give(darvaza::compare_names(a, b));
  });
}

darvaza_status darvaza_comparison_data(const darvaza_comparison* comparison,
                                       const darvaza_comparison_fields** fields) {
  return borrowing(comparison, fields, [](const auto& object) { return &object.fields; });
}

darvaza_status darvaza_comparison_json(const darvaza_comparison* comparison, darvaza_string** json,
                                       darvaza_error** error) {
  return giving(json, error, [&](auto give) -> Outcome {
    if (auto there = required(comparison, "comparison"); !there) return there;
    return give(to_json(comparison->comparison));
  });
}

void darvaza_comparison_free(darvaza_comparison* comparison) { delete comparison; }

}  // extern "C"
