#include "index/document_identity.h"

#include <string_view>

#include <fmt/core.h>

namespace darvaza::index {

std::string identity_of(const LostDocument& document) {
  std::string identity;
  for (const std::string_view field :
       {std::string_view(document.number), std::string_view(document.range_end),
        std::string_view(document.type), document.issuing_state.text(), to_string(document.status),
        document.reporting_state.text(), std::string_view(document.reference)}) {
    identity += fmt::format("{}:{} ", field.size(), field);
  }
  for (const PartialDate& date : {document.lost, document.reported, document.review})
    identity += to_string(date) + ' ';
  return identity;
}

}  // namespace darvaza::index
