// What a run is made of: a fictional list, its index, travellers, and who of them is listed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/traveller.h"
#include "generate/fictional_files.h"

namespace darvaza::bench {

struct SceneWanted {
  std::uint64_t seed = 1;
  generate::Kind kind = generate::Kind::usual;
  std::uint64_t names = 0;
  std::uint64_t travellers = 0;
  double listed_share = 0.01;
};

/// A traveller who is on the list, misspelled.
struct Planted {
  std::size_t traveller = 0;  ///< place in Scene::travellers
  std::string entry;          ///< the identifier of their entry
};

struct Scene {
  std::filesystem::path list, index;
  double build_seconds = 0;  ///< wall, of build_index, the list in the page cache
  std::uint64_t index_bytes = 0;
  std::vector<Traveller> travellers;
  std::vector<Planted> planted;  ///< ascending by traveller
};

/// Writes the files into `directory` (names begin with the list's size), builds the index and reads
/// the travellers by the library's own reader.
Result<Scene> set_scene(const SceneWanted& wanted, const std::filesystem::path& directory);

/// What is asked about a traveller.
enum class Question : std::uint8_t {
  facts,  ///< name, birth date and nationality: the travel document's
  name,   ///< the name alone
};
const char* to_string(Question question);  ///< "facts", "name"

/// The travellers as the question has them.
std::vector<Traveller> asked(const std::vector<Traveller>& travellers, Question question);

/// Places of up to `count` travellers, planted and others in turn, so that any beginning of the
/// answer holds as many of both.
std::vector<std::size_t> mixed_sample(const Scene& scene, std::size_t count);

}  // namespace darvaza::bench
