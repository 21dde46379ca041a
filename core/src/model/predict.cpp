#include "model/predict.h"

#include "model/logistic.h"

namespace attune::model {
namespace {

void add_signals(const Model& model, const Signals& signals, Prediction& out) {
  for (std::size_t head = 0; head < kHeadCount; ++head) out.logits[head] = model.base(head);
  for (std::size_t signal = 0; signal < kSignalCount; ++signal) {
    if (signals[signal] == 0.0) continue;
    for (std::size_t head = 0; head < kHeadCount; ++head) {
      out.logits[head] += signals[signal] * model.weight(head, signal);
    }
  }
  out.base = model.base(kFrustration);
  for (std::size_t signal = kCueGroupCount; signal < kBaseEnd; ++signal) {
    const double logit = signals[signal] * model.weight(kFrustration, signal);
    out.base += logit;
    if (signal >= kBefore) out.carried += logit;
  }
}

}  // namespace

double Prediction::probability(std::size_t head) const { return logistic(logits[head]); }

Prediction predict(const Model& model, const Signals& signals, const std::vector<Ngram>& ngrams) {
  Prediction out;
  add_signals(model, signals, out);
  std::vector<bool> seen(model.ngram_count(), false);
  for (const Ngram& ngram : ngrams) {
    const std::uint32_t index = model.find(ngram.key);
    if (index == Model::kNoNgram || seen[index]) continue;
    seen[index] = true;
    model.each_weight(index, [&](std::size_t head, double logit) {
      out.logits[head] += logit;
      std::optional<Prediction::Reason>& reason = out.reasons[head];
      if (logit > 0.0 && (!reason || logit > reason->logit)) {
        reason = Prediction::Reason{logit, ngram.start, ngram.end};
      }
      if (head != kFrustration) return;
      Evidence evidence;
      evidence.kind = CueKind::kWording;
      evidence.start = ngram.start;
      evidence.end = ngram.end;
      evidence.upset = logit;
      out.wording.push_back(evidence);
    });
  }
  return out;
}

}  // namespace attune::model
