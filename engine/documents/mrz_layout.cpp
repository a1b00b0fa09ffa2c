#include "documents/mrz_layout.h"

namespace darvaza::documents {
namespace {

constexpr MrzField kNone{};

// Doc 9303-5 §4.2.2 and §4.2.4
constexpr MrzLayout kTd1 = {
    .format = MrzFormat::td1,
    .lines = 3,
    .width = 30,
    .first_characters = "ACI",
    .document_code = {1, 1, 2},
    .issuing_state = {1, 3, 5},
    .name = {3, 1, 30},
    .number = {1, 6, 14},
    .number_check = {1, 15, 15},
    .nationality = {2, 16, 18},
    .birth_date = {2, 1, 6},
    .birth_check = {2, 7, 7},
    .sex = {2, 8, 8},
    .expires = {2, 9, 14},
    .expires_check = {2, 15, 15},
    .optional = {1, 16, 30},
    .optional_check = kNone,
    .more_optional = {2, 19, 29},
    .composite_check = {2, 30, 30},
    .composite_over = {{{1, 6, 30}, {2, 1, 7}, {2, 9, 15}, {2, 19, 29}}},
    .long_number = true,
};

// Doc 9303-6 §4.2.2 and §4.2.4; Doc 9303-8 for the single-sheet document "PU"
constexpr MrzLayout kTd2 = {
    .format = MrzFormat::td2,
    .lines = 2,
    .width = 36,
    .first_characters = "ACIP",
    .document_code = {1, 1, 2},
    .issuing_state = {1, 3, 5},
    .name = {1, 6, 36},
    .number = {2, 1, 9},
    .number_check = {2, 10, 10},
    .nationality = {2, 11, 13},
    .birth_date = {2, 14, 19},
    .birth_check = {2, 20, 20},
    .sex = {2, 21, 21},
    .expires = {2, 22, 27},
    .expires_check = {2, 28, 28},
    .optional = {2, 29, 35},
    .optional_check = kNone,
    .more_optional = kNone,
    .composite_check = {2, 36, 36},
    .composite_over = {{{2, 1, 10}, {2, 14, 20}, {2, 22, 35}, kNone}},
    .long_number = true,
};

// Doc 9303-4 §4.2.2.1, §4.2.2.2 and §4.2.4
constexpr MrzLayout kTd3 = {
    .format = MrzFormat::td3,
    .lines = 2,
    .width = 44,
    .first_characters = "P",
    .document_code = {1, 1, 2},
    .issuing_state = {1, 3, 5},
    .name = {1, 6, 44},
    .number = {2, 1, 9},
    .number_check = {2, 10, 10},
    .nationality = {2, 11, 13},
    .birth_date = {2, 14, 19},
    .birth_check = {2, 20, 20},
    .sex = {2, 21, 21},
    .expires = {2, 22, 27},
    .expires_check = {2, 28, 28},
    .optional = {2, 29, 42},
    .optional_check = {2, 43, 43},
    .more_optional = kNone,
    .composite_check = {2, 44, 44},
    .composite_over = {{{2, 1, 10}, {2, 14, 20}, {2, 22, 43}, kNone}},
    .long_number = false,
};

// A visa has neither a check digit over its optional data nor a composite one (Doc 9303-7 §4.2.2.2,
// §7.2.2.2); otherwise it is laid out like the document of its size.
constexpr MrzLayout as_visa(MrzLayout layout, MrzFormat format) {
  layout.format = format;
  layout.first_characters = "V";
  layout.optional.last = layout.width;
  layout.optional_check = kNone;
  layout.composite_check = kNone;
  layout.composite_over = {};
  layout.long_number = false;
  return layout;
}

constexpr MrzLayout kLayouts[] = {kTd1, kTd2, kTd3, as_visa(kTd3, MrzFormat::mrv_a),
                                  as_visa(kTd2, MrzFormat::mrv_b)};

}  // namespace

std::span<const MrzLayout> mrz_layouts() { return kLayouts; }

}  // namespace darvaza::documents
