// Options by which commands name a register of recent travellers.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "lookback/traveller_register.h"
#include "records/today.h"

namespace darvaza::tool {

struct RegisterArguments {
  std::string file;
  std::string key;

  Result<lookback::TravellerRegister> open(lookback::Opening opening = lookback::Opening::by_the_clock) const {
    return lookback::TravellerRegister::open(file, key, records::today(), opening);
  }
};

/// "--key"; "--register-key", as `screen` once called it, is taken everywhere, too, and not shown.
inline CLI::Option* add_register_key(CLI::App& command, std::string& key) {
  CLI::Option* const shown = command.add_option("--key", key, "The register's key file")->type_name("FILE");
  command.add_option("--register-key")->group("")->trigger_on_parse()->each([shown](const std::string& value) { shown->add_result(value); });
  return shown;
}

inline void add_register_arguments(CLI::App& command, RegisterArguments& arguments) {
  command.add_option("--register", arguments.file, "The register of recent travellers")->required()->type_name("FILE");
  add_register_key(command, arguments.key)->required();
}

}  // namespace darvaza::tool
