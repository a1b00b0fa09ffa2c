#include "index/index_builder.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "documents/document_number.h"
#include "index/section_file.h"
#include "index/serial_number.h"
#include "names/skeleton.h"
#include "names/person_name.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {
namespace {

using romanize::Sounds;

struct SoundsHash {
  std::size_t operator()(const Sounds& sounds) const {
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(&sounds), sizeof sounds});
  }
};

/// Text, each distinct one stored once.
class StringPool {
 public:
  StringRef add(std::string_view text) {
    if (text.empty()) return {};
    const auto [place, added] = known_.try_emplace(std::string(text), StringRef{});
    if (added) {
      place->second = {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
      bytes_ += text;
    }
    return place->second;
  }
  const std::string& bytes() const { return bytes_; }
  std::string_view view(StringRef ref) const { return std::string_view(bytes_).substr(ref.offset, ref.length); }

 private:
  std::unordered_map<std::string, StringRef> known_;
  std::string bytes_;
};

template <typename T>
std::vector<std::byte> bytes_of(const std::vector<T>& records) {
  const auto raw = std::as_bytes(std::span(records));
  return {raw.begin(), raw.end()};
}

/// BirthDate ends in a byte of padding, which would differ from build to build.
std::vector<std::byte> bytes_of_dates(const std::vector<BirthDate>& dates) {
  std::vector<std::byte> bytes(dates.size() * sizeof(BirthDate));
  for (std::size_t i = 0; i < dates.size(); ++i) {
    std::byte* at = bytes.data() + i * sizeof(BirthDate);
    std::memcpy(at + offsetof(BirthDate, first), &dates[i].first, sizeof(PartialDate));
    std::memcpy(at + offsetof(BirthDate, last), &dates[i].last, sizeof(PartialDate));
    at[offsetof(BirthDate, circa)] = std::byte{dates[i].circa};
  }
  return bytes;
}

template <typename T, typename Source>
Range append(std::vector<T>& target, const Source& source, auto convert) {
  const Range range{static_cast<std::uint32_t>(target.size()), static_cast<std::uint32_t>(std::size(source))};
  for (const auto& item : source) target.push_back(convert(item));
  return range;
}

}  // namespace

struct IndexBuilder::State {
  StringPool strings;
  std::vector<StringRef> sources;
  std::vector<EntryRecord> entries;
  std::vector<NameRecord> names;
  std::vector<NameToken> name_tokens;  ///< with provisional token numbers until write()
  std::vector<BirthDate> birth_dates;
  std::vector<StateCode> states;
  std::vector<StringRef> texts;
  std::vector<PersonDocumentRecord> person_documents;
  std::vector<LostDocumentRecord> lost_documents;
  std::unordered_map<Sounds, std::uint32_t, SoundsHash> provisional;
  std::vector<Sounds> tokens;  ///< by provisional number
  std::uint64_t unsearchable = 0;

  NameRecord add_name(std::uint32_t entry, const ListedName& listed);
  Sections finish(const Progress& progress);

 private:
  std::vector<std::uint32_t> sort_tokens();
  void write_postings(Sections& sections) const;
  void write_keys(Sections& sections, const Progress& progress) const;
  void write_numbers(Sections& sections);
};

IndexBuilder::IndexBuilder() : state_(std::make_unique<State>()) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

NameRecord IndexBuilder::State::add_name(std::uint32_t entry, const ListedName& listed) {
  const names::PersonName parsed = names::parse_name(listed.text);
  unsearchable += parsed.tokens.empty();
  const Range range = append(name_tokens, parsed.tokens, [&](const names::Token& token) {
    const auto [place, added] = provisional.try_emplace(token.sounds, static_cast<std::uint32_t>(tokens.size()));
    if (added) tokens.push_back(token.sounds);
    return NameToken{place->second | static_cast<std::uint32_t>(token.role) << 28};
  });
  return {entry, strings.add(listed.text), range, static_cast<std::uint32_t>(listed.grade)};
}

