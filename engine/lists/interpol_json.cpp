#include "lists/interpol_json.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/core.h>

#include "documents/states.h"
#include "documents/document_text.h"
#include "lists/entry_builder.h"
#include "lists/json_values.h"
#include "text/words.h"

namespace darvaza::lists {
namespace {

namespace json = boost::json;

const json::value* member(const json::object& object, std::string_view key) {
  return object.if_contains(json::string_view(key.data(), key.size()));
}

/// The text of a member; empty when it is absent, null or something else, which tell_no_text tells.
std::string text(const json::object& object, std::string_view key) {
  const json::value* found = member(object, key);
  const json::string* words = found == nullptr ? nullptr : found->if_string();
  return words == nullptr ? std::string() : text::collapsed({words->data(), words->size()});
}

/// The text of a member that programs may have written as a number: a year, a document's number.
std::string text_or_number(const json::object& object, std::string_view key) {
  const json::value* found = member(object, key);
  if (found == nullptr) return {};
  if (const auto* number = found->if_int64()) return std::to_string(*number);
  if (const auto* number = found->if_uint64()) return std::to_string(*number);
  return text(object, key);
}

/// Of a notice, an alias or a document, what is to be a text and is none: half a name hides whoever bears all of it.
void tell_no_text(const json::object& object, EntryBuilder& person) {
  for (const std::string_view key :
       {"name", "forename", "birth_name", "name_at_birth", "name_in_original_script", "forename_in_original_script", "place_of_birth", "country_of_birth_id", "sex_id",
        "father_name", "father_forename", "un_reference", "qualification", "type", "issuing_country_id"}) {
    const json::value* found = member(object, key);
    if (found != nullptr && !found->is_null() && !found->is_string()) person.remark(fmt::format("a {} that is no text", key));
  }
  for (const std::string_view key : {"entity_id", "date_of_birth", "nr", "number"}) {
    const json::value* found = member(object, key);
    const bool readable = found == nullptr || found->is_null() || found->is_string() || found->is_int64() || found->is_uint64();
    if (!readable) person.remark(fmt::format("a {} that is neither a text nor a whole number", key));
  }
}

/// Calls `use` for every item of a list of objects.
template <typename Use>
void each_object(const json::object& object, std::string_view key, Use use) {
  const json::value* found = member(object, key);
  const json::array* items = found == nullptr ? nullptr : found->if_array();
  if (items == nullptr) return;
  for (const json::value& item : *items) {
    if (const json::object* one = item.if_object()) use(*one);
  }
}

/// Calls `use(text)` or `use(object)` for every item of a list, or for the one that stands alone.
/// What is neither is remarked upon.
template <typename Use>
void each_item(const json::object& object, std::string_view key, EntryBuilder& person, Use use) {
  const json::value* found = member(object, key);
  if (found == nullptr || found->is_null()) return;
  const auto take = [&](const json::value& item) {
    if (const json::string* words = item.if_string()) {
      use(std::string_view(words->data(), words->size()));
    } else if (const json::object* one = item.if_object()) {
      use(*one);
    } else {
      person.remark(fmt::format("neither a text nor an object among the {}", key));
    }
  };
  const json::array* items = found->if_array();
  if (items == nullptr) return take(*found);
  for (const json::value& item : *items) take(item);
}

/// "https://ws-public.interpol.int/notices/v1/red/2031-1" is all that says which kind of notice it
/// is.
std::string own_address(const json::object& notice) {
  const json::value* links = member(notice, "_links");
  const json::value* self =
      links != nullptr && links->is_object() ? member(links->get_object(), "self") : nullptr;
  return self != nullptr && self->is_object() ? text(self->get_object(), "href") : std::string();
}

std::string kind_of(const json::object& notice) {
  constexpr std::string_view kBefore = "/notices/v1/";
  std::string address = own_address(notice);
  if (const auto at = address.find(kBefore); at != std::string::npos) {
    address.erase(0, at + kBefore.size());
    return text::lower_case(address.substr(0, address.find('/')));
  }
  // Only red notices name warrants.
  return member(notice, "arrest_warrants") != nullptr ? "red" : "";
}

/// The UN's notices are about persons (".../un/persons/...") and about what is none.
bool is_of_entity(const json::object& notice) {
  return own_address(notice).find("/notices/v1/un/entities/") != std::string::npos;
}

std::string category_of(std::string_view kind) {
  if (kind == "red") return "red notice";
  if (kind == "yellow") return "yellow notice";
  if (kind == "un") return "INTERPOL-UN Security Council special notice";
  return "notice";
}

std::string full_name(const json::object& object, std::string_view surname,
                      std::string_view given) {
  std::string name = text(object, surname);
  text::append_joined(name, text(object, given), ", ");
  return name;
}

/// Whoever issued the warrants owns the notice, if all are one State's; the charges are the ground.
void add_warrants(const json::object& notice, EntryBuilder& person) {
  EntryTerms& terms = person.entry.terms;
  bool is_one_state = true;
  each_object(notice, "arrest_warrants", [&](const json::object& warrant) {
    std::string charge = text(warrant, "charge_translation");
    if (charge.empty()) charge = text(warrant, "charge");
    text::append_joined(terms.legal_basis, charge, "; ");
    const std::string issuer = text(warrant, "issuing_country_id");
    if (issuer.empty()) return;
    const auto state = documents::parse_state(issuer);
    if (!state) person.remark("a State that issued a warrant and is not known");
    is_one_state = is_one_state && state && (terms.owner.empty() || terms.owner == *state);
    if (is_one_state) terms.owner = *state;
  });
  if (!is_one_state) terms.owner = {};
}

void add_terms(const json::object& notice, std::string_view kind, EntryBuilder& person) {
  add_warrants(notice, person);
  // A notice is no warrant: whoever finds the person asks the bureau that issued it before anything
  // else.
  if (kind == "red" || kind == "yellow") person.entry.terms.instruction = Instruction::contact;
  if (kind == "yellow") person.entry.terms.category = AlertCategory::missing_person;
}

void add_birth(const json::object& notice, EntryBuilder& person) {
  std::string date = text_or_number(notice, "date_of_birth");
  std::replace(date.begin(), date.end(), '/', '-');
  person.birth_date(date);
  std::string place = text(notice, "place_of_birth");
  text::append_joined(place, text(notice, "country_of_birth_id"), ", ");
  person.birth_place(place);
}

/// Who is called otherwise may be born otherwise, too.
class AliasReader {
 public:
  explicit AliasReader(EntryBuilder& person) : person_(person) {}

