#include "index/verify.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <tuple>

#include "names/person_name.h"

namespace darvaza::index {
namespace {

class Verifier {
 public:
  explicit Verifier(const SectionFile& file) : file_(file), strings_(file.bytes(SectionId::strings).size()) {}

  bool sizes() const {
    return whole<StringRef>(SectionId::sources) && whole<EntryRecord>(SectionId::entries) &&
           whole<NameRecord>(SectionId::names) && whole<NameToken>(SectionId::name_tokens) &&
           whole<BirthDate>(SectionId::birth_dates) && whole<StateCode>(SectionId::states) &&
           whole<StringRef>(SectionId::texts) && whole<PersonDocumentRecord>(SectionId::person_documents) &&
           whole<Sounds>(SectionId::tokens) && whole<std::uint32_t>(SectionId::postings_begin) &&
           whole<std::uint32_t>(SectionId::postings) && whole<SkeletonRecord>(SectionId::skeletons) &&
           whole<SkeletonRecord>(SectionId::prefixes) && whole<LostDocumentRecord>(SectionId::lost_documents) &&
           whole<NumberRecord>(SectionId::exact_numbers) && whole<NumberRecord>(SectionId::folded_numbers) &&
           whole<RangeRecord>(SectionId::ranges);
  }

  bool entries() const {
    return all<EntryRecord>(SectionId::entries, [&](const EntryRecord& entry) {
      return strings({entry.list, entry.id, entry.category, entry.handling}) && entry.sex <= static_cast<std::uint32_t>(Sex::other) &&
             inside(entry.names, count<NameRecord>(SectionId::names)) &&
             inside(entry.birth_dates, count<BirthDate>(SectionId::birth_dates)) &&
             inside(entry.nationalities, count<StateCode>(SectionId::states)) &&
             inside(entry.birth_places, count<StringRef>(SectionId::texts)) &&
             inside(entry.father_names, count<StringRef>(SectionId::texts)) &&
             inside(entry.documents, count<PersonDocumentRecord>(SectionId::person_documents));
    });
  }

  bool names() const {
    const auto tokens = count<Sounds>(SectionId::tokens);
    return all<NameRecord>(SectionId::names, [&](const NameRecord& name) {
             return name.entry < count<EntryRecord>(SectionId::entries) && string(name.text) &&
                    inside(name.tokens, count<NameToken>(SectionId::name_tokens)) && name.tokens.count <= names::kMaxTokens &&
                    name.grade <= static_cast<std::uint32_t>(NameGrade::weak);
           }) &&
           all<NameToken>(SectionId::name_tokens, [&](NameToken token) {
             return token.token() < tokens && token.role() <= names::TokenRole::patronymic;
           });
  }

  bool facts() const {
    return all<StringRef>(SectionId::sources, [&](StringRef ref) { return string(ref); }) &&
           all<StringRef>(SectionId::texts, [&](StringRef ref) { return string(ref); }) && birth_dates() &&
           all<PersonDocumentRecord>(SectionId::person_documents, [&](const PersonDocumentRecord& document) {
             return document.entry < count<EntryRecord>(SectionId::entries) && strings({document.number, document.type});
           });
  }

  bool dictionary() const {
    const auto tokens = count<Sounds>(SectionId::tokens);
    const auto key_is_sound = [&](const SkeletonRecord& record) { return record.token < tokens; };
    return all<Sounds>(SectionId::tokens, is_token) && ascending<Sounds>(SectionId::tokens) && postings() &&
           all<SkeletonRecord>(SectionId::skeletons, key_is_sound) && ascending<SkeletonRecord>(SectionId::skeletons) &&
           all<SkeletonRecord>(SectionId::prefixes, key_is_sound) && ascending<SkeletonRecord>(SectionId::prefixes);
  }

  bool documents() const {
    const auto lost = count<LostDocumentRecord>(SectionId::lost_documents);
    const auto known = [&](const NumberRecord& number) {
      const bool of_person = (number.record & NumberRecord::kOfPerson) != 0;
      return string(number.number) && (number.record & ~NumberRecord::kOfPerson) <
                                          (of_person ? count<PersonDocumentRecord>(SectionId::person_documents) : lost);
    };
    return all<LostDocumentRecord>(SectionId::lost_documents, [&](const LostDocumentRecord& record) {
             return strings({record.list, record.number, record.range_end, record.type}) &&
                    record.status <= static_cast<std::uint32_t>(DocumentStatus::invalid);
           }) &&
           all<NumberRecord>(SectionId::exact_numbers, known) && all<NumberRecord>(SectionId::folded_numbers, known) &&
           all<RangeRecord>(SectionId::ranges, [&](const RangeRecord& range) { return string(range.prefix) && range.record < lost; });
  }

 private:
  using Sounds = romanize::Sounds;

  template <typename T>
  bool whole(SectionId id) const { return file_.is_whole<T>(id); }
  template <typename T>
  std::uint64_t count(SectionId id) const { return file_.records<T>(id).size(); }
  template <typename T, typename Holds>
  bool all(SectionId id, Holds holds) const {
    const auto records = file_.records<T>(id);
    return std::all_of(records.begin(), records.end(), holds);
  }
  template <typename T>
  bool ascending(SectionId id) const {
    const auto records = file_.records<T>(id);
    return std::is_sorted(records.begin(), records.end());
  }

  bool string(StringRef ref) const { return ref.offset <= strings_ && ref.length <= strings_ - ref.offset; }
  bool strings(std::initializer_list<StringRef> refs) const {
    return std::all_of(refs.begin(), refs.end(), [&](StringRef ref) { return string(ref); });
  }
  static bool inside(Range range, std::uint64_t size) { return range.begin <= size && range.count <= size - range.begin; }

  /// Reads raw bytes: a bool that is neither 0 nor 1, or an enumerator out of range, must not be read as such.
  bool birth_dates() const {
    const auto bytes = file_.bytes(SectionId::birth_dates);
    for (std::size_t at = offsetof(BirthDate, circa); at < bytes.size(); at += sizeof(BirthDate)) {
      if (bytes[at] > std::byte{1}) return false;
    }
    return true;
  }
  static bool is_token(const Sounds& sounds) {
    return static_cast<std::size_t>(sounds.system()) < romanize::kWritingSystemCount && sounds.size() <= Sounds::kCapacity &&
           std::all_of(sounds.begin(), sounds.end(), [](romanize::Sound s) { return s > romanize::Sound::none && s < romanize::Sound::count; });
  }
  bool postings() const {
    const auto begin = file_.records<std::uint32_t>(SectionId::postings_begin);
    const auto names = count<NameRecord>(SectionId::names);
    return begin.size() == count<Sounds>(SectionId::tokens) + 1 && begin.front() == 0 && std::is_sorted(begin.begin(), begin.end()) &&
           begin.back() == count<std::uint32_t>(SectionId::postings) &&
           all<std::uint32_t>(SectionId::postings, [&](std::uint32_t name) { return name < names; });
  }

  const SectionFile& file_;
  std::uint64_t strings_;
};

}  // namespace

std::string find_inconsistency(const SectionFile& file) {
  const Verifier verifier(file);
  // Sizes first: everything else reads whole records.
  if (!verifier.sizes()) return "a section does not hold whole records";
  if (!verifier.entries()) return "an entry refers to something that is not there";
  if (!verifier.names()) return "a name refers to something that is not there";
  if (!verifier.facts()) return "a fact of an entry is out of range";
  if (!verifier.dictionary()) return "the dictionary is not in order";
  if (!verifier.documents()) return "a document refers to something that is not there";
  return {};
}

}  // namespace darvaza::index
