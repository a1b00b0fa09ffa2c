// Damage of every kind: by accident, which digests find, and on purpose, which they do not.
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "index/section_file.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {
namespace {

class DamagedIndex : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexBuilder builder;
    add_one_of_everything(builder);
    ASSERT_TRUE(builder.write(path_));
    good_ = read_bytes(path_);
  }

  /// Opens `bytes` as an index: nothing when refused.
  Result<Index> open(const Bytes& bytes) {
    write_bytes(path_, bytes);
    return Index::open(path_, Residence::copied);
  }

  /// Writes over the file as it is, so that a change costs no copy of the whole.
  template <typename T>
  void patch(std::uint64_t at, const T& value) {
    std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(reinterpret_cast<const char*>(&value), sizeof value);
    ASSERT_TRUE(file.flush().good());
  }

  FileHeader header() const {
    FileHeader header;
    std::memcpy(&header, good_.data(), sizeof header);
    return header;
  }

  /// The section dated_begin has 65,537 words, nearly all the same: a sample of them is tried.
  bool is_tried(std::size_t at) const {
    const SectionEntry dated = header().sections[static_cast<std::size_t>(SectionId::dated_begin)];
    constexpr std::size_t kOneOf = 4099;  // a prime, so that every place in a word comes up
    return at < dated.offset || at >= dated.offset + dated.bytes || at % kOneOf == 0;
  }

  /// Makes all digests hold again, as whoever forges a file would.
  static void forge_digests(Bytes& bytes) {
    FileHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    for (SectionEntry& section : header.sections) {
      section.digest = digest_of(std::span(bytes).subspan(section.offset, section.bytes));
    }
    std::memcpy(bytes.data(), &header, sizeof header);
    header.digest = digest_of(std::span(bytes).first(offsetof(FileHeader, digest)));
    std::memcpy(bytes.data(), &header, sizeof header);
  }

  TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_ / "index";
  Bytes good_;
};

TEST_F(DamagedIndex, CutAtAnyByteIsRefused) {
  for (std::size_t size = good_.size(); size-- > 0;) {
    if (!is_tried(size)) continue;
    std::filesystem::resize_file(path_, size);
    const auto opened = Index::open(path_, Residence::copied);
    ASSERT_FALSE(opened) << "cut to " << size << " of " << good_.size() << " bytes";
    ASSERT_EQ(opened.error().code, ErrorCode::input_refused) << size;
  }
}

TEST_F(DamagedIndex, AnyByteChangedIsRefused) {
  std::vector<std::size_t> accepted;
  for (std::size_t at = 0; at < good_.size(); ++at) {
    if (!is_tried(at)) continue;
    const std::byte changed = good_[at] ^ std::byte{1} << (at % 8);
    patch(at, changed);
    if (Index::open(path_, Residence::copied)) accepted.push_back(at);
    patch(at, good_[at]);
  }
  EXPECT_TRUE(Index::open(path_)) << "all changes are undone";
  EXPECT_TRUE(accepted.empty()) << accepted.size() << " of " << good_.size() << " bytes can be changed unnoticed, the first at " << accepted.front();
}

/// Random values over any bytes of any section, digests forged: it may open or not, but whatever it
/// then answers must come from inside the file (the sanitizers watch).
TEST_F(DamagedIndex, ForgedSectionsNeverLeadOutside) {
  const FileHeader sections = header();
  std::mt19937 random(20'240'501);
  int opened_count = 0;
  constexpr int kRounds = 4000;
  for (int round = 0; round < kRounds; ++round) {
    Bytes bytes = good_;
    for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
      const SectionEntry& section = sections.sections[random() % kSectionCount];
      if (section.bytes == 0) continue;
      const std::uint64_t at = section.offset + random() % section.bytes;
      constexpr std::byte kValues[] = {std::byte{0}, std::byte{1}, std::byte{0x7f}, std::byte{0x80},
                                       std::byte{0xff}};
      bytes[at] = random() % 2 == 0 ? kValues[random() % std::size(kValues)]
                                    : static_cast<std::byte>(random());
    }
    forge_digests(bytes);
    const auto opened = open(bytes);
    if (!opened) continue;
    ++opened_count;
    use_everything(*opened);
  }
  // Both outcomes must occur, or the test would not test what it says.
  EXPECT_GT(opened_count, 0);
  EXPECT_LT(opened_count, kRounds);
}

/// The same with 32-bit words, which are what offsets, counts and numbers are.
TEST_F(DamagedIndex, ForgedWordsNeverLeadOutside) {
  const FileHeader sections = header();
  constexpr std::uint32_t kValues[] = {0, 1, 2, 3, 0x0fff'ffff, 0x1000'0000, 0x7fff'ffff, 0x8000'0000, 0xffff'ffff};
  int refused = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const SectionEntry section = sections.sections[i];
    Bytes bytes(good_.begin() + static_cast<std::ptrdiff_t>(section.offset), good_.begin() + static_cast<std::ptrdiff_t>(section.offset + section.bytes));
    for (std::uint64_t at = 0; at + 4 <= section.bytes; at += 4) {
      if (!is_tried(section.offset + at) && !is_tried(section.offset + at + 1)) continue;
      std::uint32_t good;
      std::memcpy(&good, &bytes[at], sizeof good);
      for (const std::uint32_t value : kValues) {
        std::memcpy(&bytes[at], &value, sizeof value);
        patch(section.offset + at, value);
        FileHeader forged = sections;
        forged.sections[i].digest = digest_of(bytes);
        forged.digest = digest_of(std::as_bytes(std::span(&forged, 1)).first(offsetof(FileHeader, digest)));
        patch(0, forged);
        const auto opened = Index::open(path_, Residence::copied);
        refused += !opened;
        if (opened) use_everything(*opened);
      }
      std::memcpy(&bytes[at], &good, sizeof good);
      patch(section.offset + at, good);
    }
  }
  EXPECT_GT(refused, 0);
}

