#include "weights_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "model/model_format.h"
#include "text/table_format.h"

namespace attune::train {
namespace {

// Fewer steps than int8 has: they cost no accuracy, and rounded weights compress better.
constexpr double kSteps = 40.0;

struct Pair {
  std::uint8_t head;
  std::int8_t value;
};

struct Ngram {
  std::uint32_t key;
  std::vector<Pair> pairs;
};

template <typename T>
void append(std::string& out, T value) {
  std::array<char, sizeof(T)> bytes;
  std::memcpy(bytes.data(), &value, sizeof(T));
  out.append(bytes.data(), bytes.size());
}

double scale_of(const HeadResult& head) {
  float largest = 0.0F;
  for (const float weight : head.weights.ngrams) largest = std::max(largest, std::abs(weight));
  return largest * head.calibration.scale / kSteps;
}

std::int16_t to_fixed(double weight) {
  return static_cast<std::int16_t>(
      std::lround(std::clamp(weight * model::kSignalScale, -32767.0, 32767.0)));
}

std::vector<Ngram> collect(const std::vector<HeadResult>& heads, const std::vector<double>& scales,
                           const std::vector<std::uint32_t>& keys) {
  std::vector<Ngram> out;
  for (std::size_t id = 0; id < keys.size(); ++id) {
    Ngram ngram{keys[id], {}};
    for (std::size_t head = 0; head < heads.size(); ++head) {
      const double weight = heads[head].weights.ngrams[id] * heads[head].calibration.scale;
      const long value = scales[head] == 0.0 ? 0 : std::lround(weight / scales[head]);
      if (value == 0) continue;
      ngram.pairs.push_back({static_cast<std::uint8_t>(head), static_cast<std::int8_t>(value)});
    }
    if (ngram.pairs.size() > model::kMostWeights) {
      std::stable_sort(ngram.pairs.begin(), ngram.pairs.end(), [](const Pair& a, const Pair& b) {
        return std::abs(a.value) > std::abs(b.value);
      });
      ngram.pairs.resize(model::kMostWeights);
      std::sort(ngram.pairs.begin(), ngram.pairs.end(),
                [](const Pair& a, const Pair& b) { return a.head < b.head; });
    }
    if (!ngram.pairs.empty()) out.push_back(std::move(ngram));
  }
  std::sort(out.begin(), out.end(), [](const Ngram& a, const Ngram& b) { return a.key < b.key; });
  return out;
}

}  // namespace

std::string pack(const std::vector<HeadResult>& heads, const std::vector<std::uint32_t>& keys) {
  std::string body;
  std::vector<double> scales;
  scales.reserve(heads.size());
  for (const HeadResult& head : heads) scales.push_back(scale_of(head));
  for (const double scale : scales) append(body, static_cast<float>(scale));
  for (const HeadResult& head : heads) {
    append(body,
           static_cast<float>(head.weights.bias * head.calibration.scale + head.calibration.shift));
  }
  for (const HeadResult& head : heads) {
    for (const float weight : head.weights.signals) {
      append(body, to_fixed(weight * head.calibration.scale));
    }
  }
  const std::vector<Ngram> ngrams = collect(heads, scales, keys);
  std::vector<std::uint8_t> buckets(model::kBuckets, 0);
  std::string pair_heads;
  std::string pair_values;
  for (const Ngram& ngram : ngrams) {
    ++buckets[model::bucket_of(ngram.key)];
    append(body, static_cast<std::uint16_t>(model::check_of(ngram.key) |
                                            (ngram.pairs.size() << model::kCheckBits)));
    for (const Pair& pair : ngram.pairs) {
      append(pair_heads, pair.head);
      append(pair_values, pair.value);
    }
  }
  body.append(buckets.begin(), buckets.end());
  body += pair_heads + pair_values;

  model::ModelHeader header{};
  header.magic = model::kModelMagic;
  header.version = model::kModelVersion;
  header.size = static_cast<std::uint32_t>(sizeof(header) + body.size());
  header.checksum =
      table::checksum(reinterpret_cast<const unsigned char*>(body.data()), body.size());
  header.heads = model::kHeadCount;
  header.signals = model::kSignalCount;
  header.ngrams = static_cast<std::uint32_t>(ngrams.size());
  header.weights = static_cast<std::uint32_t>(pair_heads.size());
  std::string out;
  append(out, header);
  return out + body;
}

}  // namespace attune::train
