#include "screening/open_set.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/core.h>

#include "darvaza/read_lists.h"

namespace darvaza::screening {
namespace {

/// What build_index wrote of a source.
struct Source {
  boost::json::object described;
  std::string list;  ///< empty: a source of no records
  std::string file, format;
  std::uint64_t version = 0;
  std::optional<std::uint64_t> changes_since;  ///< the version; 0: of no release
  bool is_dropped = false;                     ///< the list is no longer there
  std::string state, since_state;              ///< what the list says, and said (list_states.h); empty: unknown, or a release
};

std::string text_of(const boost::json::object& object, std::string_view member) {
  const auto* value = object.if_contains(member);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<std::uint64_t> number_of(const boost::json::object& object, std::string_view member) {
  const auto* value = object.if_contains(member);
  if (value == nullptr) return std::nullopt;
  boost::json::error_code error;
  const auto number = value->to_number<std::uint64_t>(error);
  return error ? std::nullopt : std::optional(number);
}

/// Whatever the text is: an index is not to be trusted to hold JSON.
Source to_source(const std::string& text) {
  boost::json::error_code error;
  boost::json::value parsed = boost::json::parse(text, error);
  Source source;
  if (error || !parsed.is_object()) return source;
  source.described = std::move(parsed.get_object());
  source.file = text_of(source.described, "file");
  source.format = text_of(source.described, "format");
  // A table of terms is called after its file as lists are, and is none: it holds nobody.
  if (source.format != to_string(ListFormat::list_terms_csv))
    source.list = text_of(source.described, "list");
  source.version = number_of(source.described, "version").value_or(0);
  source.changes_since = number_of(source.described, "changes_since");
  source.is_dropped = source.described.contains("dropped");
  source.state = text_of(source.described, "state");
  source.since_state = text_of(source.described, "since_state");
  return source;
}

std::vector<Source> sources_in(const index::Index& file) {
  std::vector<Source> sources;
  for (const std::string& text : file.info().sources) sources.push_back(to_source(text));
  return sources;
}

/// The lists that files hold, and which was the first to hold them.
using Holders = std::map<std::string, std::string, std::less<>>;

bool is_of_changes(std::span<const Source> file) {
  return std::any_of(file.begin(), file.end(),
                     [](const Source& source) { return source.changes_since.has_value(); });
}

/// What lists a file holds whole, by its sources and by its entries, which may name another list
/// than their source. The entries of an index of changes are those of lists that are known.
std::set<std::string, std::less<>> whole_lists_of(const index::Index& index,
                                                  std::span<const Source> sources) {
  std::set<std::string, std::less<>> lists;
  for (const Source& source : sources) {
    if (!source.changes_since && !source.list.empty()) lists.insert(source.list);
  }
  if (is_of_changes(sources)) return lists;
  std::string_view last;
  for (index::EntryId entry = 0; entry < index.entry_count(); ++entry) {
    const std::string_view list = index.list_of(entry);
    if (list.data() == last.data() && list.size() == last.size()) continue;
    last = list;
    lists.emplace(list);
  }
  return lists;
}

/// Two owners may call their lists alike, by the file's name, and number their records alike: the
/// entries of one would silently take the place of the other's. Empty if no list is met again.
std::string met_again(const Holders& known, const std::set<std::string, std::less<>>& lists) {
  for (const std::string& list : lists) {
    const auto holder = known.find(list);
    if (holder == known.end()) continue;
    return fmt::format(
        "holds the list '{}', which {} before it holds, too: its entries would take the place of "
        "those; build one index of both, or one of what changed (--since), or give the lists "
        "different names",
        list, holder->second);
  }
  return {};
}

/// Why a file cannot stand behind those whose sources are known; empty if it can.
std::string complaint(std::span<const Source> known, std::span<const Source> file) {
  for (const Source& source : file) {
    if (!source.changes_since || source.list.empty()) continue;
    const auto before = std::find_if(known.rbegin(), known.rend(), [&](const Source& other) {
      return other.list == source.list;
    });
    if (before == known.rend()) {
      return fmt::format(
          "holds only what changed in the list '{}', and no index before it holds that list",
          source.list);
    }
    if (*source.changes_since != 0 && before->version != 0 &&
        before->version != *source.changes_since) {
      return fmt::format(
          "changes version {} of the list '{}', and the index before it holds version {}",
          *source.changes_since, source.list, before->version);
    }
  }
  return {};
}

/// How one list's states follow each other in the files of a set.
class StateChain {
 public:
  /// Of the next file that holds the list. False where its changes cannot follow: those of a day between are in no file.
  bool add(const Source& source, const std::string& file) {
    const bool is_changed = source.changes_since.has_value();
    const bool is_known = !source.state.empty() && (!is_changed || !source.since_state.empty());
    const bool follows = states_.empty() || source.since_state == states_.back() || source.state == states_.back();
    if (!is_changed || !is_known) {  // whole, or of an older program or a release: nothing is known of what was before
      start_ = is_changed ? std::string() : source.state;
      states_.clear();
      return true;
    }
    if (states_.empty()) {
      states_.push_back(source.since_state);
      first_changes_ = file;
    }
    states_.push_back(source.state);
    return follows;
  }
  /// Whether the whole index is of a state that the changes lead from, or to: it may have been made of them, and they change nothing then.
  bool starts_within() const { return start_.empty() || states_.empty() || std::find(states_.begin(), states_.end(), start_) != states_.end(); }
  const std::string& first_changes() const { return first_changes_; }

 private:
  std::string start_;
  std::vector<std::string> states_;
  std::string first_changes_;
};

/// Of all lists. A list may have several sources in one file, which say the same state.
class StateChains {
 public:
  Result<void> add(std::span<const Source> sources, const std::string& file) {
    std::set<std::string_view> seen;
    for (const Source& source : sources) {
      if (source.list.empty() || source.is_dropped || !seen.insert(source.list).second) continue;
      if (!chains_[source.list].add(source, file)) return gap(source.list, file);
    }
    return {};
  }
  Result<void> result() const {
    for (const auto& [list, chain] : chains_) {
      if (!chain.starts_within()) return gap(list, chain.first_changes());
    }
    return {};
  }

 private:
  static Result<void> gap(const std::string& list, const std::string& file) {
    return fail(ErrorCode::input_refused,
                fmt::format("changes the list '{}' in another state than the index before it holds: what changed in between is in neither; expected changes since "
                            "the state that this index was built of, or an index of the whole list",
                            list),
                file);
  }

  std::map<std::string, StateChain, std::less<>> chains_;
};

/// Which source of files before, of those that are not taken yet, a source is the newer edition of:
/// the file of that form and name, otherwise one of that form, otherwise any of the list. A list
/// may have several files (OFAC's), and each stands for itself.
std::optional<std::size_t> older_edition(std::span<const Source> before,
                                         const std::vector<bool>& taken, const Source& source) {
  std::optional<std::size_t> best;
  int best_rank = -1;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const Source& other = before[i];
    if (taken[i] || other.list != source.list) continue;
    if (source.list.empty() && other.file != source.file) continue;
    const int rank = int{other.format == source.format} * 2 + int{other.file == source.file};
    if (rank > best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

/// What changed of a release, and was not signed itself, is as old as the release.
void keep_release(const Source& older, Source& newer) {
  newer.version = older.version;
  for (const std::string_view member : {"version", "issued", "expires"}) {
    if (const auto* value = older.described.if_contains(member)) newer.described[member] = *value;
  }
}

}  // namespace

Result<std::vector<std::filesystem::path>> files_of(std::span<const std::filesystem::path> paths) {
  std::vector<std::filesystem::path> files;
  for (const std::filesystem::path& path : paths) {
    if (path.empty()) return fail(ErrorCode::usage, "the name of an index is empty");
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const std::filesystem::path generation = std::filesystem::canonical(path, error);
    if (error) return fail(ErrorCode::input_missing, "cannot be followed: " + error.message(), path.string());
    const auto has = [&](std::string_view file) { return std::filesystem::exists(generation / file, error); };
    if (has(kIndexFile) && has(kChangesFile)) {
      return fail(ErrorCode::input_refused, "expected index.dvz alone, or base.dvz and changes.dvz: an index that changes belong to is named base.dvz", path.string());
    }
    if (has(kIndexFile)) {
      files.push_back(generation / kIndexFile);
    } else if (has(kBaseFile)) {
      files.push_back(generation / kBaseFile);
      files.push_back(generation / kChangesFile);
    } else {
      return fail(ErrorCode::input_missing, "is a directory and holds no index.dvz, nor base.dvz and changes.dvz", path.string());
    }
  }
  return files;
}

Result<index::IndexSet> open_set(std::span<const std::filesystem::path> paths) {
  if (paths.empty()) return fail(ErrorCode::usage, "no index to open");
  std::vector<index::FileInSet> files;
  std::vector<Source> known;
  Holders holders;
  StateChains states;
  const auto followed = files_of(paths);
  if (!followed) return tl::unexpected(followed.error());
  const std::vector<std::filesystem::path>& expanded = *followed;
  for (const std::filesystem::path& path : expanded) {
    auto opened = index::Index::open(path);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    std::vector<Source> sources = sources_in(*opened);
    if (std::string text = complaint(known, sources); !text.empty())
      return fail(ErrorCode::input_refused, std::move(text), path.string());
    if (auto follows = states.add(sources, path.string()); !follows) return tl::unexpected(std::move(follows.error()));
    if (expanded.size() > 1) {
      const auto lists = whole_lists_of(*opened, sources);
      if (std::string text = met_again(holders, lists); !text.empty())
        return fail(ErrorCode::input_refused, std::move(text), path.string());
      for (const std::string& list : lists) holders.emplace(list, path.string());
    }
    std::move(sources.begin(), sources.end(), std::back_inserter(known));
    files.push_back(
        {std::make_shared<const index::Index>(std::move(*opened)), path.string(), 0, 0, 0});
  }
  if (auto whole = states.result(); !whole) return tl::unexpected(std::move(whole.error()));
  return index::IndexSet::of(std::move(files));
}

std::vector<ListInUse> lists_of(const index::IndexSet& set) {
  std::vector<ListInUse> lists;
  for (const index::FileInSet& file : set.files()) {
    for (const Source& source : sources_in(*file.index)) {
      if (source.list.empty()) continue;
      auto known = std::find_if(lists.begin(), lists.end(),
                                [&](const ListInUse& list) { return list.list == source.list; });
      if (source.is_dropped) {
        if (known != lists.end()) lists.erase(known);
        continue;
      }
      if (known == lists.end())
        known = lists.insert(known, ListInUse{source.list, 0, {}, {}, {}, false});
      if (source.version == 0) continue;
      known->version = source.version;
      known->issued = text_of(source.described, "issued");
      known->expires = text_of(source.described, "expires");
    }
  }
  return lists;
}

std::string digest_of(const index::IndexSet& set) {
  std::string digest;
  for (const index::FileInSet& file : set.files())
    digest += (digest.empty() ? "" : "+") + file.index->info().digest;
  return digest;
}

std::vector<std::string> sources_of_all(const index::IndexSet& set) {
  std::vector<Source> all;
  for (const index::FileInSet& file : set.files()) {
    std::vector<Source> sources = sources_in(*file.index);
    for (const Source& source : sources) {
      if (source.is_dropped) std::erase_if(all, [&](const Source& older) { return older.list == source.list; });
    }
    std::vector<bool> taken(all.size());  // by another source of this file
    for (Source& source : sources) {
      if (source.is_dropped) continue;
      const bool replaces = source.changes_since || source.list.empty();
      const std::optional<std::size_t> older =
          replaces ? older_edition(all, taken, source) : std::nullopt;
      source.described.erase("changes_since");
      source.described.erase("since_state");
      if (!older) {
        all.push_back(std::move(source));
        continue;
      }
      taken[*older] = true;
      if (source.version == 0) keep_release(all[*older], source);
      all[*older] = std::move(source);
    }
  }
  std::vector<std::string> texts;
  for (const Source& source : all) texts.push_back(boost::json::serialize(source.described));
  return texts;
}

}  // namespace darvaza::screening
