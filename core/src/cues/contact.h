// How often the customer has been in touch, and how long they have waited.
#pragma once

#include "attune/assessment.h"
#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// Takes the figures out of a repeat_contact or waiting phrase ("contacted you 3 times", "waiting
// for two weeks") into `contact` and adds what they weigh to `evidence`. Other kinds are left
// alone. Counts of one phrase add up ("called 3 times and emailed twice" is 5), an ordinal counts
// all contacts so far ("my third email" is 3); of several phrases the largest figure stays.
void read_contact(const Tables& tables, const Phrases& phrases, const Match& match,
                  Evidence& evidence, Contact& contact);

}  // namespace attune
