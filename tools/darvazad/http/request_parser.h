// Boost.Beast's parser of requests, and what its refusals are called in HTTP.
#pragma once

#include <string>
#include <string_view>

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>

#include "http/message.h"

namespace darvaza::daemon {

/// A body that grows by what arrives. Beast's string_body reserves what Content-Length announces,
/// which costs whoever lies nothing.
struct PieceBody {
  using value_type = std::string;
  class reader {
   public:
    template <bool isRequest, class Fields>
    reader(boost::beast::http::header<isRequest, Fields>&, value_type& body) : body_(body) {}
    void init(const boost::optional<std::uint64_t>&, boost::system::error_code& error) {
      error = {};
    }
    template <class Buffers>
    std::size_t put(const Buffers& buffers, boost::system::error_code& error) {
      error = {};
      std::size_t size = 0;
      for (const boost::asio::const_buffer buffer : boost::beast::buffers_range_ref(buffers)) {
        body_.append(static_cast<const char*>(buffer.data()), buffer.size());
        size += buffer.size();
      }
      return size;
    }
    void finish(boost::system::error_code& error) { error = {}; }

   private:
    value_type& body_;
  };
};

using RequestParser = boost::beast::http::request_parser<PieceBody>;

/// Takes over what the parsed header says. Returns why it cannot be answered, 0 if it can: 400,
/// 414, 417 or 505; `detail` then says what is wrong.
int read_head(const RequestParser& parser, std::size_t target_limit, Head& head,
              std::string_view& detail);

/// The status for what the parser refuses, and why. `first_line_ended`: of a header that is too
/// large, whether the request line was not.
int status_of(const boost::system::error_code& error, bool first_line_ended,
              std::string_view& detail);

}  // namespace darvaza::daemon