void IndexBuilder::add(const WatchlistEntry& entry) {
  State& s = *state_;
  const auto id = static_cast<std::uint32_t>(s.entries.size());
  const auto ref = [&](const std::string& text) { return s.strings.add(text); };
  EntryRecord record;
  record.list = ref(entry.list);
  record.id = ref(entry.id);
  record.category = ref(entry.category);
  record.handling = ref(entry.handling);
  record.names = append(s.names, entry.names, [&](const ListedName& name) { return s.add_name(id, name); });
  record.birth_dates = append(s.birth_dates, entry.birth_dates, [](const BirthDate& date) { return date; });
  record.nationalities = append(s.states, entry.nationalities, [](StateCode code) { return code; });
  record.birth_places = append(s.texts, entry.birth_places, ref);
  record.father_names = append(s.texts, entry.father_names, ref);
  record.documents = append(s.person_documents, entry.documents, [&](const ListedDocument& document) {
    return PersonDocumentRecord{id, ref(document.number), ref(document.type), document.issuing_state};
  });
  record.sex = static_cast<std::uint32_t>(entry.sex);
  s.entries.push_back(record);
}

void IndexBuilder::add(const LostDocument& document) {
  State& s = *state_;
  s.lost_documents.push_back({s.strings.add(document.list), s.strings.add(document.number), s.strings.add(document.range_end),
                              s.strings.add(document.type), document.issuing_state, document.reporting_state,
                              document.reported, static_cast<std::uint32_t>(document.status)});
}

void IndexBuilder::add_source(std::string json) { state_->sources.push_back(state_->strings.add(json)); }

std::uint64_t IndexBuilder::unsearchable_names() const { return state_->unsearchable; }

/// Puts the dictionary in order and renumbers the tokens of names. Numbers given while reading depend
/// on the order of reading, sorted ones only on what was read.
std::vector<std::uint32_t> IndexBuilder::State::sort_tokens() {
  std::vector<std::uint32_t> order(tokens.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return tokens[a] < tokens[b]; });
  std::vector<std::uint32_t> rank(tokens.size());
  std::vector<Sounds> sorted;
  sorted.reserve(tokens.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    sorted.push_back(tokens[order[i]]);
  }
  tokens = std::move(sorted);
  return rank;
}

void IndexBuilder::State::write_postings(Sections& sections) const {
  std::vector<std::uint32_t> begin(tokens.size() + 1);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // token, name
  pairs.reserve(name_tokens.size());
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    const Range range = names[name].tokens;
    for (std::uint32_t i = range.begin; i < range.begin + range.count; ++i) pairs.emplace_back(name_tokens[i].token(), name);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::uint32_t> postings;
  postings.reserve(pairs.size());
  for (const auto& [token, name] : pairs) {
    ++begin[token + 1];
    postings.push_back(name);
  }
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  sections[static_cast<std::size_t>(SectionId::postings_begin)] = bytes_of(begin);
  sections[static_cast<std::size_t>(SectionId::postings)] = bytes_of(postings);
}

void IndexBuilder::State::write_keys(Sections& sections, const Progress& progress) const {
  std::vector<SkeletonRecord> skeletons, prefixes;
  std::vector<std::uint32_t> keys;
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    names::skeleton_keys(tokens[token], keys);
    for (std::uint32_t key : keys) skeletons.push_back({key, token});
    names::prefix_keys(tokens[token], keys);
    for (std::uint32_t key : keys) prefixes.push_back({key, token});
    if (progress && token % 65'536 == 0) progress(0.2 + 0.4 * token / static_cast<double>(tokens.size()));
  }
  std::sort(skeletons.begin(), skeletons.end());
  std::sort(prefixes.begin(), prefixes.end());
  sections[static_cast<std::size_t>(SectionId::skeletons)] = bytes_of(skeletons);
  sections[static_cast<std::size_t>(SectionId::prefixes)] = bytes_of(prefixes);
}

