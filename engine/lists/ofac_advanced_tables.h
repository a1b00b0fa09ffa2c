// What OFAC's advanced form keeps apart from the parties: reference values, places, documents and
// measures.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/partial_date.h"
#include "lists/xml_records.h"

namespace darvaza::lists {

/// A year, month and day in elements of these names; unknown without a year.
PartialDate ofac_date(const XmlElement& element);

/// Collected in a first reading of the file, asked in the second. Everything is joined by the
/// numbers that the file gives out.
class OfacAdvancedTables {
 public:
  struct Document {
    std::string type;
    std::string number;
    std::string country;
  };
  struct Location {
    std::string country;
    std::string text;  ///< its parts in their order, then the country
  };
  struct Measures {
    std::string programs;     ///< "SDGT; IRAN"
    std::string lists;        ///< names of the lists: "SDN List"
    std::string legal_basis;  ///< "Executive Order …; …"
    PartialDate listed;       ///< the first day on which anything was entered
  };

  /// Documents of one identity beyond this many are left out: they are compared with each other.
  static constexpr std::size_t kMostDocuments = 1000;

  /// Takes a child of one of the sections, whichever it is. The reference values must come before
  /// what refers to them, as the schema has it.
  void take(const XmlElement& element);

  /// The word for a number in a set of reference values ("FeatureType", "224"); empty when it is
  /// not there.
  std::string_view word(std::string_view set, std::string_view id) const;
  /// The kind of party of a PartySubType: its own word, or where that says nothing ("Unknown") its
  /// PartyType's.
  std::string_view party_type(std::string_view sub_type) const;

  const std::vector<Document>* documents(std::string_view identity) const;
  const Location* location(std::string_view id) const;
  const Measures* measures(std::string_view profile) const;

 private:
  template <typename Value>
  using ById = std::unordered_map<std::string, Value>;

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
