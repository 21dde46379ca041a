#include "json/parse.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace attune {
namespace {

// Builds the tree from the parser's events. The library's own builder knows neither limits nor
// duplicates, and without exceptions it hides where the error is.
class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {}

  Json& tree() { return tree_; }
  const std::optional<Error>& error() const { return error_; }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // never in text
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Json& object = *stack_.back();
    if (object.contains(name)) {
      return fail("the member \"" + name + "\" stands twice", pointer_to(name), "each member once");
    }
    if (object.size() == limits_.members) {
      return fail("the object has too many members", pointer_to(name),
                  "at most " + std::to_string(limits_.members) + " members");
    }
    slot_ = &object[name];
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    const std::string_view before = text_.substr(0, position > 0 ? position - 1 : 0);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_start = before.rfind('\n') + 1;  // 0 on the first line
    return fail("not valid JSON at line " + std::to_string(line) + ", column " +
                    std::to_string(before.size() - line_start + 1),
                "", "JSON text (RFC 8259) in UTF-8");
  }

 private:
  template <typename T>
  bool put(T&& value) {
    place(Json(std::forward<T>(value)));
    return true;
  }

  // Puts a value where it belongs: the root, the end of an array, or the member just named.
  Json* place(Json value) {
    if (stack_.empty()) {
      tree_ = std::move(value);
      return &tree_;
    }
    if (stack_.back()->is_array()) {
      stack_.back()->push_back(std::move(value));
      return &stack_.back()->back();
    }
    *slot_ = std::move(value);
    return slot_;
  }

  bool open(Json container) {
    if (stack_.size() == limits_.depth) {
      return fail(
          "nested too deeply", pointer(),
          "at most " + std::to_string(limits_.depth) + " arrays and objects inside each other");
    }
    stack_.push_back(place(std::move(container)));
    return true;
  }

  bool close() {
    stack_.pop_back();
    return true;
  }

  bool fail(std::string message, std::string where, std::string expected) {
    error_ =
        Error{ErrorCode::kInvalidConfig, std::move(message), std::move(where), std::move(expected)};
    return false;
  }

  // Where the containers that are open stand: each is the last one of its parent.
  std::string pointer() const {
    std::string path;
    for (std::size_t i = 0; i + 1 < stack_.size(); ++i) {
      if (stack_[i]->is_array()) {
        append_to_pointer(path, stack_[i]->size() - 1);
      } else {
        append_to_pointer(path, std::prev(stack_[i]->end()).key());
      }
    }
    return path;
  }
  std::string pointer_to(std::string_view member) const {
    std::string path = pointer();
    append_to_pointer(path, member);
    return path;
  }

  std::string_view text_;
  const JsonLimits& limits_;
  Json tree_;
  std::vector<Json*> stack_;  // open containers; a parent does not grow while a child is open
  Json* slot_ = nullptr;
  std::optional<Error> error_;
};

}  // namespace

Result<Json> parse_json(std::string_view utf8, const JsonLimits& limits) {
  if (utf8.size() > limits.bytes) {
    return Error{ErrorCode::kInvalidConfig, "the JSON text is too long", "",
                 "at most " + std::to_string(limits.bytes) + " bytes"};
  }
  TreeBuilder builder(utf8, limits);
  if (!Json::sax_parse(utf8, &builder) && builder.error()) return *builder.error();
  return std::move(builder.tree());
}

void append_to_pointer(std::string& pointer, std::string_view member) {
  pointer += '/';
  for (const char c : member) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

void append_to_pointer(std::string& pointer, std::size_t index) {
  pointer += '/';
  pointer += std::to_string(index);
}

std::string_view kind_name(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "a boolean";
  if (value.is_number()) return "a number";
  if (value.is_string()) return "a string";
  return value.is_array() ? "an array" : "an object";
}

}  // namespace attune
