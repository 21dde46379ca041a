#include "prepare.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "reader.h"

namespace attune::train {
namespace {

// How a turn that was labelled calm, or upset, would have been read.
constexpr double kReadCalm = 0.1;
constexpr double kReadUpset = 0.9;

class ConversationContext {
 public:
  const Context& before(const Sample& sample) {
    if (sample.conversation.empty() || sample.conversation != conversation_) context_ = {};
    conversation_ = sample.conversation;
    return context_;
  }
  void add(const Sample& sample) {
    if (sample.conversation.empty()) return;
    const double upset = sample.target[model::kFrustration];
    context_ = after_turn(context_, kReadCalm + (kReadUpset - kReadCalm) * upset);
  }

 private:
  std::string conversation_;
  Context context_;
};

}  // namespace

Result<Prepared> prepare(const Dataset& data, std::uint32_t least) {
  Result<Reader> reader = Reader::create();
  if (!reader) return reader.error();
  Prepared out;
  out.features.resize(data.samples.size());
  std::vector<std::vector<std::uint32_t>> keys(data.samples.size());
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  ConversationContext conversation;
  for (std::size_t i = 0; i < data.samples.size(); ++i) {
    const Sample& sample = data.samples[i];
    const Reading& reading = reader.value().read(sample.text, nullptr, conversation.before(sample));
    conversation.add(sample);
    std::transform(reading.signals.begin(), reading.signals.end(), out.features[i].signals.begin(),
                   [](double signal) { return static_cast<float>(signal); });
    for (const model::Ngram& ngram : reading.ngrams) keys[i].push_back(ngram.key);
    std::sort(keys[i].begin(), keys[i].end());
    keys[i].erase(std::unique(keys[i].begin(), keys[i].end()), keys[i].end());
    for (const std::uint32_t key : keys[i]) ++counts[key];
  }
  std::unordered_map<std::uint32_t, std::uint32_t> ids;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (const std::uint32_t key : keys[i]) {
      if (counts[key] < least) continue;
      const auto [at, fresh] = ids.emplace(key, static_cast<std::uint32_t>(ids.size()));
      if (fresh) out.keys.push_back(key);
      out.features[i].ngrams.push_back(at->second);
    }
    std::sort(out.features[i].ngrams.begin(), out.features[i].ngrams.end());
  }
  return out;
}

}  // namespace attune::train
