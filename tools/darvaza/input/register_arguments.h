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

inline void add_register_arguments(CLI::App& command, RegisterArguments& arguments) {
  command.add_option("--register", arguments.file, "The register of recent travellers")->required()->type_name("FILE");
  command.add_option("--key", arguments.key, "The register's key file")->required()->type_name("FILE");
}

}  // namespace darvaza::tool
