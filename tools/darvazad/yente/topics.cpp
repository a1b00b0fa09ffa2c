#include "yente/topics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "darvaza/read_lists.h"
#include "records/term_rules.h"

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

/// FollowTheMoney's topics. In the same place stand identifiers of programmes ("EU-UKR", "sdgt"),
/// which are none.
constexpr std::array<std::string_view, 69> kTopics = {"asset.frozen",
                                                      "corp.disqual",
                                                      "corp.offshore",
                                                      "corp.public",
                                                      "corp.shell",
                                                      "crime",
                                                      "crime.boss",
                                                      "crime.cyber",
                                                      "crime.env",
                                                      "crime.fin",
                                                      "crime.fraud",
                                                      "crime.terror",
                                                      "crime.theft",
                                                      "crime.traffick",
                                                      "crime.traffick.drug",
                                                      "crime.traffick.human",
                                                      "crime.war",
                                                      "debarment",
                                                      "export.control",
                                                      "export.control.linked",
                                                      "export.risk",
                                                      "fin",
                                                      "fin.adivsor",
                                                      "fin.advisor",
                                                      "fin.bank",
                                                      "fin.fund",
                                                      "forced.labor",
                                                      "gov",
                                                      "gov.admin",
                                                      "gov.executive",
                                                      "gov.financial",
                                                      "gov.head",
                                                      "gov.igo",
                                                      "gov.judicial",
                                                      "gov.legislative",
                                                      "gov.muni",
                                                      "gov.national",
                                                      "gov.religion",
                                                      "gov.security",
                                                      "gov.soe",
                                                      "gov.state",
                                                      "invest.ban",
                                                      "invest.risk",
                                                      "mare.detained",
                                                      "mare.shadow",
                                                      "mare.sts",
                                                      "mil",
                                                      "poi",
                                                      "pol.party",
                                                      "pol.union",
                                                      "reg.action",
                                                      "reg.warn",
                                                      "rel",
                                                      "role.acct",
                                                      "role.act",
                                                      "role.civil",
                                                      "role.diplo",
                                                      "role.journo",
                                                      "role.judge",
                                                      "role.lawyer",
                                                      "role.lobby",
                                                      "role.oligarch",
                                                      "role.pep",
                                                      "role.pol",
                                                      "role.rca",
                                                      "role.spy",
                                                      "sanction",
                                                      "sanction.counter",
                                                      "wanted"};

/// Whether `topic` is `asked` or below it.
bool is_below(std::string_view topic, std::string_view asked) {
  return topic.starts_with(asked) && (topic.size() == asked.size() || topic[asked.size()] == '.');
}

bool is_topic(std::string_view word) {
  return std::binary_search(kTopics.begin(), kTopics.end(), word);
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

Topics topics_of(std::string_view format, std::string_view category, const EntryTerms& stated) {
  Topics topics;
  if (format == to_string(ListFormat::ftm_json)) add_topics(category, topics.known);
  topics.complete = !topics.known.empty();
  // One category is all that an owner can state: it says nothing of what else somebody is.
  for (const auto& [meant, topic] : kStated) {
    if (meant == stated.category) topics.known.push_back(topic);
  }
  if (is_of_sanctions(format)) topics.known.emplace_back("sanction");
  if (format == to_string(ListFormat::interpol_json) && category == "red notice")
    topics.known.emplace_back("wanted");
  if (records::is_no_suspect(stated)) {
    std::erase_if(topics.known, [](std::string_view topic) {
      return is_below(topic, "crime") || topic == "wanted";
    });
    topics.complete = false;  // whoever asks for "crime" goes on finding whom the list accuses
  }
  return topics;
}

bool is_topic_or_above(std::string_view word) {
  return std::any_of(kTopics.begin(), kTopics.end(),
                     [word](std::string_view topic) { return is_below(topic, word); });
}

bool may_be_about(const Topics& topics, std::string_view asked) {
  return !topics.complete ||
         std::any_of(topics.known.begin(), topics.known.end(),
                     [asked](std::string_view known) { return is_below(known, asked); });
}

}  // namespace darvaza::daemon