  void operator()(std::string_view name) const { person_.name(text::collapsed(name), NameGrade::strong); }
  void operator()(const json::object& alias) const {
    tell_no_text(alias, person_);
    const bool weak = text::starts_with_words(text(alias, "qualification"), "low");
    const NameGrade grade = weak ? NameGrade::weak : NameGrade::strong;
    const std::string name = full_name(alias, "name", "forename");
    const std::string original =
        full_name(alias, "name_in_original_script", "forename_in_original_script");
    if (name.empty() && original.empty()) person_.remark("an alias without a name");
    person_.name(name, grade);
    person_.name(original, grade);
    add_birth(alias, person_);
  }

 private:
  EntryBuilder& person_;
};

class NationalityReader {
 public:
  explicit NationalityReader(EntryBuilder& person) : person_(person) {}

  void operator()(std::string_view code) const { person_.nationality(code); }
  void operator()(const json::object&) const { person_.remark("a nationality that is no text"); }

 private:
  EntryBuilder& person_;
};

/// Of a text, the number is what looks like one ("Passport A1234567, issued in 2019").
class IdentityDocumentReader {
 public:
  explicit IdentityDocumentReader(EntryBuilder& person) : person_(person) {}

  void operator()(std::string_view document) const {
    if (documents::split_document_text(text::collapsed(document)).number.empty()) return remark();
    person_.document({}, document, {});
  }
  void operator()(const json::object& document) const {
    tell_no_text(document, person_);
    std::string number = text_or_number(document, "nr");
    if (number.empty()) number = text_or_number(document, "number");
    if (number.empty()) return remark();
    person_.document(text(document, "type"), number, text(document, "issuing_country_id"));
  }

 private:
  void remark() const { person_.remark("an identity document without a number"); }

