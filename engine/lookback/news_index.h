// New records as an index of their own beside the whole one, so that travellers can be searched for in them alone.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "darvaza/error.h"
#include "darvaza/screener.h"

namespace darvaza::lookback {

/// Opens `whole` (one index or several that are searched as one) and behind them an index of `lines` (canonical, rising, of `list`
/// as `whole` calls it): ScreeningOptions::only_file = describe_files().size() - 1 of what is returned then searches the new records alone
/// (of `whole`, a directory may stand for two files). Where `whole` holds
/// these records, too, a word is as rare as in `whole`: candidates score as they do there. Files are made in `work`, which may be removed
/// when the call returns. Errors: those of build_index and Screener::open,
/// which refuses a list that `whole` does not hold.
Result<Screener> open_with_news(std::span<const std::filesystem::path> whole, std::string_view list, std::span<const std::string_view> lines,
                                const std::filesystem::path& work);

}  // namespace darvaza::lookback
