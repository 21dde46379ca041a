// What a policy does over many conversations, as JSON text.
#pragma once

#include <string>

#include "conversation/summary.h"

namespace attune {

// {"policy":{...}}, and for two policies {"policy","against","changes"}. Of a policy:
//   conversations, customer_turns, prompts (decisions that offer or connect a person), handovers
//   (that connect one);
//   offered (a person offered or connected), connected: each {"conversations", "share" (0 .. 1),
//   "turn": {"mean", "median", "counts"}} with the customer turn at which it was first, counts[0]
//   for turn 1;
//   per_1000: {"connected", "offered_only"} conversations that reach the team for certain, and that
//   reach it when the offer is accepted;
//   priorities: conversations by their highest priority; reasons: {"conversations", "calm"} of
//   each; calm: {"conversations", "offered", "not_offered"}.
// changes: for each Change {"conversations", "ids"}, and "unchanged".
std::string to_json(const Simulation& simulation);

}  // namespace attune
