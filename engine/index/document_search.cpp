#include "index/document_search.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "documents/number_comparison.h"
#include "documents/serial_number.h"
#include "index/document_ranges.h"
#include "index/packed_number.h"

namespace darvaza::index {
namespace {

using documents::NumberAgreement;

/// Every way to read some characters as their counterparts, the given one left out: "QG" for Q and
/// G gives "GG", "QQ", "GQ". At most `kMost` characters are read otherwise, the first ones.
template <typename IsDouble, typename Turn, typename Use>
void read_otherwise(std::string text, const IsDouble& is_double, const Turn& turn, const Use& use) {
  constexpr std::size_t kMost = 4;
  std::array<std::size_t, kMost> places;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size() && count < kMost; ++i) {
    if (is_double(text[i])) places[count++] = i;
  }
  for (unsigned chosen = 1; chosen < 1u << count; ++chosen) {
    std::string other = text;
    for (std::size_t i = 0; i < count; ++i) {
      if ((chosen >> i & 1) != 0) other[places[i]] = turn(text[places[i]]);
    }
    use(std::string_view(other));
  }
}

/// The number with letters at its end read as digits that they look like, as far back as that goes.
std::string end_read_as_digits(std::string_view number) {
  std::string read(number);
  for (std::size_t at = read.size(); at-- > 0;) {
    const char digit = documents::digit_look_alike(read[at]);
    if (digit > '9') break;
    if (read[at] > '9') read[at] = digit;
  }
  return read;
}

/// Whether `read` (the number asked for, its end perhaps read as digits) is in the run, and what
/// the reading costs.
std::optional<std::int32_t> cost_in_run(std::string_view asked, std::string_view read,
                                        std::string_view first, std::string_view last) {
  const auto from = documents::split_serial(first), to = documents::split_serial(last);
  if (!from || !to || asked.size() != first.size()) return std::nullopt;
  const auto serial = documents::split_serial(read.substr(from->prefix.size()));
  if (!serial || !serial->prefix.empty() || serial->serial < from->serial ||
      serial->serial > to->serial)
    return std::nullopt;
  return documents::confusion_cost(asked,
                                   from->prefix + std::string(read.substr(from->prefix.size())));
}

}  // namespace

/// A listed number that agrees: of a document of the table, or of a run.
struct DocumentSearch::Found {
  NumberAgreement agreement;
  bool in_run = false;
  bool of_person = false;
  std::uint32_t number = 0;  ///< in the table, or of the wide document

  auto rank() const {
    return std::tuple(agreement.match, agreement.difference_mn, of_person, in_run, number);
  }
  auto listed() const { return std::tuple(in_run, number); }
};

DocumentSearch::DocumentSearch(const SectionFile& file)
    : strings_(reinterpret_cast<const char*>(file.bytes(SectionId::strings).data()),
               file.bytes(SectionId::strings).size()),
      lookup_{file.records<std::uint32_t>(SectionId::document_buckets),
              file.records<std::uint8_t>(SectionId::document_tags),
              file.records<DocumentRecord>(SectionId::documents)},
      attributes_(file.records<DocumentAttributes>(SectionId::document_attributes)),
      wide_(file.records<WideDocument>(SectionId::wide_documents)),
      ranges_(file.records<RangeRecord>(SectionId::ranges)),
      person_documents_(file.records<PersonDocumentRecord>(SectionId::person_documents)),
      entries_(file.records<EntryRecord>(SectionId::entries)),
      profiles_(file.records<ProfileRecord>(SectionId::profiles)) {}

std::string_view DocumentSearch::listed_number(const DocumentFields& fields,
                                               std::span<char, documents::kLongestNumber> room,
                                               std::string& long_one) const {
  const std::uint32_t record = record_of(fields.number);
  switch (kind_of(fields.number)) {
    case NumberKind::packed:
      return unpack_number(fields.number, room);
    case NumberKind::wide:
      return long_one = documents::normalise_number(string(wide_[record].number));
    case NumberKind::end_of_wide:
      return long_one = documents::normalise_number(string(wide_[record].range_end));
    case NumberKind::of_person:
      break;
  }
  return long_one = documents::normalise_number(string(person_documents_[record].number));
}

