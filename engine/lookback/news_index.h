// New records as an index of their own beside the whole one, so that travellers can be searched for in them alone.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "darvaza/error.h"
#include "darvaza/screener.h"

namespace darvaza::lookback {

/// The place of the new records among the files of `open_with_news`: ScreeningOptions::only_file.
inline constexpr std::size_t kNewsFile = 1;

/// Opens `whole` and an index of `lines` (canonical, rising, of `list` as `whole` calls it) together. Where `whole` holds
/// these records, too, a word is as rare as in `whole`: candidates score as they do there. Files are made in `work`, which may be removed
/// when the call returns. Errors: those of build_index and Screener::open.
Result<Screener> open_with_news(const std::filesystem::path& whole, std::string_view list, std::span<const std::string_view> lines,
                                const std::filesystem::path& work);

}  // namespace darvaza::lookback
