// darvaza-icu-romanize: lines in, the same lines romanised by ICU out, for bench/postgres-trgm.
#include <cstdio>
#include <iostream>
#include <string>

#include "eval/baselines/icu_romaniser.h"

int main() {
  std::ios::sync_with_stdio(false);
  const darvaza::baselines::IcuRomaniser romaniser;
  if (!romaniser.usable()) {
    std::fputs("darvaza-icu-romanize: this ICU has no Any-Latin\n", stderr);
    return 1;
  }
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << romaniser.romanise(line) << '\n';
  }
  std::cout.flush();
  return std::cout.good() ? 0 : 1;
}
