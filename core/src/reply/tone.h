// How a reply should sound after what has been read.
#pragma once

#include "attune/assessment.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/reply.h"

namespace attune {

// Whether the customer is upset, by this turn or by the conversation so far; thanks and praise
// end it.
bool is_upset(const Assessment& assessment, const Mood& mood, const Policy& policy);

// Whether the customer tells of something that the reply should show it has heard.
bool has_something_to_acknowledge(const Assessment& assessment, const Policy& policy);

// Whether the message tells of a failing of the service, so that an apology may be due.
bool tells_of_failing(const Assessment& assessment, const Policy& policy);

// The directive without `apologise`, which depends on what was said before: see Acknowledger.
Tone choose_tone(const Assessment& assessment, const Mood& mood, const Policy& policy);

}  // namespace attune
