// Parts of a table block: columns as text/unpack.h reads them, and the block around them.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "text/table_format.h"

namespace attune::compile {

// Appends sections to a block and notes where they are.
class BlockWriter {
 public:
  BlockWriter() : bytes_(sizeof(table::Header), '\0') {}

  template <typename T>
  void section(table::SectionId id, const std::vector<T>& elements) {
    bytes_.resize((bytes_.size() + table::kAlignment - 1) / table::kAlignment * table::kAlignment);
    header_.sections[id] = {static_cast<std::uint32_t>(bytes_.size()),
                            static_cast<std::uint32_t>(elements.size())};
    bytes_.append(reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(T));
  }

  std::string finish() {
    header_.magic = table::kMagic;
    header_.version = table::kVersion;
    header_.size = static_cast<std::uint32_t>(bytes_.size());
    const auto* body = reinterpret_cast<const unsigned char*>(bytes_.data()) + sizeof(header_);
    header_.checksum = table::checksum(body, bytes_.size() - sizeof(header_));
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    return std::move(bytes_);
  }

 private:
  table::Header header_{};
  std::string bytes_;
};

// A column of numbers, as NumberReader of text/unpack.h reads them.
struct Numbers {
  std::vector<std::uint8_t> bytes;

  void add(std::uint32_t number) {
    for (; number >= 0x80; number >>= 7U) {
      bytes.push_back(static_cast<std::uint8_t>(0x80U | (number & 0x7FU)));
    }
    bytes.push_back(static_cast<std::uint8_t>(number));
  }
};

}  // namespace attune::compile
