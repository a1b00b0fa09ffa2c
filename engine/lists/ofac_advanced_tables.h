// What OFAC's advanced form keeps apart from the parties: reference values, places, documents and
// measures.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/partial_date.h"
#include "lists/source_recorder.h"
#include "lists/xml_records.h"

namespace darvaza::lists {

/// Appends to what is joined while it stays within OfacAdvancedTables::kMostJoinedBytes.
void append_bounded(std::string& joined, std::string_view text, std::string_view separator);

/// A year, month and day in elements of these names; unknown without a year.
PartialDate ofac_date(const XmlElement& element);

/// Collected in a first reading of the file, asked in the second. Everything is joined by the
/// numbers that the file gives out.
class OfacAdvancedTables {
 public:
  /// Types and countries are words of the tables, and live as long as these: a long word that
  /// millions of documents name is held once.
  struct Document {
    std::string_view type;
    std::string number;
    std::string_view country;
  };
  struct Location {
    std::string_view country;
    std::string text;  ///< its parts in their order, then the country; at most kMostJoinedBytes
  };
  struct Measures {
    std::string programs;     ///< "SDGT; IRAN"
    std::string lists;        ///< names of the lists: "SDN List"
    std::string legal_basis;  ///< "Executive Order …; …"
    PartialDate listed;       ///< the first day on which anything was entered
  };

  /// Documents of one identity beyond this many are left out: they are compared with each other.
  static constexpr std::size_t kMostDocuments = 1000;

  /// Longer reference values are remarked upon and left out; OFAC's longest have under 200 bytes.
  static constexpr std::size_t kMostWordBytes = 1000;

  /// What is joined from words for one profile stays this small, whatever a file says of it: every
  /// reference costs a few bytes and may name a word of a thousand.
  static constexpr std::size_t kMostJoinedBytes = 4096;

  OfacAdvancedTables() = default;
  OfacAdvancedTables(const OfacAdvancedTables&) = delete;
  OfacAdvancedTables& operator=(const OfacAdvancedTables&) = delete;

  /// Takes a child of one of the sections, whichever it is. The reference values must come before
  /// what refers to them, as the schema has it. Of two values with one number the first holds.
  void take(const XmlElement& element, SourceRecorder& recorder);

  /// The word for a number in a set of reference values ("FeatureType", "224"); empty when it is
  /// not there.
  std::string_view word(std::string_view set, std::string_view id) const;
  /// The kind of party of a PartySubType: its own word, or where that says nothing ("Unknown") its
  /// PartyType's.
  std::string_view party_type(std::string_view sub_type) const;

  /// Handed out once: a file that names an identity again and again would have its documents again
  /// and again, too. Empty when there are none.
  std::vector<Document> take_documents(std::string_view identity);
  const Location* location(std::string_view id) const;
  const Measures* measures(std::string_view profile) const;

 private:
  template <typename Value>
  using ById = std::unordered_map<std::string, Value>;

  void take_values(const XmlElement& values, SourceRecorder& recorder);
  void take_location(const XmlElement& element);
  void take_document(const XmlElement& element);
  void take_measures(const XmlElement& element);

  ById<std::string> words_;  ///< by set, a blank and number
  ById<std::string> party_types_;
  ById<Location> locations_;
  ById<std::vector<Document>> documents_;
  ById<Measures> measures_;
};

}  // namespace darvaza::lists
