// Reads messages that people have labelled, for evaluation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"

namespace attune {

// A line of the corpus; core/training/LABELLING.md says what the labels mean.
struct LabelledMessage {
  std::string text;                   // UTF-8
  int upset = 0;                      // 0 .. 2
  int sentiment = 0;                  // -2 .. 2
  int urgency = 0;                    // 0 .. 2
  std::vector<std::string> emotions;  // names of Emotion; none is neutral
  std::vector<std::string> topics;    // names of Topic
  std::vector<std::string> flags;     // names of Flag
};

// Reads one JSON object; further members are ignored. Whether names are known is not checked.
// Errors: kInvalidConfig with the JSON pointer and what was expected; the message names the member.
Result<LabelledMessage> read_labelled(std::string_view json);

}  // namespace attune