void IndexBuilder::State::write_numbers(Sections& sections) {
  std::vector<NumberRecord> exact, folded;
  const auto add_number = [&](std::string_view number, std::uint32_t record) {
    const std::string normalised = documents::normalise_number(number);
    if (normalised.empty()) return;
    exact.push_back({strings.add(normalised), record});
    folded.push_back({strings.add(documents::fold_confusable(normalised)), record});
  };
  std::vector<RangeRecord> ranges;
  for (std::uint32_t i = 0; i < lost_documents.size(); ++i) {
    const std::string number(strings.view(lost_documents[i].number)), end(strings.view(lost_documents[i].range_end));
    const auto first = split_serial(documents::normalise_number(number));
    const auto last = split_serial(documents::normalise_number(end));
    const bool is_run = first && last && first->prefix == last->prefix && first->digits == last->digits && first->serial <= last->serial;
    if (is_run) {
      ranges.push_back({strings.add(first->prefix), first->digits, i, first->serial, last->serial});
    } else {
      add_number(number, i);
      if (!end.empty()) add_number(end, i);
    }
  }
  for (std::uint32_t i = 0; i < person_documents.size(); ++i) {
    add_number(std::string(strings.view(person_documents[i].number)), i | NumberRecord::kOfPerson);
  }
  const auto by_number = [&](const NumberRecord& a, const NumberRecord& b) {
    return std::tuple(strings.view(a.number), a.record) < std::tuple(strings.view(b.number), b.record);
  };
  std::sort(exact.begin(), exact.end(), by_number);
  std::sort(folded.begin(), folded.end(), by_number);
  std::sort(ranges.begin(), ranges.end(), [&](const RangeRecord& a, const RangeRecord& b) {
    return std::tuple(strings.view(a.prefix), a.digits, a.first, a.last, a.record) <
           std::tuple(strings.view(b.prefix), b.digits, b.first, b.last, b.record);
  });
  sections[static_cast<std::size_t>(SectionId::exact_numbers)] = bytes_of(exact);
  sections[static_cast<std::size_t>(SectionId::folded_numbers)] = bytes_of(folded);
  sections[static_cast<std::size_t>(SectionId::ranges)] = bytes_of(ranges);
}

Sections IndexBuilder::State::finish(const Progress& progress) {
  Sections sections;
  const auto section = [&](SectionId id) -> std::vector<std::byte>& { return sections[static_cast<std::size_t>(id)]; };
  const std::vector<std::uint32_t> rank = sort_tokens();
  for (NameToken& token : name_tokens) token.packed = rank[token.token()] | (token.packed & 0xf000'0000u);
  write_postings(sections);
  if (progress) progress(0.2);
  write_keys(sections, progress);
  write_numbers(sections);
  section(SectionId::sources) = bytes_of(sources);
  section(SectionId::entries) = bytes_of(entries);
  section(SectionId::names) = bytes_of(names);
  section(SectionId::name_tokens) = bytes_of(name_tokens);
  section(SectionId::birth_dates) = bytes_of_dates(birth_dates);
  section(SectionId::states) = bytes_of(states);
  section(SectionId::texts) = bytes_of(texts);
  section(SectionId::person_documents) = bytes_of(person_documents);
  section(SectionId::tokens) = bytes_of(tokens);
  section(SectionId::lost_documents) = bytes_of(lost_documents);
  const auto text = std::as_bytes(std::span(strings.bytes()));
  section(SectionId::strings).assign(text.begin(), text.end());
  return sections;
}

Result<std::uint64_t> IndexBuilder::write(const std::filesystem::path& path, const Progress& progress) {
  constexpr std::uint64_t kMost = 0xffff'ffff;
  constexpr std::size_t kMostTokens = 0x0fff'ffff;
  const Sections sections = state_->finish(progress);
  if (state_->strings.bytes().size() > kMost || state_->tokens.size() > kMostTokens) {
    return fail(ErrorCode::input_refused, "the lists hold more text than one index can (4 GiB)", path.string());
  }
  if (progress) progress(0.7);
  auto written = write_section_file(path, sections, names::tables_fingerprint());
  if (progress) progress(1);
  return written;
}

}  // namespace darvaza::index
