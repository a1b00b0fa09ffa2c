#include "text/csv_rows.h"

#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include <csv.h>
#include <fmt/core.h>

#include "text/foreign_form.h"

namespace darvaza::text {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
/// A first line by which spreadsheets are told the separator; no heading, no row.
constexpr std::string_view kSpreadsheetHint = "sep=,";

/// CSV_STRICT makes libcsv report text after a closing quote, which it would otherwise take as a
/// continuation of the field: two records could become one without a word.
constexpr unsigned char kOptions = CSV_STRICT | CSV_STRICT_FINI;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

struct CsvRows::State {
  State(std::istream& stream, std::string stream_name, CsvLimits row_limits)
      : in(stream), name(std::move(stream_name)), limits(row_limits) {
    csv_init(&parser, kOptions);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { csv_free(&parser); }

  Result<bool> next(CsvRow& row);
  bool refill();
  std::string_view take_piece();
  void feed(std::string_view piece);
  void feed_to_parser(std::string_view piece);
  void finish();
  void refuse(std::string message, std::uint64_t at_line);
  void add_field(const char* bytes, std::size_t size);
  void count_lines(std::string_view piece);

  static void on_field(void* bytes, std::size_t size, void* self) {
    static_cast<State*>(self)->add_field(static_cast<const char*>(bytes), size);
  }
  static void on_row(int, void* self) { static_cast<State*>(self)->row_complete = true; }

  std::istream& in;
  std::string name;
  CsvLimits limits;
  csv_parser parser{};

  std::array<char, kBlockBytes> block{};
  std::string_view unread;      ///< the part of `block` that was not fed yet
  bool at_start = true;         ///< nothing was read so far
  char last = '\n';             ///< the last byte that was fed
  std::uint64_t line = 1;       ///< of the next byte
  std::uint64_t records = 0;    ///< rows delivered
  std::uint64_t row_line = 0;   ///< where the row in progress begins; 0: none in progress
  std::size_t row_bytes = 0;    ///< of the row in progress
  std::size_t field_count = 0;  ///< of the row in progress
  CsvRow* row = nullptr;        ///< receives the fields
  bool row_complete = false;
  bool ended = false;
  std::optional<Error> error;
};

/// Reads the next block; false at the end of the stream.
bool CsvRows::State::refill() {
  in.read(block.data(), static_cast<std::streamsize>(block.size()));
  unread = {block.data(), static_cast<std::size_t>(in.gcount())};
  if (in.bad()) error = Error{ErrorCode::io, "the stream cannot be read", name, line, 0, 0};
  if (std::exchange(at_start, false)) {
    if (const auto form = foreign_form(unread); !form.empty())
      refuse(fmt::format("{}: expected text in UTF-8", form), line);
    while (unread.starts_with(kUtf8Mark)) unread.remove_prefix(kUtf8Mark.size());  // tools that add one do not look whether one is there
    if (unread.starts_with(kSpreadsheetHint)) count_lines(take_piece());
    if (unread.starts_with('\n') && last == '\r') count_lines(take_piece());
  }
  return !unread.empty() && !error;
}

/// The bytes up to and including the next line end, or what is left of the block. Feeding line by
/// line is what tells the line on which a row begins, and that at most one row ends in a piece.
std::string_view CsvRows::State::take_piece() {
  std::size_t size = 0;
  while (size < unread.size() && !is_line_end(unread[size])) ++size;
  if (size < unread.size()) ++size;
  const std::string_view piece = unread.substr(0, size);
  unread.remove_prefix(size);
  return piece;
}

void CsvRows::State::refuse(std::string message, std::uint64_t at_line) {
  if (error) return;
  error = Error{ErrorCode::input_refused, std::move(message), name, at_line, records + 1, 0};
}

void CsvRows::State::add_field(const char* bytes, std::size_t size) {
  if (++field_count > limits.fields) {
    refuse(fmt::format("a row of more than {} fields", limits.fields), row_line);
    return;
  }
  if (row->fields.size() < field_count) row->fields.emplace_back();
  row->fields[field_count - 1].assign(bytes, size);
}

/// Hands `piece` to libcsv. In strict mode it stops at a quotation mark inside an unquoted field,
/// which is harmless: that one byte is fed again without strictness.
void CsvRows::State::feed_to_parser(std::string_view piece) {
  while (!piece.empty() && !error) {
    piece.remove_prefix(csv_parse(&parser, piece.data(), piece.size(), &on_field, &on_row, this));
    if (piece.empty()) return;
    if (csv_error(&parser) != CSV_EPARSE || parser.quoted != 0) {
      refuse("text after a closing quotation mark: expected a comma or the end of the line", line);
      return;
    }
    csv_set_opts(&parser, 0);
    csv_parse(&parser, piece.data(), 1, &on_field, &on_row, this);
    csv_set_opts(&parser, kOptions);
    piece.remove_prefix(1);
  }
}

/// Counts LF, CR LF and CR as one line end each.
void CsvRows::State::count_lines(std::string_view piece) {
  const bool second_half_of_crlf = piece == "\n" && last == '\r';
  last = piece.back();
  if (is_line_end(last) && !second_half_of_crlf) ++line;
}

void CsvRows::State::feed(std::string_view piece) {
  if (std::memchr(piece.data(), '\0', piece.size()) != nullptr) {
    refuse("a NUL byte: expected text in UTF-8", line);
    return;
  }
  const bool between_rows = row_line == 0;
  if (!between_rows || piece.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    if (between_rows) row_line = line;
    row_bytes += piece.size();
    feed_to_parser(piece);
  }
  if (row_bytes > limits.row_bytes) {
    refuse(fmt::format("a row of more than {} bytes (quotation marks that never close?)",
                       limits.row_bytes),
           row_line);
  }
  count_lines(piece);
}

void CsvRows::State::finish() {
  ended = true;
  if (csv_fini(&parser, &on_field, &on_row, this) != 0) {
    refuse("a quotation mark that is never closed", row_line);
  }
}

Result<bool> CsvRows::State::next(CsvRow& target) {
  row = &target;
  row_complete = false;
  row_line = 0;
  row_bytes = 0;
  field_count = 0;
  while (!row_complete && !ended && !error) {
    if (!unread.empty() || refill()) {
      feed(take_piece());
    } else if (!error) {
      finish();
    }
  }
  target.fields.resize(error || !row_complete ? 0 : field_count);
  if (error) return tl::unexpected(*error);
  if (!row_complete) return false;
  target.line = row_line;
  target.record = ++records;
  target.ends_in_line_end = !ended;
  return true;
}

CsvRows::CsvRows(std::istream& in, std::string name, CsvLimits limits)
    : state_(std::make_unique<State>(in, std::move(name), limits)) {}
CsvRows::CsvRows(CsvRows&&) noexcept = default;
CsvRows& CsvRows::operator=(CsvRows&&) noexcept = default;
CsvRows::~CsvRows() = default;

Result<bool> CsvRows::next(CsvRow& row) { return state_->next(row); }

}  // namespace darvaza::text
