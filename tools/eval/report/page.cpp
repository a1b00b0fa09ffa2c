#include "eval/report/page.h"

#include <fmt/core.h>

#include "eval/report/html.h"

namespace darvaza::eval::report {
namespace {

/// What stands between two marks of a section that this program has written.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

std::string contents(const Page& page) {
  std::string out = "<nav aria-label=\"Contents\">";
  for (const std::string& section : page.sections) {
    if (section.empty()) continue;
    out += fmt::format("<a href=\"#{}\">{}</a>", between(section, "id=\"", "\""),
                       between(section, "<h2>", "</h2>"));
  }
  return out + "</nav>\n";
}

}  // namespace

std::string page_html(const Page& page) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta "
      "charset=\"utf-8\"/>\n"
      // Nothing is loaded, whatever a name contains.
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; script-src "
      "'unsafe-inline'\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" +
      escaped(page.title) + "</title>\n<style>\n" + std::string(kStyle) +
      "</style>\n</head>\n<body>\n<header>\n<h1>" + name_text(page.title) + "</h1>\n<p>" +
      escaped(page.subtitle) + "</p>\n" + contents(page) + "</header>\n<main>\n";
  for (const std::string& section : page.sections) out += section;
  return out + "</main>\n<script>//<![CDATA[\n" + std::string(kScript) +
         "//]]></script>\n</body>\n</html>\n";
}

}  // namespace darvaza::eval::report
