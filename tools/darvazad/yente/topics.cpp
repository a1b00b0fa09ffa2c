#include "yente/topics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "darvaza/read_lists.h"

namespace darvaza::daemon {
namespace {

/// Topics of FollowTheMoney's type "topic" for what owners state. It has none for lost documents
/// and for missing or protected persons, and none of its own for arms, goods and cultural goods.
constexpr std::array<std::pair<AlertCategory, std::string_view>, 10> kStated = {{
    {AlertCategory::terrorism, "crime.terror"},
    {AlertCategory::drugs, "crime.traffick.drug"},
    {AlertCategory::arms, "crime.traffick"},
    {AlertCategory::trafficking_in_persons, "crime.traffick.human"},
    {AlertCategory::migrant_smuggling, "crime.traffick.human"},
    {AlertCategory::goods, "crime.traffick"},
    {AlertCategory::money_laundering, "crime.fin"},
    {AlertCategory::cyber, "crime.cyber"},
    {AlertCategory::cultural_goods, "crime.traffick"},
    {AlertCategory::wildlife, "crime.env"},
}};

/// Lists of nothing but sanctions.
constexpr std::array kSanctions = {
    ListFormat::un_xml,         ListFormat::ofac_sdn_xml, ListFormat::ofac_advanced_xml,
    ListFormat::ofac_sdn_csv,   ListFormat::ofac_alt_csv, ListFormat::ofac_add_csv,
    ListFormat::eu_fsf_xml,     ListFormat::uk_ofsi_csv,  ListFormat::uk_sanctions_csv,
    ListFormat::canada_sema_xml};

bool is_of_sanctions(std::string_view format) {
  return std::any_of(kSanctions.begin(), kSanctions.end(),
                     [format](ListFormat one) { return to_string(one) == format; });
}

/// A topic of FollowTheMoney has small letters and points only; identifiers of programmes, which
/// stand in the same place, have capitals ("EU-UKR").
bool is_topic(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(),
                                      [](char c) { return c == '.' || ('a' <= c && c <= 'z'); });
}

void add_topics(std::string_view category, std::vector<std::string_view>& topics) {
  constexpr std::string_view kBetween = "; ";
  while (!category.empty()) {
    const std::string_view word = category.substr(0, category.find(kBetween));
    if (is_topic(word)) topics.push_back(word);
    category.remove_prefix(std::min(category.size(), word.size() + kBetween.size()));
  }
}

}  // namespace

Topics topics_of(std::string_view format, std::string_view category, AlertCategory stated) {
  Topics topics;
  if (format == to_string(ListFormat::ftm_json)) add_topics(category, topics.known);
  for (const auto& [meant, topic] : kStated) {
    if (meant == stated) topics.known.push_back(topic);
  }
  topics.complete = !topics.known.empty();
  if (is_of_sanctions(format)) topics.known.emplace_back("sanction");
  if (format == to_string(ListFormat::interpol_json) && category == "red notice")
    topics.known.emplace_back("wanted");
  return topics;
}

bool may_be_about(const Topics& topics, std::string_view asked) {
  return !topics.complete ||
         std::any_of(topics.known.begin(), topics.known.end(), [asked](std::string_view known) {
           return known.starts_with(asked) &&
                  (known.size() == asked.size() || known[asked.size()] == '.');
         });
}

}  // namespace darvaza::daemon
