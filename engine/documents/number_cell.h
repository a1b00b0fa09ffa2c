// What a cell of a table says of document numbers: none, one, or several, with words around them.
//
// Watchlists and passenger lists are read by this one reader: a number that a list writes in one way is found in a
// manifest that writes it in another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/document_text.h"

namespace darvaza::documents {

struct NumberCell {
  std::vector<DocumentText> numbers;  ///< each with a number; in the order of the cell
  /// What may be further numbers ("T90512806/AA1"), and nobody can know: to be looked up, not to be listed.
  std::vector<std::string> doubtful;
  bool rounded = false;  ///< a spreadsheet has cut a number to its first digits ("1.23457E+11"); it is not among `numbers`
  bool quantity = false;  ///< a program wrote a number as a quantity ("90512806.0"); it stands in `numbers` without the ".0"
};

/// Several numbers are separated by ';', '|' or line ends; by '*', '\\', '&', '+', ',', '/', a blank or a word ("and", "&", "или")
/// where what stands on both sides is a number by itself; by anything between two that look like passports' (AB1234567-CD7654321). Of each, the words around it are taken off (split_document_text). What says that there is none is left out
/// (says_no_number). Nothing is lost: a text in which no number can be told stands in `numbers` as it is. Thread-safe; one pass a separator.
NumberCell read_number_cell(std::string_view cell);

/// Whether a cell is nothing but ASCII letters and digits, and not all zeros or X: read_number_cell gives it as it is, unless it is a
/// word such as "none". For tables of millions of rows.
bool is_plain_number(std::string_view cell);

/// "N/A", "#N/A", "none", "unknown", "нет", "0", "XXX": that there is no number. Not what is empty or has neither letter nor
/// digit: that may stand for something that was lost.
bool says_no_number(std::string_view cell);

/// What programs make of a number that they take for a quantity.
enum class Quantity : std::uint8_t {
  none,     ///< it is none
  whole,    ///< "90512806.0", beside an empty cell: without its separator it is another number
  rounded,  ///< "1.23457E+11", of a long number: most of its digits are lost
};
Quantity quantity_in(std::string_view cell);

}  // namespace darvaza::documents
