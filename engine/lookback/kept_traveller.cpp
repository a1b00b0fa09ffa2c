#include "lookback/kept_traveller.h"

#include <utility>

namespace darvaza::lookback {
namespace {

/// The first byte of every record: another form gets another number.
constexpr char kForm = 1;

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void date(const PartialDate& date) {
    number(static_cast<std::uint64_t>(date.year));
    number(date.month);
    number(date.day);
  }

 private:
  std::string& out_;
};

/// Reads what Writer wrote; after the first thing that is not so, everything is empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    return broken();
  }
  /// A number that counts things of which each takes a byte at least.
  std::uint64_t count() {
    const std::uint64_t value = number();
    return value <= rest_.size() ? value : broken();
  }
  std::uint64_t number_below(std::uint64_t end) {
    const std::uint64_t value = number();
    return value < end ? value : broken();
  }
  std::string text() {
    const std::uint64_t size = count();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  StateCode state() {
    const std::string code = text();
    bool capitals = code.size() <= 3;
    for (const char c : code) capitals = capitals && c >= 'A' && c <= 'Z';
    if (capitals) return StateCode(code);
    broken();
    return {};
  }
  PartialDate date() {
    PartialDate date;
    date.year = static_cast<std::int16_t>(number_below(10'000));
    date.month = static_cast<std::uint8_t>(number_below(13));
    date.day = static_cast<std::uint8_t>(number_below(32));
    return date;
  }
  bool finished() const { return !broken_ && rest_.empty(); }

 private:
  std::uint64_t broken() {
    broken_ = true;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool broken_ = false;
};

void write_facts(const Traveller& traveller, Writer& out) {
  out.text(traveller.id);
  out.number(traveller.names.size());
  for (const TravellerName& name : traveller.names) {
    out.text(name.primary);
    out.text(name.secondary);
    out.number(name.may_be_truncated ? 1 : 0);
  }
  out.text(traveller.father_name);
  out.date(traveller.birth_date);
  out.number(traveller.birth_date_doubtful ? 1 : 0);
  out.number(static_cast<std::uint64_t>(traveller.sex));
  out.number(traveller.nationalities.size());
  for (const StateCode state : traveller.nationalities) out.text(state.text());
  out.text(traveller.birth_place);
  out.number(traveller.documents.size());
  for (const TravelDocument& document : traveller.documents) {
    out.text(document.number);
    out.text(document.type);
    out.text(document.issuing_state.text());
  }
}

void write_journey(const Traveller& traveller, Writer& out) {
  out.number(static_cast<std::uint64_t>(traveller.role));
  out.text(traveller.locator);
  out.number(traveller.legs.size());
  for (const FlightLeg& leg : traveller.legs) {
    for (const std::string* part : {&leg.flight, &leg.from, &leg.to, &leg.departs, &leg.arrives}) out.text(*part);
    out.number(leg.reported ? 1 : 0);
  }
}

void read_facts(Reader& in, Traveller& traveller) {
  traveller.id = in.text();
  for (std::uint64_t left = in.count(); left > 0; --left) {
    TravellerName& name = traveller.names.emplace_back();
    name.primary = in.text();
    name.secondary = in.text();
    name.may_be_truncated = in.number_below(2) == 1;
  }
  traveller.father_name = in.text();
  traveller.birth_date = in.date();
  traveller.birth_date_doubtful = in.number_below(2) == 1;
  traveller.sex = static_cast<Sex>(in.number_below(4));
  for (std::uint64_t left = in.count(); left > 0; --left) traveller.nationalities.push_back(in.state());
  traveller.birth_place = in.text();
  for (std::uint64_t left = in.count(); left > 0; --left) {
    TravelDocument& document = traveller.documents.emplace_back();
    document.number = in.text();
    document.type = in.text();
    document.issuing_state = in.state();
  }
}

void read_journey(Reader& in, Traveller& traveller) {
  traveller.role = static_cast<TravellerRole>(in.number_below(4));
  traveller.locator = in.text();
  for (std::uint64_t left = in.count(); left > 0; --left) {
    FlightLeg& leg = traveller.legs.emplace_back();
    for (std::string* part : {&leg.flight, &leg.from, &leg.to, &leg.departs, &leg.arrives}) *part = in.text();
    leg.reported = in.number_below(2) == 1;
  }
}

}  // namespace

void append_bytes(const KeptTraveller& kept, std::string& out) {
  out += kForm;
  Writer writer(out);
  writer.text(kept.manifest);
  writer.number(static_cast<std::uint64_t>(kept.seen));
  write_facts(kept.traveller, writer);
  write_journey(kept.traveller, writer);
}

Result<KeptTraveller> parse_kept(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != kForm) return fail(ErrorCode::input_refused, "a kept traveller in a form that this version does not know");
  Reader in(bytes.substr(1));
  KeptTraveller kept;
  kept.manifest = in.text();
  kept.seen = static_cast<std::int64_t>(in.number());
  read_facts(in, kept.traveller);
  read_journey(in, kept.traveller);
  if (!in.finished()) return fail(ErrorCode::input_refused, "a kept traveller is not of the form that it says");
  return kept;
}

}  // namespace darvaza::lookback
