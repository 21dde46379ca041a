// From what the rules found and what the learned reader makes of it to the assessment.
#pragma once

#include "attune/assessment.h"
#include "model/model.h"
#include "reader.h"
#include "text/tables.h"

namespace attune {

// Weighs the findings of `reading` anew (each cue carries what it adds to the logit of
// frustration) and replaces the scores of the rules: frustration, emotions, flags and topics by
// calibrated probabilities, sentiment and urgency by a mix of both.
Assessment conclude(const Tables& tables, const model::Model& model, const TokenizedText& text,
                    Reading& reading);

}  // namespace attune
