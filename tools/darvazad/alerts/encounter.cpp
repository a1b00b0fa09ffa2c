#include "alerts/encounter.h"

#include <cstring>
#include <limits>
#include <type_traits>
#include <vector>

namespace darvaza::daemon {
namespace {

/// Before each record. Those of older daemons have none: they begin with the size of an identifier.
constexpr std::uint32_t kMark = 0xffff'ffff;
constexpr std::uint8_t kVersion = 2;

class Writer {
 public:
  std::string take() { return std::move(bytes_); }

  void put(const std::string& text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void put(StateCode state) { put(std::string(state.text())); }
  void put(const PartialDate& date) {
    number(date.year);
    number(date.month);
    number(date.day);
  }
  void put(bool flag) { number(static_cast<std::uint8_t>(flag)); }
  void put(std::int64_t value) { number(value); }
  void begin() {
    number(kMark);
    number(kVersion);
  }
  template <typename Enum, std::enable_if_t<std::is_enum_v<Enum>, int> = 0>
  void put(Enum value) {
    number(static_cast<std::uint8_t>(value));
  }
  template <typename Item>
  void put(const std::vector<Item>& items) {
    number(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) write(*this, item);
  }

 private:
  template <typename Number>
  void number(Number value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.append(bytes, sizeof value);
  }
  std::string bytes_;
};

/// The twin of Writer. What is not there stays as it is, and `whole` says so.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  bool whole() const { return whole_ && rest_.empty(); }

  /// Whether a record begins here that says its version; one of a later version is not whole.
  bool begin() {
    std::uint32_t mark = 0;
    if (rest_.size() >= sizeof mark) std::memcpy(&mark, rest_.data(), sizeof mark);
    if (mark != kMark) return false;
    std::uint8_t version = 0;
    rest_.remove_prefix(sizeof mark);
    number(version);
    if (version != kVersion) fail();
    return true;
  }
  void put(std::string& text) {
    std::uint32_t size = 0;
    number(size);
    if (size > rest_.size()) return fail();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void put(StateCode& state) {
    std::string text;
    put(text);
    state = StateCode(text);
  }
  void put(PartialDate& date) {
    number(date.year);
    number(date.month);
    number(date.day);
  }
  void put(bool& flag) {
    std::uint8_t value = 0;
    number(value);
    flag = value != 0;
  }
  void put(std::int64_t& value) { number(value); }
  template <typename Enum, std::enable_if_t<std::is_enum_v<Enum>, int> = 0>
  void put(Enum& value) {
    std::uint8_t number_of = 0;
    number(number_of);
    value = static_cast<Enum>(number_of);
  }
  template <typename Item>
  void put(std::vector<Item>& items) {
    std::uint32_t count = 0;
    number(count);
    while (whole_ && count-- > 0) {
      if (rest_.empty()) return fail();
      write(*this, items.emplace_back());
    }
  }

 private:
  template <typename Number>
  void number(Number& value) {
    if (sizeof value > rest_.size()) return fail();
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  void fail() {
    whole_ = false;
    rest_ = {};
  }
  std::string_view rest_;
  bool whole_ = true;
};

// One description of the order serves both ways.

template <typename Side, typename Name>
void write_name(Side& side, Name& name) {
  side.put(name.primary);
  side.put(name.secondary);
  side.put(name.may_be_truncated);
}
template <typename Side, typename Document>
void write_document(Side& side, Document& document) {
  side.put(document.number);
  side.put(document.type);
  side.put(document.issuing_state);
}
template <typename Side, typename Leg>
void write_leg(Side& side, Leg& leg) {
  side.put(leg.flight);
  side.put(leg.from);
  side.put(leg.to);
  side.put(leg.departs);
}
template <typename Side, typename Any>
void write_encounter(Side& side, Any& encounter) {
  side.put(encounter.id);
  side.put(encounter.asked);
  side.put(encounter.post);
  side.put(encounter.purpose);
  side.put(encounter.seen_by.state);
  side.put(encounter.seen_by.line);
  side.put(encounter.seen_by.today);
  side.put(encounter.index);
  side.put(encounter.searched);
  auto& traveller = encounter.traveller;
  side.put(traveller.id);
  side.put(traveller.names);
  side.put(traveller.father_name);
  side.put(traveller.birth_date);
  side.put(traveller.birth_date_doubtful);
  side.put(traveller.sex);
  side.put(traveller.nationalities);
  side.put(traveller.birth_place);
  side.put(traveller.documents);
  side.put(traveller.legs);
}

void write(Writer& side, const TravellerName& name) { write_name(side, name); }
void write(Reader& side, TravellerName& name) { write_name(side, name); }
void write(Writer& side, const TravelDocument& document) { write_document(side, document); }
void write(Reader& side, TravelDocument& document) { write_document(side, document); }
void write(Writer& side, const FlightLeg& leg) { write_leg(side, leg); }
void write(Reader& side, FlightLeg& leg) { write_leg(side, leg); }
void write(Writer& side, StateCode state) { side.put(state); }
void write(Reader& side, StateCode& state) { side.put(state); }

bool is_sane(const Encounter& encounter) {
  return encounter.seen_by.line <= Line::second && encounter.traveller.sex <= Sex::other;
}

}  // namespace

std::string to_bytes(const Encounter& encounter) {
  Writer writer;
  writer.begin();
  writer.put(encounter.near_documents);
  write_encounter(writer, encounter);
  return writer.take();
}

std::optional<Encounter> encounter_of(std::string_view bytes) {
  Reader reader(bytes);
  Encounter encounter;
  encounter.near_documents = true;
  if (reader.begin()) reader.put(encounter.near_documents);
  write_encounter(reader, encounter);
  if (!reader.whole() || !is_sane(encounter)) return std::nullopt;
  return encounter;
}

}  // namespace darvaza::daemon
