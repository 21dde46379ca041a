// Any bytes are weights: they are refused with a reason, or everything in them can be read.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "model/model.h"
#include "model/model_format.h"
#include "text/table_format.h"

namespace {

using namespace attune::model;

constexpr std::uint32_t kKeyStep = 1021;  // four keys of each bucket

void read_everything(const Model& model) {
  double sum = 0.0;  // of nothing in particular, but it takes reading to say
  for (std::size_t head = 0; head < kHeadCount; ++head) {
    sum += model.base(head);
    for (std::size_t signal = 0; signal < kSignalCount; ++signal) sum += model.weight(head, signal);
  }
  for (std::uint32_t ngram = 0; ngram < model.ngram_count(); ++ngram) {
    model.each_weight(ngram, [&](std::size_t head, double logit) {
      if (head >= kHeadCount) std::abort();
      sum += logit;
    });
  }
  for (std::uint32_t key = 0; key < (1U << kKeyBits); key += kKeyStep) {
    const std::uint32_t ngram = model.find(key);
    if (ngram != Model::kNoNgram && ngram >= model.ngram_count()) std::abort();
  }
  volatile const double used = sum;
  (void)used;
}

void open(std::string_view block) {
  const attune::Result<Model> model = Model::open(block);
  if (model.ok()) {
    read_everything(model.value());
  } else if (model.error().code != attune::ErrorCode::kInvalidData ||
             model.error().message.empty()) {
    std::abort();
  }
}

// Makes the block pass the checks of its header, so that what is behind it is looked at.
void mend(std::string& block) {
  ModelHeader header;
  if (block.size() < sizeof(header)) return;
  std::memcpy(&header, block.data(), sizeof(header));
  header.magic = kModelMagic;
  header.version = kModelVersion;
  header.size = static_cast<std::uint32_t>(block.size());
  header.heads = kHeadCount;
  header.signals = kSignalCount;
  header.checksum =
      attune::table::checksum(reinterpret_cast<const unsigned char*>(block.data()) + sizeof(header),
                              block.size() - sizeof(header));
  std::memcpy(block.data(), &header, sizeof(header));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string block(reinterpret_cast<const char*>(data), size);
  open(block);
  mend(block);
  open(block);
  return 0;
}
