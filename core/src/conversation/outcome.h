// What a policy did in one conversation, in a few numbers.
#pragma once

#include <bitset>
#include <string>

#include "attune/assessment.h"
#include "attune/decision.h"

namespace attune {

// A customer whose every message stays below this is calm, whatever the policy's own thresholds
// are: two policies are measured alike. The contract's default for middling frustration.
inline constexpr double kCalmBelow = 0.5;

// Customer turns are counted from 1; 0 stands for never.
struct Outcome {
  std::string id;     // of the conversation, JSON text as it came
  int turns = 0;      // customer turns
  int offered = 0;    // the turn of the first decision that offers or connects a person
  int connected = 0;  // the turn of the first that connects one
  int prompts = 0;    // decisions that offer or connect
  int handovers = 0;  // decisions that connect: more than one when a matter was resolved in between
  Priority priority = Priority::kLow;  // the highest of these decisions
  std::bitset<kReasonCount> reasons;   // of these decisions
  bool calm = true;                    // no message was read as upset

  // Takes in the next customer turn.
  void add(const Assessment& assessment, const Decision& decision);
};

}  // namespace attune
