#include "eval/report/well_formed.h"

#include <memory>

#include <expat.h>

namespace darvaza::eval::report {

Parsed parse(std::string_view xml) {
  Parsed parsed;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);
  XML_SetUserData(parser.get(), &parsed);
  XML_SetStartElementHandler(parser.get(),
                             [](void* user, const char* name, const char** attributes) {
                               auto& found = *static_cast<Parsed*>(user);
                               found.elements.emplace_back(name);
                               for (; *attributes != nullptr; attributes += 2)
                                 found.attributes.emplace_back(attributes[1]);
                             });
  XML_SetCharacterDataHandler(parser.get(), [](void* user, const char* text, int length) {
    static_cast<Parsed*>(user)->text.append(text, static_cast<std::size_t>(length));
  });
  if (XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) != XML_STATUS_OK) {
    parsed.error = std::string(XML_ErrorString(XML_GetErrorCode(parser.get()))) + " in line " +
                   std::to_string(XML_GetCurrentLineNumber(parser.get()));
  }
  return parsed;
}

}  // namespace darvaza::eval::report
