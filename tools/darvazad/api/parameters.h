// What the query of a request may say.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "config/settings.h"
#include "darvaza/screener.h"
#include "http/message.h"

namespace darvaza::daemon {

/// 400 for a parameter that is not among `known`, or stands twice: a misspelt one must not be
/// ignored.
std::optional<Response> refuse_unknown(const Head& head, std::span<const std::string_view> known);

/// A whole number from `least` to `most`, or `absent` where the query does not name it; nothing
/// for anything else.
std::optional<std::uint64_t> number_parameter(const Head& head, std::string_view name,
                                              std::uint64_t least, std::uint64_t most,
                                              std::uint64_t absent);

/// A score from 0 to 1 as the engine counts them.
std::int32_t basis_points(double score);

/// top, min_score and near_documents over those of the configuration. False with the refusal.
bool read_screening_parameters(const Head& head, const ScreeningSettings& settings,
                               ScreeningOptions& options, Response& refusal);

}  // namespace darvaza::daemon
