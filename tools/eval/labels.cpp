#include "eval/labels.h"

#include <algorithm>
#include <array>

#include "text/normalise.h"
#include "text/script.h"
#include "text/utf8.h"

namespace darvaza::eval {
namespace {

bool is_computed(std::string_view dimension) {
  return dimension == "script" || dimension == "length";
}

/// The codes of ISO 15924 for the scripts that have a name here, so that computed and stated
/// scripts meet in one slice.
std::string spelt_out(const std::string& script) {
  if (script == "Latn") return "Latin";
  if (script == "Cyrl") return "Cyrillic";
  return script == "Arab" ? "Arabic" : script;
}

/// "ep", "Abkhazia", "ru" of "ep:Abkhazia:ru"; what is not stated is empty. A text with more colons
/// stays whole.
std::array<std::string, 3> source_parts(const std::string& source) {
  std::array<std::string, 3> parts;
  std::size_t begin = 0;
  for (std::string& part : parts) {
    const std::size_t colon = source.find(':', begin);
    part = source.substr(begin, colon - begin);
    if (colon == std::string::npos) return parts;
    begin = colon + 1;
  }
  return {source, "", ""};
}

}  // namespace

std::string script_name(std::string_view name) {
  switch (text::dominant_script(text::decode_utf8(name.substr(0, text::kMaxNameBytes)))) {
    case text::Script::latin:
      return "Latin";
    case text::Script::cyrillic:
      return "Cyrillic";
    case text::Script::arabic:
      return "Arabic";
    case text::Script::other:
      return "other";
    case text::Script::none:
      break;
  }
  return "none";
}

std::string script_names(std::string_view asked, std::string_view listed) {
  const std::string first = script_name(asked), second = script_name(listed);
  return first == second ? first : first + " > " + second;
}

std::string length_name(std::string_view name) {
  const std::u32string letters = text::decode_utf8(name.substr(0, text::kMaxNameBytes));
  const auto count = std::count_if(letters.begin(), letters.end(), text::is_letter_or_mark);
  if (count < 10) return "1 to 9 letters";
  if (count < 15) return "10 to 14 letters";
  if (count < 20) return "15 to 19 letters";
  return count < 30 ? "20 to 29 letters" : "30 letters or more";
}

Result<Labels> Labels::of(const LabelledTable& table, const std::vector<std::string>& wanted) {
  Labels labels;
  const auto add = [&](const std::string& dimension, std::size_t column) {
    const auto& known = labels.dimensions_;
    if (std::find(known.begin(), known.end(), dimension) != known.end()) return;
    labels.dimensions_.push_back(dimension);
    labels.columns_.push_back(column);
  };
  for (const char* dimension :
       {"script", "kind", "group", "source", "country", "language", "length"}) {
    if (const auto column = table.find({dimension})) {
      add(dimension, *column);
    } else if (is_computed(dimension)) {
      add(dimension, kComputed);
    }
  }
  const auto source = table.find({"source"});
  if (source && !table.find({"country"}) && !table.find({"language"})) {
    labels.split_source_ = true;
    add("country", *source);
    add("language", *source);
  }
  for (const std::string& dimension : wanted) {
    const Result<std::size_t> column = table.need({dimension});
    if (!column) return tl::unexpected<Error>(column.error());
    add(dimension, *column);
  }
  return labels;
}

std::vector<std::string> Labels::values(const LabelledRow& row, const std::string& scripts,
                                        std::string_view shortest_name) const {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < dimensions_.size(); ++i) {
    const std::string& dimension = dimensions_[i];
    if (columns_[i] == kComputed) {
      values.push_back(dimension == "script" ? scripts : length_name(shortest_name));
    } else if (split_source_ && dimension == "source") {
      values.push_back(source_parts(row.fields[columns_[i]])[0]);
    } else if (split_source_ && dimension == "country") {
      values.push_back(source_parts(row.fields[columns_[i]])[1]);
    } else if (split_source_ && dimension == "language") {
      values.push_back(source_parts(row.fields[columns_[i]])[2]);
    } else if (dimension == "script") {
      values.push_back(spelt_out(row.fields[columns_[i]]));
    } else {
      values.push_back(row.fields[columns_[i]]);
    }
  }
  return values;
}

std::vector<std::pair<std::string, std::string>> Labels::named(
    const std::vector<std::string>& values) const {
  std::vector<std::pair<std::string, std::string>> named;
  for (std::size_t i = 0; i < values.size(); ++i) named.emplace_back(dimensions_[i], values[i]);
  return named;
}

std::string label_text(const Labels& labels, const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].empty() || is_computed(labels.dimensions()[i])) continue;
    text += (text.empty() ? "" : ", ") + values[i];
  }
  return text;
}

}  // namespace darvaza::eval
