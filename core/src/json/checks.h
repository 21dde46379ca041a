// Reading JSON that a person wrote: every value is checked, every problem is kept with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/parse.h"

namespace attune {

// A step on the way from the root to a value. Costs nothing until somebody asks for the pointer.
class Place {
 public:
  Place() = default;  // the root
  Place(const Place& parent, std::string_view member) : parent_(&parent), member_(member) {}
  Place(const Place& parent, std::size_t index)
      : parent_(&parent), index_(index), is_index_(true) {}

  std::string pointer() const;  // RFC 6901

 private:
  const Place* parent_ = nullptr;
  std::string_view member_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

class Problems {
 public:
  void add(const Place& place, std::string message, std::string expected);

  bool none() const { return count_ == 0; }
  // The first problem, of at least one; its message says how many more there are.
  Error first() const;

 private:
  std::optional<Error> first_;
  std::size_t count_ = 0;
};

// Something that reads a value where it stands; as small as two pointers, so that each kind of
// reading does not make a copy of the code around it. The callable must outlive the call.
class ReadValue {
 public:
  template <typename Read>
  ReadValue(const Read& read)  // NOLINT(google-explicit-constructor)
      : read_(&read), call_([](const void* callable, const Json& value, const Place& place) {
          (*static_cast<const Read*>(callable))(value, place);
        }) {}

  void operator()(const Json& value, const Place& place) const { call_(read_, value, place); }

 private:
  const void* read_;
  void (*call_)(const void*, const Json&, const Place&);
};

struct TextLimits {
  std::size_t least = 1;  // characters (code points)
  std::size_t most = 4000;
};

// One object whose members are known. Members that are missing, or wrong and reported, leave the
// given variable as it is.
class ObjectReader {
 public:
  // Reports a value that is no object, members that are not in `known` and missing `required` ones.
  ObjectReader(const Json& value, const Place& place, Problems& problems,
               const std::vector<std::string_view>& known,
               const std::vector<std::string_view>& required = {});

  // The member, or nullptr.
  const Json* find(std::string_view member) const;
  bool has(std::string_view member) const { return find(member) != nullptr; }

  void text(std::string_view member, TextLimits limits, std::string& out);
  void texts(std::string_view member, std::size_t most, TextLimits limits,
             std::vector<std::string>& out);
  // An id: lower-case ASCII letters, digits and '_', from a letter on; with `dashes` also '-' and
  // digits at the start. At most 64 characters.
  void id(std::string_view member, bool dashes, std::string& out);
  void number(std::string_view member, int low, int high, double& out);
  void integer(std::string_view member, int low, int high, int& out);
  void boolean(std::string_view member, bool& out);

  // The index of the member's value in `names`.
  template <typename Enum>
  void name(std::string_view member, std::size_t count, Enum& out) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back(name_of(static_cast<Enum>(i)));
    auto index = static_cast<std::size_t>(out);
    one_of(member, names, index);
    out = static_cast<Enum>(index);
  }

  // Calls `read(value, place)` for each element of an array of `least` to `most` elements.
  void each(std::string_view member, std::size_t least, std::size_t most, ReadValue read);

  // Calls `read(value, place)` when the member is there.
  void with(std::string_view member, ReadValue read) const;

  void report(std::string_view member, std::string message, std::string expected) {
    problems_.add(Place(place_, member), std::move(message), std::move(expected));
  }

 private:
  const Json* find_array(std::string_view member, std::size_t least, std::size_t most);
  void one_of(std::string_view member, const std::vector<std::string_view>& names,
              std::size_t& index);

  const Json* object_ = nullptr;  // nullptr when the value is no object
  const Place& place_;
  Problems& problems_;
};

// Reports `value` unless it is a text within the limits and without control characters other than
// line breaks and tabs; otherwise copies it.
void read_text(const Json& value, const Place& place, TextLimits limits, Problems& problems,
               std::string& out);

// ' (did you mean "..."?)' for a word that resembles one of `names`, otherwise "".
std::string suggest(std::string_view word, const std::vector<std::string_view>& names);

// "one of a, b, c"
std::string one_of_list(const std::vector<std::string_view>& names);

}  // namespace attune
