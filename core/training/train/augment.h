// Copies of messages as other fingers would have typed them.
#pragma once

#include "dataset.h"

namespace attune::train {

// Appends a copy of every judged message that stands alone (turns of conversations keep to
// themselves) with typing errors, without some of its punctuation or
// with another case, at the same labels and a lower weight. Capitals and runs of marks stay: they
// say something. (Apostrophes, and words that name who somebody is, make no difference to begin
// with: model/ngrams.h.) Deterministic.
void augment(Dataset& data);

}  // namespace attune::train