/// A name has postings with four others at most, side by side; in a forged file all postings may be of one name.
/// A bug once: Search::bound_of (candidate_search.cpp) writes behind `unmet`, and split_cost reads the token kMany. Run
/// it under the sanitizers once the bounds are there.
TEST_F(DamagedIndex, AForgedNameWithManyPostingsStaysInside) {
  IndexBuilder builder;
  for (const char* name : {"Nader Behruzi", "Nader Kamalov", "Nader Zarbofanov", "Nader Sutkeldi", "Nader Qizilbash", "Nader Temirov", "Nader Gulbadan",
                           "Nader Jamshedov", "Nader Vafo", "Nader Holmurod", "Nader Ros Tam", "Zeynab Ros Tami"}) {
    builder.add(person(name, {name}));
  }
  ASSERT_TRUE(builder.write(path_));
  for (const bool many : {false, true}) {
    Bytes bytes = read_bytes(path_);
    FileHeader forged;
    std::memcpy(&forged, bytes.data(), sizeof forged);
    const SectionEntry begins = forged.sections[static_cast<std::size_t>(SectionId::postings_begin)];
    const SectionEntry postings = forged.sections[static_cast<std::size_t>(SectionId::postings)];
    std::vector<std::uint32_t> begin(begins.bytes / 4), words(postings.bytes / 4);
    std::memcpy(begin.data(), &bytes[begins.offset], begins.bytes);
    std::memcpy(words.data(), &bytes[postings.offset], postings.bytes);
    constexpr std::uint32_t kManyWithoutClasses = 0x00ff'fffe;
    for (std::size_t token = 0; token + 1 < begin.size(); ++token) {
      const std::uint32_t size = PostingList::size_of(begin[token + 1] - begin[token]);
      for (std::uint32_t at = 1; many && at < size; at += 2) words[begin[token] + at] = kManyWithoutClasses;
      for (std::uint32_t at = 0; at < size; ++at) words[begin[token] + size + at] = words[begin[0] + PostingList::size_of(begin[1] - begin[0])];
    }
    std::memcpy(&bytes[postings.offset], words.data(), postings.bytes);
    forge_digests(bytes);
    write_bytes(directory_ / "forged", bytes);
    const auto opened = Index::open(directory_ / "forged", Residence::copied);
    ASSERT_TRUE(opened);
    use_everything(*opened);
  }
}

/// A search makes room for the last group of a key: it must be the greatest.
TEST_F(DamagedIndex, GroupsThatDoNotAscendUnderAKeyAreRefused) {
  IndexBuilder builder;
  for (const std::string& name : made_up_names(2000, 3)) builder.add(person(name.c_str(), {name.c_str()}));
  ASSERT_TRUE(builder.write(path_));
  const Bytes whole = read_bytes(path_);
  FileHeader header;
  std::memcpy(&header, whole.data(), sizeof header);
  for (const auto& [table, filed] : {std::pair(SectionId::skeletons, SectionId::skeleton_groups), std::pair(SectionId::prefixes, SectionId::prefix_groups)}) {
    const SectionEntry keys = header.sections[static_cast<std::size_t>(table)], groups = header.sections[static_cast<std::size_t>(filed)];
    std::vector<KeyRecord> records(keys.bytes / sizeof(KeyRecord));
    std::memcpy(records.data(), &whole[keys.offset], keys.bytes);
    const auto several = std::adjacent_find(records.begin(), records.end(), [](const KeyRecord& a, const KeyRecord& b) { return b.begin - a.begin > 1; });
    ASSERT_NE(several, records.end());
    Bytes bytes = whole;
    const std::uint64_t last = groups.offset + (several[1].begin - 1) * std::uint64_t{4};
    std::memcpy(&bytes[last], &whole[last - 4], 4);
    std::memcpy(&bytes[last - 4], &whole[last], 4);
    forge_digests(bytes);
    write_bytes(directory_ / "forged", bytes);
    const auto opened = Index::open(directory_ / "forged", Residence::copied);
    ASSERT_FALSE(opened);
    EXPECT_NE(to_string(opened.error()).find("the dictionary is not in order"), std::string::npos) << to_string(opened.error());
  }
}

TEST_F(DamagedIndex, ForgedSectionTablesNeverLeadOutside) {
  constexpr std::uint64_t kValues[] = {
      0, 1, 4, 64, 4096, 0x7fff'ffff'ffff'ffff, ~std::uint64_t{0}, ~std::uint64_t{63}};
  int refused = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    for (const std::uint64_t value : kValues) {
      for (const bool offset : {true, false}) {
        Bytes bytes = good_;
        FileHeader forged = header();
        (offset ? forged.sections[i].offset : forged.sections[i].bytes) = value;
        const SectionEntry& section = forged.sections[i];
        if (section.offset <= bytes.size() && section.bytes <= bytes.size() - section.offset) {
          forged.sections[i].digest =
              digest_of(std::span(bytes).subspan(section.offset, section.bytes));
        }
        std::memcpy(bytes.data(), &forged, sizeof forged);
        forged.digest = digest_of(std::span(bytes).first(offsetof(FileHeader, digest)));
        std::memcpy(bytes.data(), &forged, sizeof forged);
        const auto opened = open(bytes);
        refused += !opened;
        if (opened) use_everything(*opened);
      }
    }
  }
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace darvaza::index
