#include "fuzz/index_patch.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include <unistd.h>

#include "fuzz/fuzz_target.h"
#include "index/file_format.h"
#include "index/index_builder.h"
#include "index/section_file.h"

namespace darvaza::fuzz {
namespace {

using index::FileHeader;
using index::kSectionCount;

WatchlistEntry full_entry() {
  WatchlistEntry entry;
  entry.list = "zala";
  entry.id = "Z-17";
  entry.names = {{"Nader Rostami", NameGrade::primary},
                 {"Нодир Рустами", NameGrade::strong},
                 {"نادر رستمی", NameGrade::weak}};
  entry.birth_dates = {BirthDate::on({1971, 3, 2}), BirthDate{{1970, 0, 0}, {1972, 0, 0}, true}};
  entry.sex = Sex::male;
  entry.nationalities = {StateCode("IRN"), StateCode("TJK")};
  entry.birth_places = {"Zalabad"};
  entry.father_names = {"Behruz"};
  entry.documents = {{"Z 1234567", "Passport", StateCode("IRN")}};
  entry.category = "smuggling";
  entry.handling = "call the duty officer";
  return entry;
}

WatchlistEntry bare_entry() {
  WatchlistEntry entry;
  entry.list = "zala";
  entry.id = "Z-18";
  entry.names = {{"Zeynab Rostami-Pur", NameGrade::primary}};
  return entry;
}

LostDocument lost(std::string number, std::string range_end, DocumentStatus status) {
  LostDocument document;
  document.list = "sltd";
  document.number = std::move(number);
  document.range_end = std::move(range_end);
  document.issuing_state = StateCode("PAK");
  document.status = status;
  document.reported = {2024, 5, 1};
  return document;
}

std::string build() {
  index::IndexBuilder builder;
  builder.add(full_entry());
  builder.add(bare_entry());
  builder.add(lost("AB0012345", {}, DocumentStatus::stolen));
  builder.add(lost("XK100", "XK199", DocumentStatus::stolen_blank));
  builder.add_source(R"({"file":"zala.csv"})");
  // Not a MemoryFile: the builder writes beside its file and renames.
  std::string folder = (std::filesystem::temp_directory_path() / "darvaza-fuzz-XXXXXX").string();
  require(::mkdtemp(folder.data()) != nullptr, "there is room for a temporary file");
  const std::filesystem::path path = std::filesystem::path(folder) / "index";
  require(builder.write(path).has_value(), "a small index can be built");
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove_all(folder);
  return bytes;
}

struct Step {
  std::uint8_t action = 0;
  std::uint8_t section = 0;
  std::uint16_t place = 0;
  std::uint32_t value = 0;
};
static_assert(sizeof(Step) == 8);

/// What the steps are done to. Never reaches outside `bytes`, whatever an earlier step did to it.
class Patch {
 public:
  PatchedIndex result{small_index(), true};

  void apply(const Step& step) {
    using Action = void (Patch::*)(const Step&);
    static constexpr Action kActions[] = {
        &Patch::set_byte,     &Patch::set_word,        &Patch::copy_word, &Patch::resize_section,
        &Patch::move_section, &Patch::set_header_byte, &Patch::truncate,  &Patch::leave_digests,
    };
    if (result.bytes.size() < sizeof(FileHeader)) return;
    (this->*kActions[step.action % std::size(kActions)])(step);
  }

  void forge_digests() {
    if (!result.forged || result.bytes.size() < sizeof(FileHeader)) return;
    FileHeader header = load();
    header.file_bytes = result.bytes.size();
    for (index::SectionEntry& section : header.sections) {
      section.digest = index::digest_of(std::as_bytes(std::span(bytes_of(section))));
    }
    header.digest =
        index::digest_of(std::as_bytes(std::span(&header, 1)).first(offsetof(FileHeader, digest)));
    store(header);
  }

 private:
  static constexpr std::size_t kWord = sizeof(std::uint32_t);

  FileHeader load() const {
    FileHeader header;
    std::memcpy(&header, result.bytes.data(), sizeof header);
    return header;
  }
  void store(const FileHeader& header) { std::memcpy(result.bytes.data(), &header, sizeof header); }

  std::span<char> bytes_of(const index::SectionEntry& section) {
    const std::uint64_t begin = std::min<std::uint64_t>(section.offset, result.bytes.size());
    const std::uint64_t size = std::min<std::uint64_t>(section.bytes, result.bytes.size() - begin);
    return std::span(result.bytes).subspan(begin, size);
  }
  std::span<char> section_of(const Step& step) {
    return bytes_of(load().sections[step.section % kSectionCount]);
  }

  void set_byte(const Step& step) {
    const auto section = section_of(step);
    if (!section.empty()) section[step.place % section.size()] = static_cast<char>(step.value);
  }
  void set_word(const Step& step) {
    const auto section = section_of(step);
    if (section.size() < kWord) return;
    std::memcpy(&section[step.place % (section.size() / kWord) * kWord], &step.value, kWord);
  }
  void copy_word(const Step& step) {
    const auto section = section_of(step);
    const std::size_t words = section.size() / kWord;
    if (words == 0) return;
    std::memmove(&section[step.place % words * kWord], &section[step.value % words * kWord], kWord);
  }
  void resize_section(const Step& step) {
    FileHeader header = load();
    index::SectionEntry& section = header.sections[step.section % kSectionCount];
    section.bytes = step.value % (section.bytes + 128);
    store(header);
  }
  void move_section(const Step& step) {
    FileHeader header = load();
    const std::size_t lines = result.bytes.size() / index::kAlignment + 2;
    header.sections[step.section % kSectionCount].offset = step.value % lines * index::kAlignment;
    store(header);
  }
  void set_header_byte(const Step& step) {
    result.bytes[step.place % sizeof(FileHeader)] = static_cast<char>(step.value);
  }
  void truncate(const Step& step) { result.bytes.resize(step.value % (result.bytes.size() + 1)); }
  void leave_digests(const Step&) { result.forged = false; }
};

}  // namespace

const std::string& small_index() {
  static const std::string bytes = build();
  return bytes;
}

PatchedIndex patch_index(std::string_view script) {
  Patch patch;
  for (; script.size() >= sizeof(Step); script.remove_prefix(sizeof(Step))) {
    Step step;
    std::memcpy(&step, script.data(), sizeof step);
    patch.apply(step);
  }
  patch.forge_digests();
  return std::move(patch.result);
}

}  // namespace darvaza::fuzz
