#include "json/writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "text/unicode.h"

namespace attune {
namespace {

constexpr double kScale = 1e4;     // four decimals
constexpr double kLargest = 9e14;  // times kScale it still fits a 64-bit integer
constexpr std::string_view kHex = "0123456789abcdef";

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\';
  });
}

// Whether the bytes are UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates.
bool is_valid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80) continue;
    const int more = lead >= 0xC2 && lead <= 0xDF   ? 1
                     : lead >= 0xE0 && lead <= 0xEF ? 2
                     : lead >= 0xF0 && lead <= 0xF4 ? 3
                                                    : 0;
    if (more == 0) return false;
    for (int k = 0; k < more; ++k) {
      if (i == text.size()) return false;
      const auto next = static_cast<unsigned char>(text[i++]);
      unsigned char low = 0x80;
      unsigned char high = 0xBF;
      if (k == 0 && lead == 0xE0) low = 0xA0;
      if (k == 0 && lead == 0xED) high = 0x9F;
      if (k == 0 && lead == 0xF0) low = 0x90;
      if (k == 0 && lead == 0xF4) high = 0x8F;
      if (next < low || next > high) return false;
    }
  }
  return true;
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view utf8) {
  std::string repaired;
  if (!is_valid_utf8(utf8)) {
    std::u16string decoded;
    unicode::decode(utf8, decoded);
    unicode::encode(decoded, repaired);
    utf8 = repaired;
  }
  separate();
  out_ += '"';
  if (is_plain_ascii(utf8)) {
    out_ += utf8;
  } else {
    for (const char c : utf8) append_escaped(c);
  }
  out_ += '"';
  needs_comma_ = true;
  return *this;
}

void JsonWriter::append_escaped(char c) {
  switch (c) {
    case '"':
      out_ += "\\\"";
      return;
    case '\\':
      out_ += "\\\\";
      return;
    case '\n':
      out_ += "\\n";
      return;
    case '\r':
      out_ += "\\r";
      return;
    case '\t':
      out_ += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte == 0x7f) {
    out_ += "\\u00";
    out_ += kHex[byte >> 4U];
    out_ += kHex[byte & 0xFU];
  } else {
    out_ += c;
  }
}

JsonWriter& JsonWriter::number(double value) {
  const double bounded =
      value >= -kLargest ? std::min(value, kLargest) : (value < -kLargest ? -kLargest : 0.0);
  const auto scaled = static_cast<std::int64_t>(std::round(bounded * kScale));
  const std::uint64_t magnitude = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
  separate();
  if (scaled < 0) out_ += '-';
  out_ += std::to_string(magnitude / 10000U);
  std::uint64_t decimals = magnitude % 10000U;
  if (decimals != 0) {
    std::array<char, 4> digits{};
    for (std::size_t i = digits.size(); i-- > 0; decimals /= 10U) {
      digits[i] = static_cast<char>('0' + decimals % 10U);
    }
    const std::string_view all(digits.data(), digits.size());
    out_ += '.';
    out_ += all.substr(0, all.find_last_not_of('0') + 1);
  }
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) { return raw(std::to_string(value)); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = false;
}

}  // namespace attune
