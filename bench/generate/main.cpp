// darvaza-generate: large fictional lists and travellers for measuring.
//
// Deterministic: the same options give the same bytes on every machine.
#include <cstdio>
#include <map>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "generate/fictional_files.h"

namespace darvaza::generate {
namespace {

int run(int argc, char** argv) {
  FilesWanted wanted;
  CLI::App app("Writes large fictional lists and travellers for measuring");
  app.add_option("--seed", wanted.seed, "Another seed gives other people")->capture_default_str();
  app.add_option("--kind", wanted.kind, "usual names, or nasty ones that make a search slow: usual, nasty")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Kind>{{"usual", Kind::usual}, {"nasty", Kind::nasty}}).description(""));
  app.add_option("--persons", wanted.persons, "How many listed persons")->capture_default_str();
  app.add_option("--list", wanted.list, "Where to write the list (CSV)");
  app.add_option("--travellers", wanted.travellers, "How many travellers")->capture_default_str();
  app.add_option("--listed-share", wanted.listed_share,
                 "The share of travellers who are listed, misspelled")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  auto* manifest = app.add_option("--manifest", wanted.manifest, "Where to write the travellers");
  app.add_option("--manifest-format", wanted.manifest_format, "csv, paxlst or pnrgov")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, ManifestText>{{"csv", ManifestText::csv},
                                              {"paxlst", ManifestText::paxlst},
                                              {"pnrgov", ManifestText::pnrgov}}));
  auto* truth = app.add_option("--truth", wanted.truth, "Where to write who is who (CSV)");
  manifest->needs(truth);
  truth->needs(manifest);
  app.add_option("--documents", wanted.documents, "How many lost documents")->capture_default_str();
  app.add_option("--document-list", wanted.document_list, "Where to write the lost documents (CSV)");
  CLI11_PARSE(app, argc, argv);

  const Vocabulary vocabulary(wanted.seed);
  constexpr int kIoError = 74;  // sysexits(3)
  if (!wanted.list.empty() && !write_list(wanted, vocabulary)) {
    fmt::print(stderr, "darvaza-generate: cannot write {}\n", wanted.list);
    return kIoError;
  }
  if (!wanted.document_list.empty() && !write_documents(wanted)) {
    fmt::print(stderr, "darvaza-generate: cannot write {}\n", wanted.document_list);
    return kIoError;
  }
  if (!wanted.manifest.empty() && !write_travellers(wanted, vocabulary)) {
    fmt::print(stderr, "darvaza-generate: cannot write {} or {}\n", wanted.manifest, wanted.truth);
    return kIoError;
  }
  return 0;
}

}  // namespace
}  // namespace darvaza::generate

int main(int argc, char** argv) { return darvaza::generate::run(argc, argv); }
