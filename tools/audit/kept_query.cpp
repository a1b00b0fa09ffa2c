#include "audit/kept_query.h"

#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace darvaza::audit {
namespace {

/// Stands first, and changes whenever the members below do.
constexpr std::uint32_t kForm = 1;

/// Whole numbers as four bytes, the lowest first; texts and lists after their length.
class Writer {
 public:
  template <typename Value>
  void member(Value& value) {
    if constexpr (std::is_same_v<Value, const std::string>) {
      number(static_cast<std::uint32_t>(value.size()));
      bytes += value;
    } else if constexpr (std::is_same_v<Value, const StateCode>) {
      const std::string text(value.text());
      member(text);
    } else {
      number(static_cast<std::uint32_t>(value));
    }
  }
  template <typename Item, typename Each>
  void list(const std::vector<Item>& items, Each each) {
    number(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) each(item);
  }
  std::string bytes;

 private:
  void number(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift);
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename Value>
  void member(Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) {
      value = text();
    } else if constexpr (std::is_same_v<Value, StateCode>) {
      value = StateCode(text());
    } else {
      value = static_cast<Value>(number());
    }
  }
  template <typename Item, typename Each>
  void list(std::vector<Item>& items, Each each) {
    // Each item takes four bytes at least: no number of items costs more than the bytes do.
    std::uint32_t left = number();
    for (; left > 0 && !rest_.empty(); --left) each(items.emplace_back());
    short_ |= left > 0;
  }
  bool whole() const { return !short_ && rest_.empty(); }
  std::string_view rest() const { return rest_; }

 private:
  std::uint32_t number() {
    const std::string_view four = take(4);
    std::uint32_t value = 0;
    for (std::size_t i = four.size(); i > 0; --i) {
      value = value << 8U | static_cast<unsigned char>(four[i - 1]);
    }
    return value;
  }
  std::string_view text() { return take(number()); }
  std::string_view take(std::size_t size) {
    short_ |= size > rest_.size();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
  bool short_ = false;
};

/// A traveller, const for the writer. One description for both ways: they cannot differ.
template <typename Archive, typename Person>
void members(Archive& archive, Person& traveller) {
  const auto one = [&](auto&... values) { (archive.member(values), ...); };
  const auto date = [&](auto& value) { one(value.year, value.month, value.day); };
  one(traveller.id);
  archive.list(traveller.names,
               [&](auto& name) { one(name.primary, name.secondary, name.may_be_truncated); });
  one(traveller.father_name);
  date(traveller.birth_date);
  one(traveller.birth_date_doubtful, traveller.sex, traveller.birth_place);
  archive.list(traveller.nationalities, one);
  archive.list(traveller.documents, [&](auto& document) {
    one(document.number, document.type, document.issuing_state, document.issued_at);
    date(document.expires);
    date(document.issued);
  });
  one(traveller.role, traveller.locator, traveller.reference, traveller.bags);
  archive.list(traveller.related_locators, one);
  archive.list(traveller.legs, [&](auto& leg) {
    one(leg.flight, leg.from, leg.to, leg.departs, leg.arrives, leg.operated_by, leg.seat,
        leg.reported);
  });
  archive.list(traveller.addresses,
               [&](auto& address) { one(address.type, address.state, address.text); });
  archive.list(traveller.problems, [&](auto& problem) { one(problem.where, problem.text); });
}

}  // namespace

std::string query_bytes(const Traveller& traveller) {
  Writer writer;
  writer.member(kForm);
  members(writer, traveller);
  return std::move(writer.bytes);
}

std::string_view asked_in(std::string_view query_bytes) {
  Reader reader(query_bytes);
  std::uint32_t form = 0;
  std::string id;
  reader.member(form);
  reader.member(id);
  return reader.rest();
}

std::optional<Traveller> traveller_of(std::string_view bytes) {
  Reader reader(bytes);
  std::uint32_t form = 0;
  reader.member(form);
  if (form != kForm) return std::nullopt;
  Traveller traveller;
  members(reader, traveller);
  if (!reader.whole()) return std::nullopt;
  return traveller;
}

}  // namespace darvaza::audit
