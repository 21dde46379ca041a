// How what a conversation remembers is written out and read back: every part lists its members
// once, in serve(), and one list does for both ways.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace attune {

// Takes the members of a part one by one, each with its name and what it may be. An archive that
// writes leaves them as they are. One that reads replaces them; once something is wrong it keeps
// that as its error and changes no more, and what it has filled so far must be thrown away.
// json/write_state.h writes, json/read_state.h reads.
class Archive {
 public:
  // No conversation has a billion turns: counting on from here does not overflow, and what has been
  // counted beyond is written as this.
  static constexpr std::int64_t kMostCounted = 1'000'000'000;
  static constexpr std::int64_t kMostOfHash = std::numeric_limits<std::uint32_t>::max();
  static constexpr double kMostOfNumber = std::numeric_limits<double>::max();

  // Whole numbers from `low` to `high`, both of which a double holds exactly.
  template <typename Whole>
  void whole(const char* name, Whole& value, std::int64_t low, std::int64_t high) {
    value = static_cast<Whole>(whole_of(name, static_cast<std::int64_t>(value), low, high));
  }
  template <typename Whole>
  void count(const char* name, Whole& value) {
    if (value > kMostCounted) value = kMostCounted;
    whole(name, value, 0, kMostCounted);
  }
  void hash(const char* name, std::uint32_t& value) { whole(name, value, 0, kMostOfHash); }
  void flag(const char* name, bool& value) { whole(name, value, 0, 1); }
  // One of an enumeration that starts at 0.
  template <typename Enum>
  void choice(const char* name, Enum& value, Enum last) {
    whole(name, value, 0, static_cast<std::int64_t>(last));
  }
  // Any 64 bits.
  void bits(const char* name, std::uint64_t& value);
  // Finite numbers from `low` to `high`, kept to the last bit.
  void number(const char* name, double& value, double low = -kMostOfNumber,
              double high = kMostOfNumber);
  // UTF-8. `most`: bytes.
  virtual void text(const char* name, std::string& value, std::size_t most) = 0;
  // What must be the same when it is read: `otherwise` says what it means that it is not.
  void same(const char* name, std::string_view value, const char* otherwise);

  // Another part.
  template <typename Part>
  void part(const char* name, Part& value) {
    group(name, [&] { value.serve(*this); });
  }
  // Members that stand together: `serve()` gives them to the archive.
  template <typename Serve>
  void group(const char* name, const Serve& serve) {
    open(name);
    serve();
    close();
  }
  // What may be missing: `serve(name, value)` gives the archive the value.
  template <typename Value, typename Serve>
  void maybe(const char* name, std::optional<Value>& value, const Serve& serve) {
    if (!has(name, value.has_value())) {
      value.reset();
      return;
    }
    if (!value) value.emplace();
    serve(name, *value);
  }
  // At most `most` elements: `serve(element)` gives each to the archive, under the name "".
  template <typename Element, typename Serve>
  void list(const char* name, std::vector<Element>& elements, std::size_t most,
            const Serve& serve) {
    elements.resize(open_list(name, elements.size(), most));
    for (Element& element : elements) serve(element);
    close_list();
  }
  // As many hashes or parts as the array has; where fewer are read, the others stay as they are.
  template <typename Element, std::size_t kSize>
  void list(const char* name, std::array<Element, kSize>& elements) {
    const std::size_t size = open_list(name, kSize, kSize);
    for (std::size_t i = 0; i < size; ++i) {
      if constexpr (std::is_same_v<Element, std::uint32_t>) {
        hash("", elements[i]);
      } else {
        part("", elements[i]);
      }
    }
    close_list();
  }
  // Hashes or numbers in ascending order, each once, below `end`.
  void ascending(const char* name, std::vector<std::uint32_t>& values, std::size_t most,
                 std::int64_t end);

 protected:
  ~Archive() = default;

 private:
  virtual std::int64_t whole_of(const char* name, std::int64_t value, std::int64_t low,
                                std::int64_t high) = 0;
  virtual bool has(const char* name, bool has) = 0;
  virtual void open(const char* name) = 0;
  virtual void close() = 0;
  // The number of elements.
  virtual std::size_t open_list(const char* name, std::size_t size, std::size_t most) = 0;
  virtual void close_list() = 0;
  // Something is wrong with the member taken last.
  virtual void fail(std::string_view message, std::string_view expected) = 0;
};

}  // namespace attune
