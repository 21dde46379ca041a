#include "model/model.h"

#include <bit>
#include <cstring>
#include <string>

#include "model/model_format.h"
#include "text/table_format.h"

namespace attune::model {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the weights are little-endian: add a byte swap to Model::open");

Error damaged(std::string what) {
  return Error{ErrorCode::kInvalidData, "the weights are not usable: " + std::move(what), "",
               "the block that attune-train of this release wrote"};
}

template <typename T>
T at(const unsigned char* bytes, std::size_t index) {
  T value;
  std::memcpy(&value, bytes + index * sizeof(T), sizeof(T));
  return value;
}

// Hands out the parts of the block one after the other.
class Cutter {
 public:
  explicit Cutter(std::string_view block)
      : next_(reinterpret_cast<const unsigned char*>(block.data())), left_(block.size()) {}

  // The next `count` elements of `size` bytes; nothing is left to take once there were too few.
  const unsigned char* take(std::size_t count, std::size_t size) {
    whole_ = whole_ && count <= left_ / size;
    if (!whole_) return nullptr;
    const unsigned char* part = next_;
    next_ += count * size;
    left_ -= count * size;
    return part;
  }
  // Whether all parts were there, and nothing else.
  bool fits() const { return whole_ && left_ == 0; }

 private:
  const unsigned char* next_;
  std::size_t left_;
  bool whole_ = true;
};

}  // namespace

Result<Model> Model::open(std::string_view block) {
  ModelHeader header;
  if (block.size() < sizeof(header)) return damaged("cut short");
  std::memcpy(&header, block.data(), sizeof(header));
  if (header.magic != kModelMagic) return damaged("not a block of weights");
  if (header.version != kModelVersion) {
    return damaged("version " + std::to_string(header.version) + ", this release reads " +
                   std::to_string(kModelVersion));
  }
  if (header.size != block.size()) return damaged("cut short");
  const std::string_view body = block.substr(sizeof(header));
  if (table::checksum(reinterpret_cast<const unsigned char*>(body.data()), body.size()) !=
      header.checksum) {
    return damaged("wrong checksum");
  }
  if (header.heads != kHeadCount || header.signals != kSignalCount) {
    return damaged("made for other heads or signals");
  }

  Model model;
  Cutter cutter(body);
  model.scales_ = cutter.take(header.heads, sizeof(float));
  model.bases_ = cutter.take(header.heads, sizeof(float));
  model.signals_ = cutter.take(std::size_t{header.heads} * header.signals, sizeof(std::int16_t));
  model.rows_ = cutter.take(header.ngrams, sizeof(std::uint16_t));
  const unsigned char* counts = cutter.take(kBuckets, 1);
  model.heads_ = cutter.take(header.weights, 1);
  const unsigned char* values = cutter.take(header.weights, 1);
  if (!cutter.fits()) return damaged("a part lies outside the block");
  model.values_ = reinterpret_cast<const std::int8_t*>(values);

  std::uint32_t ngrams = 0;
  model.buckets_.reserve(kBuckets + 1);
  for (std::size_t i = 0; i < kBuckets; ++i) {
    model.buckets_.push_back(static_cast<std::uint16_t>(ngrams));
    ngrams += counts[i];
  }
  model.buckets_.push_back(static_cast<std::uint16_t>(ngrams));
  std::uint32_t weights = 0;
  model.starts_.reserve(header.ngrams + std::size_t{1});
  for (std::uint32_t i = 0; i < header.ngrams; ++i) {
    model.starts_.push_back(weights);
    weights += at<std::uint16_t>(model.rows_, i) >> kCheckBits;
  }
  model.starts_.push_back(weights);
  if (ngrams != header.ngrams || ngrams > 0xFFFFU || weights != header.weights) {
    return damaged("the counts do not add up");
  }
  return model;
}

std::uint32_t Model::find(std::uint32_t key) const {
  const std::size_t bucket = bucket_of(key);
  const std::uint16_t check = check_of(key);
  for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if ((at<std::uint16_t>(rows_, i) & ((1U << kCheckBits) - 1U)) == check) return i;
  }
  return kNoNgram;
}

double Model::base(std::size_t head) const { return at<float>(bases_, head); }

double Model::weight(std::size_t head, std::size_t signal) const {
  return at<std::int16_t>(signals_, head * kSignalCount + signal) / kSignalScale;
}

float Model::scale(std::size_t head) const { return at<float>(scales_, head); }

}  // namespace attune::model