  EntryBuilder& person_;
};

/// What only the UN's notices say.
void add_un_facts(const json::object& notice, EntryBuilder& person) {
  person.name(full_name(notice, "name_in_original_script", "forename_in_original_script"),
              NameGrade::strong);
  // The surname alone, or the whole name: then the forename is in it.
  const std::string at_birth = text(notice, "name_at_birth");
  const bool is_whole = at_birth.find(text(notice, "forename")) != std::string::npos;
  if (!at_birth.empty()) {
    person.name(is_whole ? at_birth : full_name(notice, "name_at_birth", "forename"),
                NameGrade::strong);
  }
  each_item(notice, "aliases", person, AliasReader(person));
  each_item(notice, "identity_documents", person, IdentityDocumentReader(person));
  person.entry.terms.source_reference = text(notice, "un_reference");
}

void add_notice(const json::object& notice, SourceRecorder& recorder, Place place) {
  if (is_of_entity(notice)) return recorder.not_person();
  EntryBuilder person(recorder, place);
  tell_no_text(notice, person);
  const std::string kind = kind_of(notice);
  person.entry.id = text_or_number(notice, "entity_id");
  if (person.entry.id.empty()) {
    const std::string address = own_address(notice);
    person.entry.id =
        address.empty() ? std::to_string(place.record) : address.substr(address.rfind('/') + 1);
  }
  person.entry.category = category_of(kind);
  person.name(full_name(notice, "name", "forename"), NameGrade::primary);
  if (!text(notice, "birth_name").empty())
    person.name(full_name(notice, "birth_name", "forename"), NameGrade::strong);
  add_birth(notice, person);
  person.sex(text(notice, "sex_id"));
  each_item(notice, "nationalities", person, NationalityReader(person));
  std::string father = text(notice, "father_forename");
  text::append_joined(father, text(notice, "father_name"), " ");
  person.father_name(father);
  add_un_facts(notice, person);
  add_terms(notice, kind, person);
  person.finish();
}

/// The names of the members of the first object in a text, without parsing it: strings, their
/// escapes and the depth are all that matters.
class MemberNames {
 public:
  explicit MemberNames(std::istream& in) : buffer_(*in.rdbuf()) {}

  /// The next name, cut to 32 bytes; false at the end of the object.
  bool next(std::string& name) {
    std::string last;
    for (int c = buffer_.sbumpc(); c != std::char_traits<char>::eof(); c = buffer_.sbumpc()) {
      if (c == '"') {
        last = quoted();
      } else if (c == ':' && depth_ == 1) {
        name = std::move(last);
        return true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && --depth_ == 0) {
        return false;
      }
    }
    return false;
  }

 private:
  std::string quoted() {
    std::string text;
    for (int c = buffer_.sbumpc(); c != std::char_traits<char>::eof() && c != '"';
         c = buffer_.sbumpc()) {
      if (c == '\\') c = buffer_.sbumpc();
      if (text.size() < 32) text.push_back(static_cast<char>(c));
    }
    return text;
  }

  std::streambuf& buffer_;
  std::uint64_t depth_ = 0;
};

}  // namespace

bool is_interpol_json(std::istream& in) {
  MemberNames names(in);
  for (std::string name; names.next(name);) {
    if (name == "entity_id" || name == "_embedded") return true;
    if (name == "schema" || name == "properties") return false;
  }
  return false;
}

Result<void> read_interpol_json(std::istream& in, SourceRecorder& recorder) {
  const auto use = [&](const json::value& value, std::uint64_t line) {
    const json::object* object = value.if_object();
    if (object == nullptr)
      return recorder.skip(recorder.next_record(line), "neither a notice nor a page of notices");
    // A notice embeds something too (its links), but it has an identifier, which no page has.
    const json::value* embedded = member(*object, "_embedded");
    const json::object* page = embedded == nullptr ? nullptr : embedded->if_object();
    const json::value* notices = page == nullptr ? nullptr : member(*page, "notices");
    const bool is_page =
        notices != nullptr || (embedded != nullptr && member(*object, "entity_id") == nullptr);
    if (!is_page) return add_notice(*object, recorder, recorder.next_record(line));
    const json::array* items = notices == nullptr ? nullptr : notices->if_array();
    if (items == nullptr) return recorder.skip(recorder.next_record(line), "a page without notices");
    for (const json::value& item : *items) {
      const Place place = recorder.next_record(line);
      if (const json::object* notice = item.if_object()) {
        add_notice(*notice, recorder, place);
      } else {
        recorder.skip(place, "not a notice");
      }
    }
  };
  return read_json_values(in, recorder.file(), use);
}

}  // namespace darvaza::lists
