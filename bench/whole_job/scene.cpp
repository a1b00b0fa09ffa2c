#include "whole_job/scene.h"

#include <chrono>
#include <fstream>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>

#include "darvaza/build_index.h"
#include "darvaza/read_travellers.h"

namespace darvaza::bench {
namespace {

namespace fs = std::filesystem;

generate::FilesWanted files_of(const SceneWanted& wanted, const fs::path& directory) {
  const auto file = [&](const char* ending) {
    return (directory / fmt::format("{}{}", wanted.names, ending)).string();
  };
  generate::FilesWanted files;
  files.seed = wanted.seed;
  files.kind = wanted.kind;
  files.persons = wanted.names;
  files.list = file(".csv");
  files.travellers = wanted.travellers;
  files.listed_share = wanted.listed_share;
  files.manifest = file("-travellers.csv");
  files.truth = file("-truth.csv");
  return files;
}

Result<std::vector<Traveller>> read_manifest(const std::string& manifest) {
  std::vector<Traveller> travellers;
  std::ifstream in(manifest, std::ios::binary);
  const auto summary =
      read_travellers(in, manifest, ManifestOptions{ManifestFormat::csv},
                      [&](Traveller&& traveller) { travellers.push_back(std::move(traveller)); });
  if (!summary) return tl::unexpected<Error>(summary.error());
  return travellers;
}

/// The truth's lines are "id of the traveller,id of the entry", after a header.
std::vector<Planted> read_truth(const std::string& truth,
                                const std::vector<Traveller>& travellers) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < travellers.size(); ++i) places.emplace(travellers[i].id, i);
  std::vector<Planted> planted;
  std::ifstream in(truth, std::ios::binary);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t comma = line.find(',');
    const auto place = places.find(line.substr(0, comma));
    if (place != places.end()) planted.push_back({place->second, line.substr(comma + 1)});
  }
  return planted;
}

}  // namespace

Result<Scene> set_scene(const SceneWanted& wanted, const fs::path& directory) {
  const generate::FilesWanted files = files_of(wanted, directory);
  const generate::Vocabulary vocabulary(files.seed);
  if (!write_list(files, vocabulary) || !write_travellers(files, vocabulary)) {
    return fail(ErrorCode::io, "cannot write a list and travellers here", directory.string());
  }
  Scene scene;
  scene.list = files.list;
  scene.index = directory / fmt::format("{}.dvz", wanted.names);

  const auto start = std::chrono::steady_clock::now();
  const Result<BuildReport> built = build_index(std::vector{scene.list}, scene.index);
  scene.build_seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!built) return tl::unexpected<Error>(built.error());
  scene.index_bytes = built->index_bytes;

  Result<std::vector<Traveller>> travellers = read_manifest(files.manifest);
  if (!travellers) return tl::unexpected<Error>(travellers.error());
  scene.travellers = *std::move(travellers);
  scene.planted = read_truth(files.truth, scene.travellers);
  if (scene.travellers.size() != wanted.travellers || scene.planted.empty()) {
    return fail(ErrorCode::usage, "too few travellers: none of them is listed", files.manifest);
  }
  return scene;
}

const char* to_string(Question question) { return question == Question::facts ? "facts" : "name"; }

std::vector<Traveller> asked(const std::vector<Traveller>& travellers, Question question) {
  std::vector<Traveller> asked = travellers;
  if (question == Question::facts) return asked;
  for (Traveller& traveller : asked) {
    traveller.birth_date = {};
    traveller.nationalities.clear();
  }
  return asked;
}

std::vector<std::size_t> mixed_sample(const Scene& scene, std::size_t count) {
  std::vector<std::size_t> sample;
  std::size_t other = 0, next_planted = 0;  // of travellers, of planted ones
  const auto is_planted = [&](std::size_t traveller) {
    while (next_planted < scene.planted.size() &&
           scene.planted[next_planted].traveller < traveller) {
      ++next_planted;
    }
    return next_planted < scene.planted.size() &&
           scene.planted[next_planted].traveller == traveller;
  };
  for (std::size_t i = 0; i < scene.planted.size() && sample.size() < count; ++i) {
    sample.push_back(scene.planted[i].traveller);
    while (other < scene.travellers.size() && is_planted(other)) ++other;
    if (other < scene.travellers.size() && sample.size() < count) sample.push_back(other++);
  }
  return sample;
}

}  // namespace darvaza::bench
