// What was looked up lately: travellers of one flight have words in common that no listed name holds.
#pragma once

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/dictionary.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::index {

struct TokenLookup {
  std::vector<SimilarToken> similar;  ///< ascending by number: spellings and customary other forms, at their least cost
  /// How rare the token is, in millinats: -ln of the share of names that hold one that sounds like it, and no
  /// more than names::most_rarity and names::common_rarity allow. Every similar token counts exp(-cost) of its
  /// frequency, so that all spellings of Muhammad count together. Short lists are treated as if they held
  /// 20,000 names more. Integers throughout.
  names::Millinats rarity = 0;
};

/// For a question that is asked of a million travellers in a row: three words in four were met before, most of them not lately.
inline constexpr std::size_t kManySlots = std::size_t{1} << 18;

/// Remembers look-ups of one dictionary: of the tokens that fall into one of its slots the last. Takes some kilobytes a slot at most,
/// against a small dictionary some hundred bytes; for one thread.
class LookupMemory {
 public:
  enum class Kind : std::uint8_t { whole, joined, near };

  /// Makes room for kManySlots in place of some hundred; what was remembered may be forgotten.
  void grow() {
    if (!is_large()) slots_ = std::vector<Slot>(kManySlots);
  }
  bool is_large() const { return slots_.size() == kManySlots; }

  /// Overwrites `out` with the look-up of the token, which `make(TokenLookup&)` makes if it is not remembered.
  template <typename Make>
  void get(const romanize::Sounds& token, Kind kind, TokenLookup& out, Make make) {
    if (slots_.empty()) slots_.resize(kSlots);
    Slot& slot = slots_[XXH3_64bits(&token, sizeof token) % slots_.size()];
    if (!slot.used || slot.kind != kind || slot.token != token) {
      make(slot.lookup);
      slot.token = token;
      slot.kind = kind;
      slot.used = true;
    }
    out = slot.lookup;
  }

 private:
  static constexpr std::size_t kSlots = 512;
  struct Slot {
    romanize::Sounds token;
    Kind kind = Kind::whole;
    bool used = false;
    TokenLookup lookup;
  };
  std::vector<Slot> slots_;  ///< made when the first token is looked up
};

/// The same of how rare tokens are in a set of indexes, for whoever looks them up in some of those only. Some ten megabytes once it is
/// used; for one thread.
class RarityMemory {
 public:
  std::optional<names::Millinats> find(const romanize::Sounds& token) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(token)];
    return slot.used && slot.token == token ? std::optional(slot.rarity) : std::nullopt;
  }
  void put(const romanize::Sounds& token, names::Millinats rarity) {
    if (slots_.empty()) slots_.resize(kManySlots);
    slots_[slot_of(token)] = {token, rarity, true};
  }

 private:
  struct Slot {
    romanize::Sounds token;
    names::Millinats rarity = 0;
    bool used = false;
  };
  static std::size_t slot_of(const romanize::Sounds& token) { return XXH3_64bits(&token, sizeof token) % kManySlots; }

  std::vector<Slot> slots_;
};

}  // namespace darvaza::index
