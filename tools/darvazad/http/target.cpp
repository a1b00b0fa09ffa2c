#include "http/target.h"

#include <algorithm>

#include <boost/url/params_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace darvaza::daemon {

namespace urls = boost::urls;

namespace {

/// A path of parts that stand for themselves, as most are: nothing escaped, no query.
bool is_plain(std::string_view target) {
  return target.starts_with('/') && target.find("//") == std::string_view::npos &&
         std::all_of(target.begin(), target.end(), [](char c) {
           return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
                  c == '/' || c == '-' || c == '_';
         });
}

}  // namespace

bool read_target(std::string_view target, Head& head) {
  if (is_plain(target)) {
    head.path = target;
    head.query.clear();
    return true;
  }
  const auto url = urls::parse_origin_form(urls::string_view(target.data(), target.size()));
  if (!url) return false;
  head.path = url->path();
  head.query.clear();
  urls::encoding_opts form;  // a form writes a blank as "+"
  form.space_as_plus = true;
  for (const auto& parameter : url->params(form)) {
    head.query.emplace_back(parameter.key, parameter.value);
  }
  return true;
}

}  // namespace darvaza::daemon
