#include "input/manifest_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;

Error error_at(const fs::path& path, std::string text) {
  return Error{ErrorCode::input_missing, std::move(text), path.string(), 0, 0, 0};
}

/// Deeper trees than anybody sorts messages into: a loop of mounts must end.
constexpr int kDeepest = 32;

void collect(const fs::path& directory, int depth, std::vector<ManifestFile>& found) {
  if (depth > kDeepest) {
    found.push_back({directory.string(), error_at(directory, "the directories are too deep")});
    return;
  }
  std::error_code error;
  fs::directory_iterator entries(directory, error);
  for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) {
    const fs::directory_entry& entry = *entries;
    std::error_code unknown;
    const fs::path& path = entry.path();
    if (entry.is_directory(unknown)) {
      if (!entry.is_symlink(unknown)) {
        collect(path, depth + 1, found);
      } else {
        found.push_back({path.string(), error_at(path, "is a link to a directory: not followed")});
      }
    } else if (entry.is_regular_file(unknown)) {
      found.push_back({path.string(), std::nullopt});
    } else {
      found.push_back({path.string(), error_at(path, "is no regular file")});
    }
  }
  if (error) found.push_back({directory.string(), error_at(directory, error.message())});
}

}  // namespace

ManifestFiles find_manifests(const std::vector<std::string>& arguments) {
  ManifestFiles manifests;
  for (const std::string& argument : arguments) {
    std::error_code unknown;
    if (argument == "-" || !fs::is_directory(argument, unknown)) {
      manifests.files.push_back({argument, std::nullopt});
      continue;
    }
    manifests.any_directory = true;
    std::vector<ManifestFile> found;
    collect(argument, 0, found);
    if (found.empty()) {
      found.push_back({argument, error_at(argument, "the directory holds no file")});
    }
    std::sort(found.begin(), found.end(),
              [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
    std::move(found.begin(), found.end(), std::back_inserter(manifests.files));
  }
  return manifests;
}

}  // namespace darvaza::tool
