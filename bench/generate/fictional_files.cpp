#include "generate/fictional_files.h"

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "generate/lost_document.h"
#include "generate/misspelling.h"
#include "generate/nasty_person.h"
#include "generate/person.h"

namespace darvaza::generate {
namespace {

enum Stream : std::uint64_t { kListed = 1, kUnlisted, kTravellers };

/// A text file: pieces are collected and written in large ones. No field of CSV needs quoting.
class Lines {
 public:
  Lines(const std::string& path, std::string_view beginning) : out_(path, std::ios::binary) {
    add("{}", beginning);
  }
  template <typename... T>
  void add(fmt::format_string<T...> format, T&&... values) {
    fmt::format_to(std::back_inserter(buffer_), format, std::forward<T>(values)...);
    if (buffer_.size() > kPiece) flush();
  }
  bool close() {
    flush();
    out_.close();
    return out_.good();
  }

 private:
  static constexpr std::size_t kPiece = 1 << 20;
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
  }
  std::ofstream out_;
  fmt::memory_buffer buffer_;
};

/// Listed person `number`: made from the seed and the number, so that a traveller who is on the
/// list is made again, not remembered.
Person make_listed(const FilesWanted& wanted, const Vocabulary& vocabulary, std::uint64_t number,
                   Random& random) {
  return wanted.kind == Kind::nasty ? make_nasty_person(vocabulary, number, random)
                                    : make_person(vocabulary, random);
}

}  // namespace

bool write_list(const FilesWanted& wanted, const Vocabulary& vocabulary) {
  Lines lines(wanted.list, "id,full_name,birth_date,sex,nationality\n");
  for (std::uint64_t i = 0; i < wanted.persons; ++i) {
    Random random = Random::of_record(wanted.seed, kListed, i);
    const Person person = make_listed(wanted, vocabulary, i, random);
    lines.add("g{},{},{},{},{}\n", i, write_name(person, random), person.birth_date, person.sex,
              person.nationality);
  }
  return lines.close();
}

bool write_documents(const FilesWanted& wanted) {
  Lines lines(wanted.document_list, "document_number,range_end,document_type,issuing_state,status,lost_on,reported,review_date,reporting_state,reference,list");
  for (std::uint64_t i = 0; i < wanted.documents; ++i) {
    const LostDocument d = make_lost_document(wanted.seed, i);
    lines.add("{},{},{},{},{},{},{},{},{},{},{}\n", d.number, d.range_end, d.type, d.issuing_state.text(), to_string(d.status), to_string(d.lost),
              to_string(d.reported), to_string(d.review), d.reporting_state.text(), d.reference, d.list);
  }
  return lines.close();
}

bool write_travellers(const FilesWanted& wanted, const Vocabulary& vocabulary) {
  Lines manifest(wanted.manifest, manifest_begin(wanted.manifest_format));
  Lines truth(wanted.truth, "id,entry\n");
  const auto listed_per_million = static_cast<std::uint64_t>(wanted.listed_share * 1e6);
  for (std::uint64_t i = 0; i < wanted.travellers; ++i) {
    Random choice = Random::of_record(wanted.seed, kTravellers, i);
    const bool listed = wanted.persons != 0 && choice.below(1'000'000) < listed_per_million;
    const std::uint64_t number = listed ? choice.below(wanted.persons) : i;
    Random random = Random::of_record(wanted.seed, listed ? kListed : kUnlisted, number);
    const Person person =
        listed ? make_listed(wanted, vocabulary, number, random) : make_person(vocabulary, random);
    const std::string name = listed ? write_misspelled(person, choice) : write_name(person, random);
    manifest.add("{}", manifest_traveller(wanted.manifest_format,
                                          {i, name, person.birth_date, person.nationality}));
    if (listed) truth.add("{},g{}\n", answer_id(wanted.manifest_format, i), number);
  }
  manifest.add("{}", manifest_end(wanted.manifest_format, wanted.travellers));
  const bool manifest_written = manifest.close();
  return truth.close() && manifest_written;
}

}  // namespace darvaza::generate
