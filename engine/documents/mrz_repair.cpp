#include "documents/mrz_repair.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "documents/check_digit.h"
#include "documents/look_alikes_table.h"
#include "documents/mrz_checks.h"
#include "documents/states.h"

namespace darvaza::documents {
namespace {

constexpr char kFiller = '<';

/// What stands for what, by field class. Letters that two readers give for one digit, or one for
/// two, are left out but for the usual one.
struct LookAlike {
  char letter;
  char digit;
};
constexpr LookAlike kDigitsOfLetters[] = {{'O', '0'}, {'Q', '0'}, {'D', '0'}, {'U', '0'},
                                          {'I', '1'}, {'L', '1'}, {'T', '1'}, {'Z', '2'},
                                          {'A', '4'}, {'S', '5'}, {'G', '6'}, {'B', '8'}};
constexpr LookAlike kLettersOfDigits[] = {{'O', '0'}, {'I', '1'}, {'Z', '2'},
                                          {'S', '5'}, {'G', '6'}, {'B', '8'}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char as_digit(char c) {
  for (const LookAlike& pair : kDigitsOfLetters) {
    if (pair.letter == c) return pair.digit;
  }
  return c;
}

char as_letter(char c) {
  for (const LookAlike& pair : kLettersOfDigits) {
    if (pair.digit == c) return pair.letter;
  }
  return c;
}

/// Letters that readers make of fillers.
constexpr std::string_view kFillersRead = "KLC";
constexpr char kUsualFillerRead = 'K';

std::string mapped(std::string_view field, char (*map)(char)) {
  std::string result(field);
  std::transform(result.begin(), result.end(), result.begin(), map);
  return result;
}

bool is_all(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

/// Where the fillers at the end of a name begin when some of them were read as letters; the field's
/// size: nowhere.
///
/// No name ends in four K, L or C. After three fillers, or the second two, no letter of the name
/// can follow (Doc 9303-3 §4.6), so that what looks like a filler there is one.
std::size_t misread_end_of_name(std::string_view name) {
  constexpr std::size_t kRun = 4;
  for (const char letter : kFillersRead) {
    const std::size_t run = name.find(std::string(kRun, letter));
    if (run != std::string_view::npos && is_all(name.substr(run), std::string{letter, kFiller}))
      return run;
  }
  const std::size_t separator = name.find("<<");
  if (separator == std::string_view::npos) return name.size();
  const std::size_t end = std::min(name.find("<<<"), name.find("<<", separator + 2));
  if (end == std::string_view::npos ||
      !is_all(name.substr(end), std::string(kFillersRead) + kFiller))
    return name.size();
  return end;
}

class Repair {
 public:
  explicit Repair(const MrzLines& printed)
      : printed_(printed), zone_{printed.layout, printed.lines, {}}, layout_(*printed.layout) {}

  RepairedMrz run() && {
    repair_fillers();
    repair_letters();
    repair_digits(layout_.birth_date, layout_.birth_check);
    repair_digits(layout_.expires, layout_.expires_check);
    const std::vector<std::string> sure = zone_.lines;
    repair_optional_data();
    repair_number();
    repair_composite();
    if (layout_.composite_check.exists() && !holds("composite")) zone_.lines = sure;
    std::vector<MrzRepair> repairs = differences();
    return {std::move(zone_), std::move(repairs)};
  }

 private:
  void put(const MrzField& where, std::string_view text) {
    zone_.lines[where.line - std::size_t{1}].replace(where.first - std::size_t{1}, where.length(),
                                                     text);
  }

  bool holds(std::string_view field) const {
    for (const PlacedCheck& placed : checks_of(zone_)) {
      if (placed.check.field == field) return placed.check.holds;
    }
    return true;
  }

  // ---- fillers
  // -----------------------------------------------------------------------------------

  void repair_fillers() {
    const std::string printed(zone_.field(layout_.name));
    std::string name = printed;
    // What stood before some misread fillers may be others: KKKK before CCCC.
    for (std::size_t end = 0; (end = misread_end_of_name(name)) < name.size();) {
      const std::string shorter = name.substr(0, end) + std::string(name.size() - end, kFiller);
      if (shorter == name) break;
      name = shorter;
    }
    if (name == printed) return;
    const bool no_filler_read =
        printed.find(kFiller) == std::string::npos && printed.back() == kUsualFillerRead;
    if (no_filler_read) {
      const std::size_t separator = name.find(std::string(2, kUsualFillerRead));
      if (separator != std::string::npos) name.replace(separator, 2, 2, kFiller);
      repair_end(layout_.optional);
      repair_end(layout_.more_optional);
      if (zone_.field(layout_.sex).front() == kUsualFillerRead) put(layout_.sex, "<");
      if (layout_.optional_check.exists() &&
          zone_.field(layout_.optional_check).front() == kUsualFillerRead) {
        put(layout_.optional_check, "<");
      }
    }
    put(layout_.name, name);
  }

  /// K and filler have the same value modulo 10, so that no check digit speaks for or against this.
  void repair_end(const MrzField& where) {
    std::string text(zone_.field(where));
    for (std::size_t at = text.size();
         at > 0 && (text[at - 1] == kUsualFillerRead || text[at - 1] == kFiller); --at) {
      text[at - 1] = kFiller;
    }
    if (where.exists()) put(where, text);
  }

  // ---- letters
  // -----------------------------------------------------------------------------------

  void repair_letters() {
    put(layout_.document_code, mapped(zone_.field(layout_.document_code), as_letter));
    put(layout_.name, mapped(zone_.field(layout_.name), as_letter));
    repair_state(layout_.issuing_state);
    repair_state(layout_.nationality);
  }

  static bool is_assigned(std::string_view code) {
    const std::string_view letters = code.substr(0, code.find_last_not_of(kFiller) + 1);
    const bool all_letters =
        std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return !letters.empty() && all_letters && parse_state(letters).has_value();
  }

  void repair_state(const MrzField& where) {
    const std::string printed(zone_.field(where));
    if (is_assigned(printed)) return;
    const std::string letters = mapped(printed, as_letter);
    if (is_assigned(letters)) return put(where, letters);
    std::string short_code = letters;  // "DKK"
    std::replace(short_code.begin() + 1, short_code.end(), kUsualFillerRead, kFiller);
    if (is_assigned(short_code)) put(where, short_code);
  }

  // ---- digits
  // ------------------------------------------------------------------------------------

  void repair_digits(const MrzField& data, const MrzField& digit) {
    std::string field = mapped(zone_.field(data), as_digit);
    std::replace(field.begin(), field.end(), kUsualFillerRead, kFiller);
    const std::string printed_digit = mapped(zone_.field(digit), as_digit);
    if (check_digit(field) != printed_digit.front()) return;
    put(data, field);
    put(digit, printed_digit);
  }

  void repair_optional_data() {
    if (!layout_.optional_check.exists() || holds("optional data")) return;
    const char digit = as_digit(zone_.field(layout_.optional_check).front());
    const std::string as_printed(zone_.field(layout_.optional));
    for (const std::string& data : {as_printed, mapped(as_printed, as_digit)}) {
      if (check_digit(data) != digit) continue;
      put(layout_.optional, data);
      return put(layout_.optional_check, {&digit, 1});
    }
  }

  void repair_composite() {
    if (!layout_.composite_check.exists() || holds("composite")) return;
    const char digit = as_digit(zone_.field(layout_.composite_check).front());
    const std::string before(zone_.field(layout_.composite_check));
    put(layout_.composite_check, {&digit, 1});
    if (!holds("composite")) put(layout_.composite_check, before);
  }

  // ---- document number
  // -----------------------------------------------------------------------------

  void repair_number() {
    if (holds("document number")) return;
    const MrzNumber number = number_of(zone_);
    const std::string text = number.text(zone_);
    const char printed_digit = zone_.field(number.digit).front();
    const char digit = as_digit(printed_digit);
    if (digit != printed_digit && check_digit(text) == digit) return put(number.digit, {&digit, 1});
    const auto repaired = only_repair(text, digit);
    if (!repaired) return;
    put(number.digit, {&digit, 1});
    put(number.principal, repaired->substr(0, number.principal.length()));
    if (number.rest.exists()) put(number.rest, repaired->substr(number.principal.length()));
  }

  /// The number with one letter read as a digit of its group, or the other way round, so that
  /// `digit` is right; nothing when there are several. Letters for letters and digits for digits (2
  /// and 7) are rarer than a misread check digit.
  static std::optional<std::string> only_repair(const std::string& number, char digit) {
    std::optional<std::string> only;
    for (std::size_t at = 0; at < number.size(); ++at) {
      for (const std::string_view group : confusion_groups()) {
        if (group.find(number[at]) == std::string_view::npos) continue;
        for (const char other : group) {
          std::string changed = number;
          changed[at] = other;
          if (is_digit(other) == is_digit(number[at]) || check_digit(changed) != digit) continue;
          if (only) return std::nullopt;
          only = std::move(changed);
        }
      }
    }
    return only;
  }

  // ---- what was repaired
  // -------------------------------------------------------------------------

  std::string_view field_at(int line, int position) const {
    struct Named {
      MrzField where;
      std::string_view name;
    };
    const MrzNumber number = number_of(zone_);
    const Named fields[] = {
        {layout_.document_code, "document code"},
        {layout_.issuing_state, "issuing State"},
        {layout_.name, "name"},
        {layout_.number, "document number"},
        {layout_.number_check, "document number"},
        {number.rest, "document number"},
        {number.digit, "document number"},
        {layout_.nationality, "nationality"},
        {layout_.birth_date, "birth date"},
        {layout_.birth_check, "birth date"},
        {layout_.sex, "sex"},
        {layout_.expires, "expiry"},
        {layout_.expires_check, "expiry"},
        {layout_.composite_check, "composite"},
    };
    for (const Named& field : fields) {
      if (field.where.line == line && field.where.first <= position && position <= field.where.last)
        return field.name;
    }
    return "optional data";
  }

  std::vector<MrzRepair> differences() const {
    std::vector<MrzRepair> repairs;
    for (std::size_t line = 0; line < printed_.lines.size(); ++line) {
      const std::string& printed = printed_.lines[line];
      const std::string& repaired = zone_.lines[line];
      for (std::size_t at = 0; at < printed.size(); ++at) {
        if (printed[at] == repaired[at]) continue;
        const int in_line = static_cast<int>(line + 1), position = static_cast<int>(at + 1);
        repairs.push_back(
            {in_line, position, printed[at], repaired[at], field_at(in_line, position)});
      }
    }
    return repairs;
  }

  const MrzLines& printed_;
  MrzLines zone_;
  const MrzLayout& layout_;
};

}  // namespace

RepairedMrz repair_mrz(const MrzLines& printed) { return Repair(printed).run(); }

}  // namespace darvaza::documents
