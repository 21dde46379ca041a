// Reads the lines of the labelled corpus (core/training/LABELLING.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/assessment.h"
#include "attune/result.h"

namespace attune {

// What a reader says of one customer message.
struct Labels {
  int upset = 0;      // 0 .. 2
  int sentiment = 0;  // -2 .. 2
  int urgency = 0;    // 0 .. 2
  std::vector<Emotion> emotions;
  std::vector<Topic> topics;
  std::vector<Flag> flags;
  bool sarcasm = false;
};

struct Example {
  std::string id;            // or the hash of the text
  std::string text;          // "" in the files of labels alone
  std::string conversation;  // "" when the message stands alone
  int turn = 1;              // of the customer, counted from 1
  Labels labels;
};

// Errors: kInvalidConfig with the pointer of the wrong member.
Result<Example> read_example(std::string_view json);

}  // namespace attune
