// darvaza inspect: what an index holds, when and from what it was built.
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "commands/commands.h"
#include "darvaza/screener.h"
#include "output/exit_status.h"
#include "output/table.h"
#include "output/terminal.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;

constexpr const char* kFooter = R"(
Opening an index verifies it: a damaged, cut or foreign file is refused with exit status 65.

Examples:
  darvaza inspect lists.dvz
  darvaza inspect --json lists.dvz)";

struct Options {
  std::vector<std::filesystem::path> indexes;
  bool json = false;
};

/// When the file was written, UTC. An index itself holds no time: the same lists give the same
/// bytes.
std::string written_at(const std::string& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(status.st_mtime));
}

std::string cell(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string().c_str());
  return json::serialize(value);
}

/// Sources as a table; the columns are the keys of the first source.
std::string sources_table(const std::vector<std::string>& sources) {
  std::vector<json::object> rows;
  for (const std::string& source : sources) {
    json::error_code error;
    const json::value parsed = json::parse(source, error);
    if (!error && parsed.is_object()) rows.push_back(parsed.get_object());
  }
  if (rows.empty()) return {};
  std::vector<Table::Column> columns;
  for (const auto& pair : rows.front()) {
    columns.push_back({std::string(pair.key()),
                       pair.value().is_string() ? Table::Align::left : Table::Align::right});
  }
  Table table(columns);
  for (const json::object& row : rows) {
    std::vector<std::string> cells;
    for (const Table::Column& column : columns) {
      const json::value* value = row.if_contains(column.heading);
      cells.push_back(value == nullptr ? "" : cell(*value));
    }
    table.add(cells);
  }
  return table.take();
}

std::string description_text(const IndexDescription& index, const std::string& written) {
  Table facts({{""}, {""}});
  const auto fact = [&](const char* what, const auto& value) {
    facts.add({what, fmt::to_string(value)});
  };
  fact("written", written);
  fact("format version", index.format_version);
  fact("bytes", index.bytes);
  fact("digest", index.digest);
  fact("tables fingerprint", index.tables_fingerprint);
  fact("entries", index.entries);
  fact("names", index.names);
  fact("distinct name tokens", index.tokens);
  fact("documents of listed persons", index.person_documents);
  fact("lost and stolen documents", index.lost_documents);
  Table sections({{"section"}, {"bytes", Table::Align::right}});
  for (const auto& section : index.sections) {
    sections.add({section.name, fmt::to_string(section.bytes)});
  }
  return facts.take(false) + "\n" + sources_table(index.sources) + "\n" + sections.take();
}

json::object description_json(const IndexDescription& index, const std::string& written) {
  json::array sources;
  for (const std::string& source : index.sources) {
    json::error_code error;
    json::value parsed = json::parse(source, error);
    sources.push_back(error ? json::value(text::json_text(source)) : std::move(parsed));
  }
  json::object sections;
  for (const auto& section : index.sections) sections[section.name] = section.bytes;
  return {{"written", text::json_text(written)},
          {"format_version", index.format_version},
          {"bytes", index.bytes},
          {"digest", text::json_text(index.digest)},
          {"tables_fingerprint", text::json_text(index.tables_fingerprint)},
          {"entries", index.entries},
          {"names", index.names},
          {"tokens", index.tokens},
          {"person_documents", index.person_documents},
          {"lost_documents", index.lost_documents},
          {"sources", sources},
          {"sections", sections}};
}

int inspect(const Options& options) {
  const Result<Screener> screener = Screener::open(options.indexes);
  if (!screener) return report(screener.error());
  for (const IndexDescription& index : screener->describe_files()) {
    const std::string written = written_at(index.file);
    if (options.json) {
      fmt::print("{}\n", json::serialize(description_json(index, written)));
    } else {
      if (options.indexes.size() > 1) fmt::print("{}:\n", index.file);
      fmt::print("{}", description_text(index, written));
    }
  }
  return kDone;
}

}  // namespace

void add_inspect(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("inspect", "Show what an index holds and was built from");
  command.add_option("INDEX", options->indexes, "Indexes that `darvaza build` wrote; several must fit together, the oldest first").required();
  command.add_flag("--json", options->json, "Write one JSON object an index");
  command.footer(kFooter);
  command.callback([options, &status] { status = inspect(*options); });
}

}  // namespace darvaza::tool
