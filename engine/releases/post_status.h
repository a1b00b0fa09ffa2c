// How old a post's list is, and whether what serves is the newest that was ever seen there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "releases/generation_index.h"
#include "releases/post.h"

namespace darvaza::releases {

/// Marks of a list that serves; none: it is current.
enum class ListMark : std::uint8_t {
  stale,          ///< its note has expired: it goes on serving, and should not be relied upon alone
  unconfirmed,    ///< the last timestamp has expired: nobody says any more that this is the newest
  behind,         ///< a newer release was seen and could not be installed
  clock_suspect,  ///< the clock is behind what was issued already, so that no age can be trusted
  damaged,        ///< its files are not what was installed: screening may not be able to open it again
  root_expired,   ///< nothing newer can be installed until the root has a successor
};
/// "stale", "unconfirmed", "behind", "clock suspect", "damaged", "root expired"
std::string_view to_string(ListMark mark);

struct PostStatus {
  Generation serving;
  std::optional<BaseIndex> base;  ///< the index of the whole list, and how much changed since;
                                  ///< nothing: it cannot be read
  UtcSeconds base_made = 0;       ///< when it was made here: by an update, or by compaction
  UtcSeconds now = 0;
  UtcSeconds confirmed = 0;  ///< issue time of the last timestamp; 0: none
  Seen seen;
  std::vector<ListMark> marks;
  std::optional<NoteHead> root;  ///< which root is trusted here; nothing: it cannot be read
  std::string damage;            ///< what is wrong with the files, where they are damaged
  std::uint64_t before = 0;  ///< version of the generation that is kept beside; 0: none
};

/// Reads all files of what serves, as check_files does. input_missing when nothing was ever installed.
Result<PostStatus> post_status(const Post& post, UtcSeconds now);

/// Verifies what serves from the root down: the root's own signatures, the note's under it, the
/// snapshot's digest, the index and the probes; that no newer version was ever seen here (rule
/// rollback) and that it is the note that was seen (rule two-notes). Expired notes pass: they are
/// stale, not forged.
Result<PostStatus> check_rollback(const Post& post, UtcSeconds now);

}  // namespace darvaza::releases
