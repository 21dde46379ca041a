#include "archive.h"

#include <cstring>

namespace attune {
namespace {

constexpr std::size_t kDigits = 16;  // of 64 bits
constexpr std::string_view kHexadecimal = "0123456789abcdef";
constexpr std::size_t kLongestMark = 64;  // bytes

}  // namespace

// In JSON most numbers of 64 bits would not survive a reader that takes them for doubles, and
// printing doubles exactly takes a lot of code: the digits of their bits do neither harm.
void Archive::bits(const char* name, std::uint64_t& value) {
  std::string digits;
  for (std::size_t i = kDigits; i-- > 0;) digits += kHexadecimal[value >> (4 * i) & 0xFU];
  text(name, digits, kDigits);
  std::uint64_t read = 0;
  bool good = digits.size() == kDigits;
  for (const char c : digits) {
    const std::size_t digit = kHexadecimal.find(c);
    good = good && digit != std::string_view::npos;
    read = read << 4U | digit;
  }
  if (good) {
    value = read;
  } else {
    fail("is not a number", "16 hexadecimal digits");
  }
}

void Archive::number(const char* name, double& value, double low, double high) {
  std::uint64_t read = 0;
  std::memcpy(&read, &value, sizeof(read));
  bits(name, read);
  double number = 0.0;
  std::memcpy(&number, &read, sizeof(number));
  if (number >= low && number <= high) {  // never of what is not a number
    value = number;
  } else {
    fail("is out of range", "16 hexadecimal digits of a number in range");
  }
}

void Archive::same(const char* name, std::string_view value, const char* otherwise) {
  std::string read(value);
  text(name, read, kLongestMark);
  if (read != value) fail(otherwise, value);
}

void Archive::ascending(const char* name, std::vector<std::uint32_t>& values, std::size_t most,
                        std::int64_t end) {
  std::int64_t low = 0;
  list(name, values, most, [&](std::uint32_t& value) {
    whole("", value, low, end - 1);
    low = std::int64_t{value} + 1;
  });
}

}  // namespace attune
