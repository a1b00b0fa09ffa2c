// What terms say of an entry, where more than one room has to know.
#pragma once

#include <string>

#include "darvaza/entry_terms.h"

namespace darvaza::records {

/// Whether the terms are those of a missing or protected person: nothing may show them as a
/// suspect.
bool is_no_suspect(const EntryTerms& terms);

/// Whether a day may be one of the calendar by which validity is compared: a year before 1900 is of the Solar Hijri or the Islamic
/// one, or a slip. True for a day that is not known.
bool is_calendar_day(const PartialDate& day);

/// Whether the last day, as late as it may mean, is before a day; before one that is not known in full it is not.
bool is_over(const PartialDate& today, const EntryTerms& terms);

/// Whether the entry holds on a day; on one that is not known in full it does.
bool is_valid_on(const PartialDate& today, const EntryTerms& terms);

/// The same on the day of a post, whose clock may be behind (Post::not_before).
bool is_valid_for(const Post& post, const EntryTerms& terms);

/// What is wrong with the clock by which a post says what day it is; empty: nothing that is known.
std::string clock_fault(const Post& post);

/// Whether the last day, as late as it may mean, is before the first: the entry would hold on no
/// day.
bool ends_before_it_begins(const EntryTerms& terms);

}  // namespace darvaza::records
