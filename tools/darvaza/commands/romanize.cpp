// darvaza romanize: how a word may be spelled in Latin letters, and how Darvaza hears it.
#include "romanize/romanize.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "commands/commands.h"
#include "output/exit_status.h"
#include "output/table.h"
#include "output/terminal.h"
#include "romanize/orthography.h"
#include "text/normalise.h"
#include "text/script.h"
#include "text/utf8.h"

namespace darvaza::tool {
namespace {

using romanize::Orthography;

constexpr const char* kFooter = R"(
Prints each word as the passport offices, gazetteers and habits of the region spell it: every system for
the word's script that has all its letters, or the one that is asked for. "heard as" is the reading in
sounds that matching compares. Arabic script does not write short vowels, so neither do its spellings.

Examples:
  darvaza romanize Ҹәмғулов Юфьев
  darvaza romanize --orthography ru-icao-2014 Юфьев
  darvaza romanize --list)";

struct Options {
  std::string orthography;
  std::vector<std::string> words;
  bool list = false;
};

std::string heard(std::u32string_view word) {
  const std::string sounds = romanize::spelling(romanize::romanize(word));
  return sounds.empty() ? "-" : sounds;
}

void list_systems() {
  Table systems({{"ID"}, {"SYSTEM"}, {"SOURCE"}});
  for (const Orthography& system : romanize::orthographies()) {
    systems.add({std::string(system.id), std::string(system.title), std::string(system.source)});
  }
  fmt::print("{}", systems.take());
}

/// Codes of a machine-readable zone (XSHYRZAD) back in Arabic letters. Without an X-escape it is a Latin word.
void add_zone_reading(std::u32string_view word, Table& spellings) {
  if (word.find(U'x') == std::u32string_view::npos) return;
  const auto arabic = romanize::arabic_from_icao(text::encode_utf8(word));
  if (arabic) spellings.add({"", "arab-icao-9303", text::encode_utf8(*arabic), "heard as " + heard(*arabic)});
}

/// One word in every system that can have written it, or in `asked`, which may leave letters as they are.
void show(const std::string& typed, const Orthography* asked) {
  const std::u32string word = text::normalise(typed).text;
  fmt::print("{}: heard as {}\n", printable(typed), printable(heard(word)));
  Table spellings({{""}, {""}, {""}, {""}});
  for (const Orthography& system : romanize::orthographies()) {
    const bool applies = system.script == text::dominant_script(word) && romanize::covers(system, word);
    if (asked == nullptr ? !applies : &system != asked) continue;
    if (system.script != text::dominant_script(word)) {
      return fmt::print("  {} does not write this script\n", system.id);
    }
    const std::u32string latin = romanize::romanise(system, word);
    spellings.add({"", std::string(system.id), text::encode_utf8(latin), "heard as " + heard(latin)});
  }
  if (asked == nullptr) add_zone_reading(word, spellings);
  const bool foreign = text::dominant_script(word) == text::Script::other;
  const std::string nothing = foreign ? fmt::format("  read by: {}\n", heard(word) == "-" ? "no rules: nothing of it can be compared" : romanize::reading_rules(word))
                                      : "  no system has all its letters\n";
  fmt::print("{}", spellings.rows() == 0 ? nothing : spellings.take(false));
}

int romanize_words(const Options& options) {
  if (options.list) list_systems();
  const Orthography* asked = nullptr;
  if (!options.orthography.empty()) {
    asked = romanize::find_orthography(options.orthography);
    if (asked == nullptr) {
      complain("no orthography is called " + options.orthography + "; see darvaza romanize --list");
      return kUsage;
    }
  }
  if (!options.list && options.words.empty()) {
    complain("romanize: a word or --list is needed");
    return kUsage;
  }
  for (const std::string& word : options.words) show(word, asked);
  return kDone;
}

}  // namespace

void add_romanize(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("romanize", "Spell words in the Latin letters of passports and lists");
  command.add_option("WORD", options->words, "Words in Cyrillic, Arabic or Latin letters");
  command.add_option("--orthography", options->orthography, "Only this system, by its id");
  command.add_flag("--list", options->list, "List the systems with their sources");
  command.footer(kFooter);
  command.callback([options, &status] { status = romanize_words(*options); });
}

}  // namespace darvaza::tool
