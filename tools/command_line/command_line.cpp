#include "command_line/command_line.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

namespace darvaza::tool {

Option Option::required(bool is) {
  option_->required(is);
  return *this;
}
Option Option::type_name(const char* name) {
  option_->type_name(name);
  return *this;
}
Option Option::description(const char* about) {
  option_->description(about);
  return *this;
}
Option Option::default_shown() {
  option_->capture_default_str();
  return *this;
}
Option Option::one_value_each() {
  option_->allow_extra_args(false);
  return *this;
}
Option Option::number_of_values(int exactly) {
  option_->expected(exactly);
  return *this;
}
Option Option::divided_by(char sign) {
  option_->delimiter(sign);
  return *this;
}
Option Option::needs(Option other) {
  option_->needs(other.option_);
  return *this;
}
Option Option::excludes(Option other) {
  option_->excludes(other.option_);
  return *this;
}
Option Option::excludes(const char* name) {
  option_->excludes(name);
  return *this;
}

// Where the help says in words what may be typed, the validators do not add it once more.
Option Option::between(int least, int most) {
  option_->check(CLI::Range(least, most).description(""));
  return *this;
}
Option Option::between(double least, double most) {
  option_->check(CLI::Range(least, most).description(""));
  option_->check(CLI::Validator([](std::string& value) { return std::isnan(std::strtod(value.c_str(), nullptr)) ? "expected a number, not " + value : ""; }, "", ""));
  return *this;
}
Option Option::between_as_type(int least, int most) {
  option_->check(CLI::Range(least, most));
  return *this;
}
Option Option::not_negative() {
  option_->check(CLI::NonNegativeNumber.description(""));
  return *this;
}
Option Option::one_of(std::vector<std::string> words) {
  option_->check(CLI::IsMember(std::move(words)).description(""));
  return *this;
}
Option Option::check(std::function<std::string(std::string& value)> fault) {
  option_->transform(CLI::Validator(std::move(fault), "", ""));  // CLI11's check would keep what was typed
  return *this;
}

bool Option::given() const { return option_->count() > 0; }

Command Command::add_command(const char* name, const char* about) { return Command(app_->add_subcommand(name, about)); }
Command Command::add_group(const char* name, const char* about) { return Command(app_->add_option_group(name, about)); }
void Command::require_command() { app_->require_subcommand(1); }
void Command::require_option() { app_->require_option(1, 0); }

template <typename Target>
Option Command::add_option(const char* names, Target& target, const char* about) {
  return Option(app_->add_option(names, target, about));
}

Option Command::add_flag(const char* names, bool& target, const char* about) { return Option(app_->add_flag(names, target, about)); }

void Command::add_old_name(const char* name, Option option) {
  CLI::Option* const shown = option.option_;
  app_->add_option(name)->group("")->trigger_on_parse()->each([shown](const std::string& value) { shown->add_result(value); });
}

Option Command::find_option(const char* name) { return Option(app_->get_option(name)); }

void Command::footer(const char* text) { app_->footer(text); }

void Command::callback(std::function<void()> run) {
  app_->callback([run = std::move(run)] {
    try {
      run();
    } catch (const WrongUsage& wrong) {
      throw CLI::ValidationError(wrong.what());
    }
  });
}

CommandLine::CommandLine(const char* about, const char* program, std::string_view version) : app_(std::make_unique<CLI::App>(about, program)) {
  app_->set_version_flag("--version", std::string(program) + " " + std::string(version));
}
CommandLine::~CommandLine() = default;

Command CommandLine::root() { return Command(app_.get()); }

CommandLine::Reading CommandLine::read(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
    return Reading::done;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // CLI11 takes a question for help as an error
      app_->exit(error);
      return Reading::help_printed;
    }
    reason_ = error.what();
    return Reading::refused;
  }
}

std::vector<std::string> CommandLine::not_understood() const { return app_->remaining(true); }

template Option Command::add_option(const char*, int&, const char*);
template Option Command::add_option(const char*, unsigned&, const char*);
template Option Command::add_option(const char*, std::uint64_t&, const char*);
template Option Command::add_option(const char*, std::optional<std::uint64_t>&, const char*);
template Option Command::add_option(const char*, double&, const char*);
template Option Command::add_option(const char*, std::optional<double>&, const char*);
template Option Command::add_option(const char*, std::string&, const char*);
template Option Command::add_option(const char*, std::vector<std::string>&, const char*);
template Option Command::add_option(const char*, std::filesystem::path&, const char*);
template Option Command::add_option(const char*, std::vector<std::filesystem::path>&, const char*);

}  // namespace darvaza::tool
