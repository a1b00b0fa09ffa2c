// What every page has: its head, style, script, heading and list of contents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::eval::report {

struct Page {
  std::string title;                  ///< text
  std::string subtitle;               ///< text
  std::vector<std::string> sections;  ///< <section id="..."><h2>...; empty ones are left out
};

/// The page as one file.
std::string page_html(const Page& page);

/// style.css and script.js, from the files beside this one.
extern const std::string_view kStyle, kScript;

}  // namespace darvaza::eval::report
