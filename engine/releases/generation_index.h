// The index of a generation: one of the whole list, or an older one and what changed since.
//
// A list of a million takes ten seconds to be made an index; what a release changes of it, a tenth
// of one. Searched together both answer as one index would (docs/several-lists.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "releases/changed_lines.h"
#include "releases/durable_files.h"
#include "releases/post.h"

namespace darvaza::releases {

/// An index of the whole list as some release had it, and what it was made of.
struct BaseIndex {
  std::uint64_t version = 0;
  UtcSeconds issued = 0;
  Blob content;               ///< of the snapshot
  /// XXH3 (128 bits) of the snapshot's bytes, in hexadecimal digits: it tells a damaged file in a
  /// fifteenth of the time that the digest takes. Empty where the snapshot is the generation's own.
  std::string fingerprint;
  std::uint64_t changed = 0;  ///< persons and numbers of documents of which the index of changes
                              ///< beside it says anything
  std::filesystem::path index, snapshot;  ///< files
};

/// That which a generation searches: all of it, or what its changes stand behind.
Result<BaseIndex> base_of(const Generation& generation);

/// The snapshot that a base beside changes was made of, whole and with its fingerprint.
Result<MappedFile> map_snapshot(const BaseIndex& base);

/// A release as it is about to be installed.
struct NewContent {
  const ListNote& note;
  std::string_view snapshot;
};

/// Makes `directory`/index.dvz of `directory`/snapshot, which holds the content. Every record must
/// have been read, and their number be that of the note (rule malformed).
Result<void> make_whole_index(const std::filesystem::path& directory, const NewContent& content);

/// How many records an index of changes adds to its base; what it takes out counts as fewer.
struct CountsBehind {
  std::int64_t persons = 0, documents = 0;
};

/// Makes `directory`/base.dvz, the same file as the base's, and changes.dvz to stand behind it.
/// Every record of it must have been read (rule malformed). `changed`: what differs from
/// `base_snapshot`. ErrorCode::usage where files cannot have two names.
Result<CountsBehind> make_index_of_changes(const std::filesystem::path& directory,
                                           const BaseIndex& base, std::string_view base_snapshot,
                                           const ChangedLines& changed, const NewContent& content);

/// Takes back what that made, all or part of it.
void remove_index_of_changes(const std::filesystem::path& directory);

/// Opens what stands in `directory` as screening will, and asks the probes of the note (rule
/// probe). Where changes stand behind a base, `behind` says how many records they make: the base
/// and they must be as many as the note counts, and as are searched (rule malformed).
Result<void> try_index(const std::filesystem::path& directory, const NewContent& content,
                       std::optional<CountsBehind> behind = {});

/// Whether the files of a generation are what was installed: its note has that digest, the snapshot the one that the note
/// says, and screening can open the index. Reads all of them. Errors: rule wrong-digest, and those of Screener::open.
Result<void> check_files(const Generation& generation, const std::string& note_digest);

/// Records of which lines say anything: persons by identifier, documents by number.
std::uint64_t count_records(const ChangedLines& changed);

}  // namespace darvaza::releases
