// One traveller of a PAXLST message: segment group 4, from its NAD on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "darvaza/traveller.h"
#include "manifests/edifact_segment.h"

namespace darvaza::manifests {

struct PaxlstContext {
  int reference_year = 2026;
  std::string syntax;  ///< identifier in UNB: the character set of text that is not UTF-8
};

/// Takes the segments of the group in whatever order they come. What cannot be read becomes a
/// problem of the traveller, with the segment's place. Segments and codes that hold no fact that an
/// answer needs (contact, bag tags, ports of embarkation) are passed over.
class PaxlstTraveller {
 public:
  /// `nad` opens the group. A party function that is no traveller's is reported, and
  /// is_traveller() then waits for a fact that only a person has.
  PaxlstTraveller(const EdifactSegment& nad, const PaxlstContext& context);

  void add(const EdifactSegment& segment);

  /// Whether this party is a traveller: its NAD says so, or add() saw sex, birth date, nationality
  /// or a document.
  bool is_traveller() const { return is_traveller_; }
  void take_as_traveller() { is_traveller_ = true; }
  const std::string& place() const { return place_; }
  const std::string& seat() const { return seat_; }

  /// The traveller, and the end of this object's use.
  Traveller finish();

  /// Adds a problem that concerns the group as a whole.
  void report(std::string text);

 private:
  using Handler = void (PaxlstTraveller::*)(const EdifactSegment&);
  struct TagHandler {
    std::string_view tag;
    Handler handler;
  };
  static const TagHandler kHandlers[];

  void read_names(const EdifactSegment& nad);
  void read_name(const EdifactSegment& nad, std::size_t element, std::size_t repetition);
  void read_attribute(const EdifactSegment& att);
  void read_date(const EdifactSegment& dtm);
  void read_birth_date(const EdifactSegment& dtm);
  void read_expiry(const EdifactSegment& dtm);
  void read_issue(const EdifactSegment& dtm);
  void read_nationality(const EdifactSegment& nat);
  void read_location(const EdifactSegment& loc);
  void read_birth_place(const EdifactSegment& loc);
  void read_issuer(const EdifactSegment& loc);
  void read_document(const EdifactSegment& doc);
  void read_reference(const EdifactSegment& rff);
  void read_measure(const EdifactSegment& mea);
  void read_address(const EdifactSegment& nad);
  /// One that hides a document: the answer will not be complete.
  void hide_at(const EdifactSegment& segment, std::string text);
  void report_at(const EdifactSegment& segment, std::string text);
  std::string text_of(const EdifactSegment& segment, std::string_view bytes);

  PaxlstContext context_;
  std::string place_;
  std::string seat_;
  bool is_traveller_ = false;
  bool in_document_ = false;  ///< traveller_.documents.back() is the one that DTM and LOC are about
  Traveller traveller_;
};

}  // namespace darvaza::manifests