void DocumentSearch::find_under(std::uint64_t hash, std::string_view normalised,
                                NumberSearch search, std::vector<Found>& found) const {
  lookup_.each(hash, [&](const DocumentRecord& record, std::uint32_t number) {
    char room[documents::kLongestNumber];
    std::string long_one;
    const DocumentFields fields = to_fields(record);
    const auto agreement =
        documents::compare_numbers(normalised, listed_number(fields, room, long_one));
    if (!agreement ||
        (agreement->match > DocumentMatch::confusable && search == NumberSearch::surest))
      return;
    found.push_back({*agreement, false, kind_of(fields.number) == NumberKind::of_person, number});
  });
}

/// Q and G are taken for one another, and have different folded forms.
void DocumentSearch::find_read_otherwise(std::string_view normalised,
                                         std::vector<Found>& found) const {
  if (std::none_of(normalised.begin(), normalised.end(),
                   [](char c) { return c == 'Q' || c == 'G'; }))
    return;
  read_otherwise(
      std::string(normalised), [](char c) { return c == 'Q' || c == 'G'; },
      [](char c) { return c == 'Q' ? 'G' : 'Q'; },
      [&](std::string_view read) {
        find_under(document_hash(read), normalised, NumberSearch::surest, found);
      });
}

void DocumentSearch::find_near(std::string_view normalised, std::vector<Found>& found) const {
  // One character of each confusion group, and of those in none: a document is found under any of
  // its group.
  constexpr std::string_view kRepresentatives = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::vector<std::uint64_t> hashes;
  std::string other(normalised);
  for (std::size_t i = 0; i < other.size(); ++i) {
    const char given = other[i];
    for (const char c : kRepresentatives) {
      if (documents::digit_look_alike(c) != c || documents::digit_look_alike(given) == c) continue;
      other[i] = c;
      hashes.push_back(document_hash(other));
    }
    other[i] = given;
    if (i + 1 == other.size() || other[i] == other[i + 1]) continue;
    std::swap(other[i], other[i + 1]);
    hashes.push_back(document_hash(other));
    std::swap(other[i], other[i + 1]);
  }
  for (const std::uint64_t hash : hashes) lookup_.prefetch_bucket(hash);
  for (const std::uint64_t hash : hashes) lookup_.prefetch_tags(hash);
  for (const std::uint64_t hash : hashes) find_under(hash, normalised, NumberSearch::near, found);
}

void DocumentSearch::find_ranges(std::string_view normalised, std::vector<Found>& found) const {
  if (ranges_.empty()) return;
  const auto look = [&](std::string_view given) {
    ranges_around(ranges_, range_key(given), [&](std::uint32_t document) {
      const std::string read = end_read_as_digits(given);
      const std::string first = documents::normalise_number(string(wide_[document].number)),
                        last = documents::normalise_number(string(wide_[document].range_end));
      if (const auto cost = cost_in_run(normalised, read, first, last)) {
        found.push_back({{*cost == 0 ? DocumentMatch::range : DocumentMatch::confusable, *cost},
                         true,
                         false,
                         document});
      }
    });
  };
  look(normalised);
  // A Z is a 2 or a 7.
  if (normalised.find('Z') == std::string_view::npos) return;
  read_otherwise(
      std::string(normalised), [](char c) { return c == 'Z'; }, [](char) { return '7'; }, look);
}

std::vector<DocumentSearch::Found> DocumentSearch::find_all(std::string_view normalised,
                                                            std::uint64_t hash,
                                                            NumberSearch search) const {
  std::vector<Found> found;
  find_under(hash, normalised, search, found);
  find_read_otherwise(normalised, found);
  find_ranges(normalised, found);
  if (search == NumberSearch::near) find_near(normalised, found);
  if (found.size() < 2) return found;
  const auto by_rank = [](const Found& a, const Found& b) { return a.rank() < b.rank(); };
  // Several readings may lead to one record: the best of them counts.
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return a.listed() != b.listed() ? a.listed() < b.listed() : by_rank(a, b);
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Found& a, const Found& b) { return a.listed() == b.listed(); }),
              found.end());
  std::sort(found.begin(), found.end(), by_rank);
  return found;
}

