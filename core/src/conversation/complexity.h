// Signs that a matter is more than a bot should settle.
#pragma once

#include "attune/assessment.h"
#include "attune/config.h"

namespace attune {

// How many separate matters a message raises. How well or badly somebody was treated is not one
// to be settled on its own, and a topic with a low score is only a hint.
int count_matters(const Assessment& assessment);

// Whether the message tells of a complex matter. Any of these makes one:
//   - topics that are several_topics or more separate matters
//   - long_account_words or more words
//   - several_requests or more questions, requests or counted points
//   - several_parties or more others who take part
//   - of an open matter: many_references or more, or a sum of high_amount or more; for the sum one
//     reference is open enough
//   - several of these together, each in part: kTogether in complexity.cpp
// Happy messages never do: long praise needs no help.
bool is_complex(const Assessment& assessment, const Policy& policy);

}  // namespace attune
