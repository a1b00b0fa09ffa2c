// Options by which commands name a register of recent travellers.
#pragma once

#include <string>

#include "command_line/command_line.h"
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
inline Option add_register_key(Command command, std::string& key) {
  const Option shown = command.add_option("--key", key, "The register's key file").type_name("FILE");
  command.add_old_name("--register-key", shown);
  return shown;
}

inline void add_register_arguments(Command command, RegisterArguments& arguments) {
  command.add_option("--register", arguments.file, "The register of recent travellers").required().type_name("FILE");
  add_register_key(command, arguments.key).required();
}

}  // namespace darvaza::tool
