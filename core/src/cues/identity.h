// Words that name who somebody is: they move no score.
#pragma once

#include <vector>

#include "text/patterns.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// For each token whether it names a nationality, religion, gender, orientation, race, age or
// disability (class `identity` of classes.tsv), or is joined by a hyphen to a word that does
// ("wheelchair-using", "non-binary"). Linear time.
std::vector<bool> find_identity(const Tables& tables, const TokenizedText& text,
                                const Phrases& phrases);

}  // namespace attune
