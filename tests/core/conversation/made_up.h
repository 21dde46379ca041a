// Assessments made by hand, so that what follows from a reading is tested apart from reading.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "attune/assessment.h"
#include "tests/core/support.h"

namespace attune::testing {

inline Assessment reading(double frustration, double sentiment, std::vector<Flag> flags = {},
                          std::vector<TopicScore> topics = {}) {
  Assessment assessment;
  assessment.language_tag = "en";
  assessment.language_confidence = 1.0;
  assessment.frustration = assessment.own_frustration = frustration;
  assessment.sentiment = sentiment;
  assessment.level = level_of(sentiment);
  assessment.confidence = Confidence::kHigh;
  assessment.flags = std::move(flags);
  assessment.topics = std::move(topics);
  assessment.words = 8;
  return assessment;
}

inline Assessment calm() { return reading(0.05, 0.0); }
inline Assessment calm_about(Topic topic) {
  return reading(0.05, 0.0, {}, {{std::string(name_of(topic)), 0.8}});
}
inline Assessment upset(double frustration = 0.8) { return reading(frustration, -0.7); }
inline Assessment upset_about(Topic topic) {
  return reading(0.8, -0.7, {}, {{std::string(name_of(topic)), 0.8}});
}
inline Assessment happy() { return reading(0.01, 0.7); }

// Tokenizes for tests of one part.
struct Tokenized {
  explicit Tokenized(std::string_view message) { tokenize(segmenter, message, text); }
  unicode::WordSegmenter segmenter;
  TokenizedText text;
};

}  // namespace attune::testing
