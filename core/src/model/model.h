// The weights of the learned reader, as they lie in memory.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "model/heads.h"
#include "model/signals.h"

namespace attune::model {

class Model {
 public:
  static constexpr std::uint32_t kNoNgram = 0xFFFFFFFF;

  // Opens a block of weights, which must outlive the Model.
  // Errors: kInvalidData when it is cut short, damaged, of another version or of other heads.
  static Result<Model> open(std::string_view block);

  // The block that was compiled into this program.
  static std::string_view built_in();

  // Index of the n-gram with this key, or kNoNgram: below ngram_count().
  std::uint32_t find(std::uint32_t key) const;
  std::uint32_t ngram_count() const { return static_cast<std::uint32_t>(starts_.size() - 1); }

  // Calls `use(head, logit)` for each head that the n-gram moves.
  template <typename Use>
  void each_weight(std::uint32_t ngram, const Use& use) const {
    for (std::uint32_t i = starts_[ngram]; i < starts_[ngram + 1]; ++i) {
      const std::size_t head = heads_[i];
      if (head < kHeadCount) use(head, values_[i] * static_cast<double>(scale(head)));
    }
  }

  // The logit of a message without anything.
  double base(std::size_t head) const;
  // What one unit of the signal adds.
  double weight(std::size_t head, std::size_t signal) const;

 private:
  float scale(std::size_t head) const;

  const unsigned char* scales_ = nullptr;
  const unsigned char* bases_ = nullptr;
  const unsigned char* signals_ = nullptr;
  const unsigned char* rows_ = nullptr;
  const std::uint8_t* heads_ = nullptr;
  const std::int8_t* values_ = nullptr;
  std::vector<std::uint16_t> buckets_;  // first n-gram of each bucket, and the end
  std::vector<std::uint32_t> starts_;   // first weight of each n-gram, and the end
};

}  // namespace attune::model
