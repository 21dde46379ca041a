// Layout of the weights of the learned reader: written by core/training, read by model/model.
//
//   +--------+--------------------------------------------------------------------+
//   | Header | magic, version, size, checksum, heads, signals, n-grams, weights   |
//   +--------+--------------------------------------------------------------------+
//   | float32 scale of each head: what a weight of 1 is worth, as a logit         |
//   | float32 base of each head: the logit of a message without anything          |
//   | int16 for each head and signal: logit x kSignalScale                        |
//   | uint16 for each n-gram: check of its key (12 bits), how many weights (4)    |
//   | uint8 for each bucket of keys: how many n-grams                             |
//   | uint8 for each weight: head                                                 |
//   | int8 for each weight: logit in steps of the head's scale                    |
//   +-----------------------------------------------------------------------------+
//
// Little-endian, without gaps. N-grams stand by bucket, then by check; their weights in the same
// order. Opening adds up the counts of buckets and n-grams and touches no weight.
#pragma once

#include <cstddef>
#include <cstdint>

#include "model/ngrams.h"

namespace attune::model {

inline constexpr std::uint32_t kModelMagic = 0x4D4E5441;  // "ATNM"
// Raised with every change of this file, of the keys of ngrams.cpp or of the meaning of a signal.
inline constexpr std::uint32_t kModelVersion = 3;
inline constexpr unsigned kCheckBits = 12;
inline constexpr std::size_t kBuckets = std::size_t{1} << (kKeyBits - kCheckBits);
inline constexpr std::uint16_t kMostWeights = 15;  // of one n-gram
inline constexpr double kSignalScale = 1024.0;

struct ModelHeader {
  std::uint32_t magic;
  std::uint32_t version;
  std::uint32_t size;      // bytes of the whole block
  std::uint32_t checksum;  // FNV-1a over everything behind the header
  std::uint32_t heads;
  std::uint32_t signals;
  std::uint32_t ngrams;
  std::uint32_t weights;
};

inline std::size_t bucket_of(std::uint32_t key) { return key >> kCheckBits; }
inline std::uint16_t check_of(std::uint32_t key) {
  return static_cast<std::uint16_t>(key & ((1U << kCheckBits) - 1U));
}

}  // namespace attune::model
