// Plain data as JSON and back, by the members that Boost.Describe knows of it. Boost.JSON has such
// a conversion, too, but writes 0.5 as 5E-1 and a missing number as NaN, which is no JSON.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <fmt/format.h>

#include "text/utf8.h"

namespace darvaza::eval {

template <class T>
inline constexpr bool is_described =
    boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

/// Appends JSON to a text. Numbers are the shortest that read as the same; a number that is none is
/// null.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void write(const std::string& text) {
    out_ += boost::json::serialize(boost::json::string(darvaza::text::to_valid_utf8(text)));
  }
  void write(double number) { out_ += std::isfinite(number) ? fmt::to_string(number) : "null"; }
  void write(std::uint64_t number) { out_ += fmt::to_string(number); }
  void write(bool yes) { out_ += yes ? "true" : "false"; }

  template <class T>
  requires std::is_enum_v<T>
  void write(T value) { write(std::string(boost::describe::enum_to_string(value, ""))); }

  /// Records stand on a line each.
  template <class T>
  void write(const std::vector<T>& values) {
    out_ += '[';
    const char* between = is_described<T> ? "\n" : "";
    for (const T& value : values) {
      out_ += between;
      between = is_described<T> ? ",\n" : ", ";
      write(value);
    }
    out_ += ']';
  }

  template <class T>
  requires is_described<T>
  void write(const T& object) {
    const char* between = "{";
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      out_ += between;
      between = has_records<T>() ? ",\n" : ", ";
      write(std::string(member.name));
      out_ += ": ";
      write(object.*member.pointer);
    });
    out_ += '}';
  }

 private:
  template <class T>
  struct IsRecords : std::false_type {};
  template <class T>
  struct IsRecords<std::vector<T>> : std::bool_constant<is_described<T>> {};

  /// Such objects would make lines that nobody can read: their members stand on a line each.
  template <class T>
  static constexpr bool has_records() {
    bool found = false;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
      found = found || IsRecords<Member>::value;
    });
    return found;
  }

  std::string& out_;
};

/// Fills plain data from JSON. What the object lacks keeps its value; what it has beyond is
/// ignored.
class JsonReader {
 public:
  /// Returns whether every value had the type of its member; otherwise `fault` says which had not.
  template <class T>
  bool read(const boost::json::value& json, T& into) {
    take(json, into, "");
    return fault_.empty();
  }
  const std::string& fault() const { return fault_; }  ///< "matchers[0].seconds: expected a number"

 private:
  void refuse(const std::string& path, std::string_view expected) {
    if (fault_.empty()) fault_ = fmt::format("{}: expected {}", path, expected);
  }

  void take(const boost::json::value& json, std::string& into, const std::string& path) {
    if (!json.is_string()) return refuse(path, "a string");
    into.assign(json.get_string().data(), json.get_string().size());
  }
  void take(const boost::json::value& json, double& into, const std::string& path) {
    boost::json::error_code error;
    into = json.is_null() ? std::nan("") : json.to_number<double>(error);
    if (error) refuse(path, "a number or null");
  }
  void take(const boost::json::value& json, std::uint64_t& into, const std::string& path) {
    boost::json::error_code error;
    into = json.to_number<std::uint64_t>(error);
    if (error) refuse(path, "a whole number");
  }
  void take(const boost::json::value& json, bool& into, const std::string& path) {
    if (!json.is_bool()) return refuse(path, "true or false");
    into = json.get_bool();
  }

  template <class T>
  requires std::is_enum_v<T>
  void take(const boost::json::value& json, T& into, const std::string& path) {
    if (!json.is_string() || !boost::describe::enum_from_string(json.get_string().c_str(), into)) {
      refuse(path, "one of the words in docs/eval-json.md");
    }
  }

  template <class T>
  void take(const boost::json::value& json, std::vector<T>& into, const std::string& path) {
    if (!json.is_array()) return refuse(path, "an array");
    into.clear();
    for (const boost::json::value& element : json.get_array()) {
      T& added = into.emplace_back();
      take(element, added, fmt::format("{}[{}]", path, into.size() - 1));
    }
  }

  template <class T>
  requires is_described<T>
  void take(const boost::json::value& json, T& into, const std::string& path) {
    if (!json.is_object()) return refuse(path, "an object");
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
      const boost::json::value* value = json.get_object().if_contains(member.name);
      if (value == nullptr) return;
      take(*value, into.*member.pointer,
           path.empty() ? std::string(member.name) : path + '.' + member.name);
    });
  }

  std::string fault_;
};

}  // namespace darvaza::eval
