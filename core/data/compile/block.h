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

// Lists of one element each, as two columns: how many a list has, and all of them in a row.
template <typename Count, typename T>
struct Lists {
  std::vector<Count> counts;
  std::vector<T> flat;

  void add(const std::vector<T>& elements) {
    counts.push_back(static_cast<Count>(elements.size()));
    flat.insert(flat.end(), elements.begin(), elements.end());
  }
  // Sorted elements, as the steps from one to the next.
  void add_ascending(std::vector<T> elements) {
    for (std::size_t i = elements.size(); i-- > 1;) {
      elements[i] = static_cast<T>(elements[i] - elements[i - 1]);
    }
    add(elements);
  }
};

// Sorted words, each without the characters that it shares with the one before.
struct Words {
  std::vector<std::uint8_t> shared;
  Lists<std::uint8_t, char16_t> endings;

  void add(const std::u16string& word) {
    std::size_t same = 0;
    while (same < word.size() && same < previous.size() && word[same] == previous[same]) ++same;
    shared.push_back(static_cast<std::uint8_t>(same));
    endings.add({word.begin() + static_cast<std::ptrdiff_t>(same), word.end()});
    previous = word;
  }

  std::u16string previous;
};

}  // namespace attune::compile
