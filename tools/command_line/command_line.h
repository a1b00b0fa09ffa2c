// What a program can be told by its command line. CLI11 reads it and writes the help; whoever includes CLI11 compiles for six seconds
// more, so that only command_line.cpp does (docs/decisions/0034).
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace darvaza::tool {

/// What was typed will not do. A command that throws this when it runs is told as every other wrong usage.
class WrongUsage : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An option, a flag or a positional argument: a handle on it, which its command owns.
class Option {
 public:
  Option required(bool is = true);
  Option type_name(const char* name);            ///< what stands behind the option in the help
  Option description(const char* about);
  Option default_shown();                        ///< in the help: the value that the variable has now
  Option one_value_each();                       ///< may be repeated, and takes one word a time
  Option number_of_values(int exactly);
  Option divided_by(char sign);                  ///< several values in one word
  Option needs(Option other);
  Option excludes(Option other);
  Option excludes(const char* name);

  Option between(int least, int most);
  Option between(double least, double most);
  Option between_as_type(int least, int most);   ///< the bounds are the type name in the help
  Option not_negative();
  Option one_of(std::vector<std::string> words);

  /// Returns what is wrong with the value, or nothing; may put another in its place.
  Option check(std::function<std::string(std::string& value)> fault);

  bool given() const;  ///< by who typed the command

 private:
  friend class Command;
  explicit Option(CLI::Option* option) : option_(option) {}

  CLI::Option* option_;
};

/// A command, with commands below it or a deed of its own: a handle on it, which the command line owns.
class Command {
 public:
  Command add_command(const char* name, const char* about);
  Command add_group(const char* name, const char* about);  ///< options of this command under a heading of their own
  void require_command();                                  ///< one of those below
  void require_option();                                   ///< any of this group

  /// `names` are "-o,--output", or "FILE" for a positional argument. The value goes into `target`, which must live as long as the command line; its
  /// types are those at the end of command_line.cpp.
  template <typename Target>
  Option add_option(const char* names, Target& target, const char* about);
  Option add_flag(const char* names, bool& target, const char* about);

  /// Another name under which an option is taken, which the help does not show.
  void add_old_name(const char* name, Option option);
  Option find_option(const char* name);

  void footer(const char* text);
  void callback(std::function<void()> run);

 private:
  friend class CommandLine;
  explicit Command(CLI::App* app) : app_(app) {}

  CLI::App* app_;
};

class CommandLine {
 public:
  CommandLine(const char* about, const char* program, std::string_view version);
  ~CommandLine();

  Command root();

  enum class Reading { done, help_printed, refused };

  /// Reads what was typed and runs the callbacks of the commands that it names.
  Reading read(int argc, char** argv);

  /// Why it was refused, and the words that were not understood.
  const std::string& reason() const { return reason_; }
  std::vector<std::string> not_understood() const;

 private:
  std::unique_ptr<CLI::App> app_;
  std::string reason_;
};

}  // namespace darvaza::tool
