#include "releases/mirror.h"

#include <fmt/core.h>

#include "releases/durable_files.h"
#include "releases/http_mirror.h"

namespace darvaza::releases {
namespace {

class DirectoryMirror : public Mirror {
 public:
  explicit DirectoryMirror(std::filesystem::path directory) : directory_(std::move(directory)) {}
  Result<std::string> fetch(const std::string& name, std::uint64_t max_bytes) override {
    return read_bounded(directory_ / name, max_bytes);
  }

 private:
  std::filesystem::path directory_;
};

}  // namespace

std::string root_file(std::uint64_t version) { return fmt::format("root.{}", version); }
std::string note_file(std::uint64_t version) { return fmt::format("note.{}", version); }
std::string snapshot_file(std::uint64_t version) { return fmt::format("snapshot.{}.zst", version); }
std::string delta_file(std::uint64_t version) { return fmt::format("delta.{}.zst", version); }

Result<std::unique_ptr<Mirror>> open_mirror(const std::string& place,
                                            const HttpPatience& patience) {
  if (place.starts_with("http://") || place.starts_with("https://"))
    return http_mirror(place, patience);
  if (place.find("://") != std::string::npos) {
    return fail(ErrorCode::usage, "a mirror is a directory, http://... or https://...", place);
  }
  return std::make_unique<DirectoryMirror>(place);
}

}  // namespace darvaza::releases
