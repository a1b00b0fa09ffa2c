// Lists written into files of their own for one test, and what the readers make of them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "darvaza/read_lists.h"
#include "temporary_directory.h"

namespace darvaza::lists {

using TestDirectory = test::TemporaryDirectory;

struct ReadLists {
  std::vector<WatchlistEntry> entries;
  std::vector<LostDocument> documents;
  std::vector<SourceSummary> sources;
  Error error;
  bool refused = false;
};

inline ReadLists read_files(const std::vector<std::filesystem::path>& files) {
  ReadLists read;
  const ListSink sink{
      [&](WatchlistEntry&& entry) { read.entries.push_back(std::move(entry)); },
      [&](LostDocument&& document) { read.documents.push_back(std::move(document)); }};
  auto result = read_lists(files, sink);
  read.refused = !result;
  if (result) {
    read.sources = std::move(*result);
  } else {
    read.error = result.error();
  }
  return read;
}

/// Reads one file of this content.
inline ReadLists read_text(std::string_view content, const std::string& name = "list.txt") {
  const TestDirectory directory;
  return read_files({directory.write(name, content)});
}

/// The names of an entry that have this grade.
inline std::vector<std::string> names_of(const WatchlistEntry& entry, NameGrade grade) {
  std::vector<std::string> names;
  for (const ListedName& name : entry.names) {
    if (name.grade == grade) names.push_back(name.text);
  }
  return names;
}

inline std::vector<std::string> dates_of(const WatchlistEntry& entry) {
  std::vector<std::string> dates;
  for (const BirthDate& date : entry.birth_dates) dates.push_back(to_string(date));
  return dates;
}

using Texts = std::vector<std::string>;

}  // namespace darvaza::lists
