// Blocks of weights made by hand.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/heads.h"
#include "model/model_format.h"
#include "model/signals.h"
#include "text/table_format.h"

namespace attune::model::testing {

template <typename T>
void append(std::string& out, T value) {
  std::array<char, sizeof(T)> bytes{};
  std::memcpy(bytes.data(), &value, sizeof(T));
  out.append(bytes.data(), bytes.size());
}

inline ModelHeader header_of(std::string_view block) {
  ModelHeader header{};
  std::memcpy(&header, block.data(), sizeof(header));
  return header;
}

inline void set_header(std::string& block, const ModelHeader& header) {
  std::memcpy(block.data(), &header, sizeof(header));
}

// Makes size and checksum true again.
inline void mend(std::string& block) {
  ModelHeader header = header_of(block);
  header.size = static_cast<std::uint32_t>(block.size());
  header.checksum =
      table::checksum(reinterpret_cast<const unsigned char*>(block.data()) + sizeof(header),
                      block.size() - sizeof(header));
  set_header(block, header);
}

// Where each part of a block starts, and the end.
inline std::vector<std::size_t> parts_of(std::string_view block) {
  const ModelHeader header = header_of(block);
  const std::vector<std::size_t> sizes = {sizeof(header),
                                          header.heads * sizeof(float),
                                          header.heads * sizeof(float),
                                          std::size_t{header.heads} * header.signals * 2,
                                          header.ngrams * std::size_t{2},
                                          kBuckets,
                                          header.weights,
                                          header.weights};
  std::vector<std::size_t> starts = {0};
  for (const std::size_t size : sizes) starts.push_back(starts.back() + size);
  return starts;
}

struct HeadWeight {
  std::uint8_t head;
  std::int8_t value;
};

struct WrittenNgram {
  std::uint32_t key;
  std::vector<HeadWeight> weights;
};

// What a block holds; bytes() writes it.
struct WeightsBlock {
  std::array<float, kHeadCount> scales{};
  std::array<float, kHeadCount> bases{};
  std::array<std::array<std::int16_t, kSignalCount>, kHeadCount> signals{};
  std::vector<WrittenNgram> ngrams;  // of different keys, in any order

  std::string bytes() const {
    std::vector<WrittenNgram> sorted = ngrams;
    std::sort(sorted.begin(), sorted.end(),
              [](const WrittenNgram& a, const WrittenNgram& b) { return a.key < b.key; });
    ModelHeader header{};
    header.magic = kModelMagic;
    header.version = kModelVersion;
    header.heads = kHeadCount;
    header.signals = kSignalCount;
    header.ngrams = static_cast<std::uint32_t>(sorted.size());
    std::string rows;
    std::string buckets(kBuckets, '\0');
    std::string heads;
    std::string values;
    for (const WrittenNgram& ngram : sorted) {
      append(rows, static_cast<std::uint16_t>(check_of(ngram.key) |
                                              (ngram.weights.size() << kCheckBits)));
      ++buckets[bucket_of(ngram.key)];
      for (const HeadWeight& each : ngram.weights) {
        append(heads, each.head);
        append(values, each.value);
      }
    }
    header.weights = static_cast<std::uint32_t>(heads.size());
    std::string out;
    append(out, header);
    for (const float scale : scales) append(out, scale);
    for (const float base : bases) append(out, base);
    for (const auto& head : signals) {
      for (const std::int16_t signal : head) append(out, signal);
    }
    out += rows + buckets + heads + values;
    mend(out);
    return out;
  }
};

}  // namespace attune::model::testing
