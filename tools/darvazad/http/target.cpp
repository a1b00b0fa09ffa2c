#include "http/target.h"

#include <boost/url/params_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace darvaza::daemon {

namespace urls = boost::urls;

bool read_target(std::string_view target, Head& head) {
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
