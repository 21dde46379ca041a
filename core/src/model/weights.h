// The numbers of the scorer. Their values, with origin, stand in core/data/weights.tsv; the
// table compiler refuses a file that lacks one of these names or has another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune {

enum class Weight : std::uint32_t {
  kBias,
  kWordingScale,
  kPhraseScale,
  kDecay,
  kNegatedNegative,
  kNegatedPositive,
  kNegatedPraise,
  kNegationReach,
  kBeforeContrast,
  kAfterContrast,
  kConceded,
  kQuoted,
  kSarcasmTurned,
  kMaxAmplification,
  kCapitalsWord,
  kCapitalsStep,
  kCapitalsMessage,
  kExclamationRun,
  kExclamationStep,
  kQuestionRun,
  kInterrobang,
  kElongation,
  kSpelledWord,
  kRepetition,
  kMarkedWord,
  kClaps,
  kEmphasisLimit,
  kEmphasisNeutral,
  kWaitingStep,
  kTimesStep,
  kSentimentScale,
  kSentimentUpset,
  kEmphasisSentiment,
  kBaseShift,
  kRuleSentiment,
  kFlagProbability,
  kTopicProbability,
  kHighCertainty,
  kLowCertainty,
  kCount,
};

inline constexpr std::size_t kWeightCount = static_cast<std::size_t>(Weight::kCount);

inline constexpr std::array<std::string_view, kWeightCount> kWeightNames = {
    "bias",
    "wording_scale",
    "phrase_scale",
    "decay",
    "negated_negative",
    "negated_positive",
    "negated_praise",
    "negation_reach",
    "before_contrast",
    "after_contrast",
    "conceded",
    "quoted",
    "sarcasm_turned",
    "max_amplification",
    "capitals_word",
    "capitals_step",
    "capitals_message",
    "exclamation_run",
    "exclamation_step",
    "question_run",
    "interrobang",
    "elongation",
    "spelled_word",
    "repetition",
    "marked_word",
    "claps",
    "emphasis_limit",
    "emphasis_neutral",
    "waiting_step",
    "times_step",
    "sentiment_scale",
    "sentiment_upset",
    "emphasis_sentiment",
    "base_shift",
    "rule_sentiment",
    "flag_probability",
    "topic_probability",
    "high_certainty",
    "low_certainty",
};

}  // namespace attune
