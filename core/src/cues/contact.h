// How often the customer has been in touch, and how long they have waited.
#pragma once

#include "attune/assessment.h"
#include "cues/evidence.h"
#include "text/patterns.h"

namespace attune {

// Takes the number out of a repeat_contact or waiting phrase ("contacted you 3 times", "waiting
// for two weeks") into `contact`, keeping the larger when several are said, and adds what the
// number weighs to `evidence`. Other kinds are left alone.
void read_contact(const Tables& tables, const Phrases& phrases, const Match& match,
                  Evidence& evidence, Contact& contact);

}  // namespace attune
