#include "screening/open_set.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace darvaza::screening {
namespace {

/// What build_index wrote of a source.
struct Source {
  boost::json::object described;
  std::string list;
  std::uint64_t version = 0;
  std::optional<std::uint64_t> changes_since;  ///< the version; 0: of no release
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
  source.list = text_of(source.described, "list");
  source.version = number_of(source.described, "version").value_or(0);
  source.changes_since = number_of(source.described, "changes_since");
  return source;
}

std::vector<Source> sources_in(const index::Index& file) {
  std::vector<Source> sources;
  for (const std::string& text : file.info().sources) sources.push_back(to_source(text));
  return sources;
}

/// Why a file cannot stand behind those whose sources are known; empty if it can.
std::string complaint(std::span<const Source> known, std::span<const Source> file) {
  for (const Source& source : file) {
    if (!source.changes_since) continue;
    const auto before = std::find_if(known.rbegin(), known.rend(), [&](const Source& other) { return other.list == source.list; });
    if (before == known.rend()) {
      return fmt::format("holds only what changed in the list '{}', and no index before it holds that list", source.list);
    }
    if (*source.changes_since != 0 && before->version != 0 && before->version != *source.changes_since) {
      return fmt::format("changes version {} of the list '{}', and the index before it holds version {}", *source.changes_since, source.list,
                         before->version);
    }
  }
  return {};
}

/// A directory stands for the index in it and, if there is one, that of what changed since. The way there is followed once, so that
/// both are of one generation (releases/post.h).
std::vector<std::filesystem::path> files_of(std::span<const std::filesystem::path> paths) {
  std::vector<std::filesystem::path> files;
  for (const std::filesystem::path& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const std::filesystem::path generation = std::filesystem::canonical(path, error);
    files.push_back(generation / kIndexFile);
    if (std::filesystem::exists(generation / kChangesFile, error)) files.push_back(generation / kChangesFile);
  }
  return files;
}

}  // namespace

Result<index::IndexSet> open_set(std::span<const std::filesystem::path> paths) {
  if (paths.empty()) return fail(ErrorCode::usage, "no index to open");
  std::vector<index::FileInSet> files;
  std::vector<Source> known;
  for (const std::filesystem::path& path : files_of(paths)) {
    auto opened = index::Index::open(path);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    std::vector<Source> sources = sources_in(*opened);
    if (std::string text = complaint(known, sources); !text.empty()) return fail(ErrorCode::input_refused, std::move(text), path.string());
    std::move(sources.begin(), sources.end(), std::back_inserter(known));
    files.push_back({std::make_shared<const index::Index>(std::move(*opened)), path.string(), 0, 0, 0});
  }
  return index::IndexSet::of(std::move(files));
}

std::vector<ListInUse> lists_of(const index::IndexSet& set) {
  std::vector<ListInUse> lists;
  for (const index::FileInSet& file : set.files()) {
    for (const Source& source : sources_in(*file.index)) {
      if (source.list.empty()) continue;
      auto known = std::find_if(lists.begin(), lists.end(), [&](const ListInUse& list) { return list.list == source.list; });
      if (known == lists.end()) known = lists.insert(known, ListInUse{source.list, 0, {}, {}, {}, false});
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
  for (const index::FileInSet& file : set.files()) digest += (digest.empty() ? "" : "+") + file.index->info().digest;
  return digest;
}

std::vector<std::string> sources_of_all(const index::IndexSet& set) {
  std::vector<Source> all;
  for (const index::FileInSet& file : set.files()) {
    for (Source& source : sources_in(*file.index)) {
      // Of a list that changed the newest source stands for all, with the place of the first.
      const auto whole = std::find_if(all.begin(), all.end(), [&](const Source& other) { return other.list == source.list; });
      if (!source.changes_since || whole == all.end()) {
        all.push_back(std::move(source));
        continue;
      }
      source.described.erase("changes_since");
      *whole = std::move(source);
    }
  }
  std::vector<std::string> texts;
  for (const Source& source : all) texts.push_back(boost::json::serialize(source.described));
  return texts;
}

}  // namespace darvaza::screening