std::vector<DocumentMatchView> DocumentSearch::find(std::string_view number,
                                                    NumberSearch search) const {
  std::vector<DocumentMatchView> matches;
  char room[documents::kLongestNumber];
  const std::string_view normalised = documents::normalise_number(number, room);
  if (normalised.empty()) return matches;
  for (const Found& found : find_all(normalised, document_hash(normalised), search))
    matches.push_back(view(found));
  return matches;
}

void DocumentSearch::find(std::span<const std::string_view> numbers,
                          const Index::DocumentVisitor& use) const {
  constexpr std::size_t kAtOnce = 32;  // as many as the processor can wait for, and a few more
  struct Asked {
    std::array<char, documents::kLongestNumber> room;
    std::string_view normalised;
    std::uint64_t hash;
  };
  std::array<Asked, kAtOnce> asked;
  for (std::size_t begin = 0; begin < numbers.size(); begin += kAtOnce) {
    const auto now = std::span(asked).first(std::min(kAtOnce, numbers.size() - begin));
    for (std::size_t i = 0; i < now.size(); ++i) {
      now[i].normalised = documents::normalise_number(numbers[begin + i], now[i].room);
      now[i].hash = document_hash(now[i].normalised);
      lookup_.prefetch_bucket(now[i].hash);
    }
    for (const Asked& one : now) lookup_.prefetch_tags(one.hash);
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (now[i].normalised.empty()) continue;
      for (const Found& found : find_all(now[i].normalised, now[i].hash, NumberSearch::surest))
        use(begin + i, view(found));
    }
  }
}

CommonFacts DocumentSearch::facts(std::uint32_t number) const {
  const DocumentAttributes& a = attributes_[number];
  return {std::string(string(a.list)),
          std::string(string(a.type)),
          std::string(string(a.shape)),
          std::string(string(a.reference)),
          a.issuing_state,
          a.reporting_state,
          static_cast<DocumentStatus>(a.status),
          static_cast<DocumentForm>(a.form),
          a.review_years,
          a.reference_digits};
}

LostDocument DocumentSearch::wide_document(std::uint32_t number) const {
  const WideDocument& wide = wide_[number];
  CommonFacts common = facts(wide.attributes);
  LostDocument document;
  document.list = std::move(common.list);
  document.number = string(wide.number);
  document.range_end = string(wide.range_end);
  document.type = std::move(common.type);
  document.issuing_state = common.issuing_state;
  document.status = common.status;
  document.lost = wide.lost;
  document.reported = wide.reported;
  document.review = wide.review;
  document.reporting_state = common.reporting_state;
  document.reference = string(wide.reference);
  return document;
}

void DocumentSearch::for_each_lost(const std::function<void(LostDocument&&)>& use) const {
  for (const DocumentRecord& record : lookup_.documents) {
    const DocumentFields fields = to_fields(record);
    if (kind_of(fields.number) == NumberKind::packed) use(expand(facts(fields.attributes), fields));
  }
  for (std::uint32_t wide = 0; wide < wide_.size(); ++wide) use(wide_document(wide));
}

DocumentMatchView DocumentSearch::view(const Found& found) const {
  DocumentMatchView view;
  view.match = found.agreement.match;
  view.difference_mn = found.agreement.difference_mn;
  if (found.in_run) {
    view.record = wide_document(found.number);
    return view;
  }
  const DocumentFields fields = to_fields(lookup_.documents[found.number]);
  if (kind_of(fields.number) == NumberKind::packed) {
    view.record = expand(facts(fields.attributes), fields);
  } else if (found.of_person) {
    const PersonDocumentRecord& document = person_documents_[record_of(fields.number)];
    view.of_person = true;
    view.entry = document.entry;
    view.record.list = string(profiles_[entries_[document.entry].profile()].list);
    view.record.number = string(document.number);
    view.record.type = string(document.type);
    view.record.issuing_state = document.issuing_state;
  } else {
    view.record = wide_document(record_of(fields.number));
  }
  return view;
}

}  // namespace darvaza::index
