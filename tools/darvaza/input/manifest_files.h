// The manifests that arguments name: files as they are, directories as what is in them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::tool {

/// So many travellers are read, screened or kept at a time: enough to keep all processors busy, few enough to keep memory flat.
inline constexpr std::size_t kTravellerBatch = 8192;

/// One manifest to be screened, or something in a directory that cannot be.
struct ManifestFile {
  std::string path;            ///< "-": standard input
  std::optional<Error> error;  ///< why it cannot be read; to be reported in its turn
};

struct ManifestFiles {
  std::vector<ManifestFile> files;
  bool any_directory = false;
};

/// Directories are read with all that is below them, files in the byte order of their paths, hidden
/// ones included: a message is never passed over because of its name. Links to files are followed,
/// links to directories are reported, as is anything that is no file, and a directory without
/// files. Memory and time grow with the number of files.
ManifestFiles find_manifests(const std::vector<std::string>& arguments);

}  // namespace darvaza::tool
