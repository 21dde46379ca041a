#include "json/read_state.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "json/parse.h"

namespace attune {
namespace {

// A state takes some kilobytes, and little more for each solution of a playbook.
constexpr JsonLimits kLimits = {.bytes = std::size_t{1} << 20U, .depth = 16, .members = 256};

constexpr std::string_view kAdvice =
    "; without a state that fits, play the conversation's turns again";

std::string at_most(std::string_view what, std::size_t most, std::string_view of_what) {
  return std::string(what).append(std::to_string(most)).append(of_what);
}

}  // namespace

// The tree, and where the archive stands in it.
struct StateReader::Source {
  // An object or array that was opened, and which of its values is looked at.
  struct Level {
    const Json* value = nullptr;
    const char* member = "";  // of an object
    std::size_t next = 0;     // behind the element of an array
  };

  // The parts inside of each other that serve() functions open: a variant's bits are the innermost.
  static constexpr std::size_t kDeepest = 10;

  Json tree;
  std::array<Level, kDeepest> levels;
  std::size_t depth = 0;
  std::optional<Error> error;

  // The value, or nullptr; moves on to it.
  const Json* find(const char* name) {
    Level& level = levels[depth - 1];
    if (level.value->is_array()) return &(*level.value)[level.next++];
    level.member = name;
    const auto found = level.value->find(std::string(name));
    return found == level.value->end() ? nullptr : &found.value();
  }

  // The value if it is of the kind (kind_name), otherwise nullptr and an error.
  const Json* take(const char* name, std::string_view kind, std::string_view expected) {
    if (error) return nullptr;
    const Json* value = find(name);
    if (value != nullptr && kind_name(*value) == kind) return value;
    fail("is " + std::string(value == nullptr ? "missing" : kind_name(*value)), expected);
    return nullptr;
  }

  void enter(const Json& value) { levels[depth++] = {&value}; }

  // Reports the value that was looked at last.
  void fail(std::string message, std::string_view expected) {
    std::string pointer;
    for (std::size_t i = 0; i < depth; ++i) {
      const Level& level = levels[i];
      if (level.value->is_array()) {
        append_to_pointer(pointer, level.next - 1);
      } else {
        append_to_pointer(pointer, level.member);
      }
    }
    error = Error{ErrorCode::kInvalidState, std::move(message), std::move(pointer),
                  std::string(expected).append(kAdvice)};
  }
};

StateReader::StateReader(std::string_view json) : source_(std::make_unique<Source>()) {
  Result<Json> tree = parse_json(json, kLimits);
  if (!tree) {
    source_->error = tree.error();
    source_->error->code = ErrorCode::kInvalidState;
    source_->error->expected += kAdvice;
  } else if (!tree.value().is_object()) {
    source_->fail("is " + std::string(kind_name(tree.value())), "an object");
  } else {
    source_->tree = std::move(tree.value());
    source_->enter(source_->tree);
  }
}

StateReader::~StateReader() = default;

const std::optional<Error>& StateReader::error() const { return source_->error; }

void StateReader::text(const char* name, std::string& value, std::size_t most) {
  const std::string expected = at_most("a text of at most ", most, " bytes");
  const Json* found = source_->take(name, "a string", expected);
  if (found == nullptr) return;
  const auto& text = *found->get_ptr<const std::string*>();
  if (text.size() <= most) {
    value = text;
  } else {
    fail("is too long", expected);
  }
}

std::int64_t StateReader::whole_of(const char* name, std::int64_t value, std::int64_t low,
                                   std::int64_t high) {
  std::string expected = std::to_string(low);
  if (low != high) expected = "a whole number from " + expected + " to " + std::to_string(high);
  const Json* found = source_->take(name, "a number", expected);
  if (found == nullptr) return value;
  const auto number = found->get<double>();
  const bool in_range = number >= static_cast<double>(low) && number <= static_cast<double>(high);
  if (in_range && static_cast<double>(static_cast<std::int64_t>(number)) == number) {
    return static_cast<std::int64_t>(number);
  }
  fail(in_range ? "is not a whole number" : "is out of range", expected);
  return value;
}

bool StateReader::has(const char* name, bool has) {
  return source_->error ? has : source_->find(name) != nullptr;
}

void StateReader::open(const char* name) {
  if (const Json* found = source_->take(name, "an object", "an object")) source_->enter(*found);
}

void StateReader::close() {
  if (!source_->error) --source_->depth;
}

std::size_t StateReader::open_list(const char* name, std::size_t /*size*/, std::size_t most) {
  const std::string expected = at_most("an array of at most ", most, " elements");
  const Json* found = source_->take(name, "an array", expected);
  if (found == nullptr) return 0;
  if (found->size() > most) {
    fail("has too many elements", expected);
    return 0;
  }
  source_->enter(*found);
  return found->size();
}

void StateReader::close_list() { close(); }

void StateReader::fail(std::string_view message, std::string_view expected) {
  if (!source_->error) source_->fail(std::string(message), expected);
}

}  // namespace attune
