// Facts of a person, put into an entry the same way whatever the format.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "documents/document_text.h"
#include "documents/number_cell.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// An entry in the making, and where what cannot be read about it is noted. None of the calls drops
/// the person; empty texts are ignored.
class EntryBuilder {
 public:
  /// Names, dates, places and documents beyond this many of a kind are left out, and counted in one
  /// remark: they are compared with each other, so that many more would cost minutes. No person of
  /// a list in use has a tenth of it.
  static constexpr std::size_t kMostFacts = 1000;

  EntryBuilder(SourceRecorder& recorder, Place place) : recorder_(recorder), place_(place) {}

  WatchlistEntry entry;

  /// One, or several where it stands beside itself in another script (names/two_scripts.h).
  void name(std::string_view text, NameGrade grade);
  void birth_date(std::string_view text);
  /// Two that differ are none: nobody can know which is right, and the wrong one speaks against the person.
  void sex(std::string_view text);
  /// One, or several in one text (documents::state_items).
  void nationality(std::string_view text);
  /// Once, however often the source repeats it.
  void birth_place(std::string_view text);
  void father_name(std::string_view text);
  /// `number` may hold several numbers and words around them (documents/number_cell.h); a State found there is used when `issuer` is empty.
  /// A document that the entry has already is not added again; it may add the State.
  void document(std::string_view type, std::string_view number, std::string_view issuer);
  /// Each number with each of the States. A cell is taken apart once, however many States there are.
  void documents(std::string_view type, std::span<const std::string> numbers, std::span<const std::string> issuers);
  /// Counts facts that the caller did not even build, because too many went before.
  void leave_out(std::uint64_t facts) { left_out_ += facts; }
  /// The first and the last day of the listing, into the terms. A first day after the list's own
  /// date would hide the person for a slip of somebody's pen: it is remarked upon and left out.
  /// Where the list tells no date of its own, nobody can know, and no first day is taken.
  void listed_on(std::string_view text);
  void delisted_on(std::string_view text);
  void remark(std::string_view reason) { recorder_.remark(place_, reason); }

  /// Where remarks are noted from now on, for persons of several rows.
  void set_place(Place place) { place_ = place; }

  /// Hands the entry to the recorder.
  void finish();

 private:
  /// Whether one more fact of this kind is kept; counts it when it is not.
  template <typename Fact>
  bool has_room(const std::vector<Fact>& facts);
  StateCode state(std::string_view text, std::string_view what);
  void add_document(std::string_view type, const documents::DocumentText& parts, StateCode issuer);
  void add_cell(std::string_view type, const documents::NumberCell& cell, std::span<const StateCode> issuers);

  SourceRecorder& recorder_;
  Place place_;
  bool sex_contradicted_ = false;
  std::uint64_t left_out_ = 0;
};

}  // namespace darvaza::lists
