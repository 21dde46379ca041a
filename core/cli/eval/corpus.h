// The project's own labelled messages as a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "labelled/bad_rows.h"
#include "labelled/table.h"

namespace attune::eval {

// Appends the messages of a file of JSON lines (core/training/LABELLING.md) to `table`, whose
// columns become text, upset, sentiment, urgency, emotions, topics and flags; what a list holds is
// joined by commas. Lines that are no labelled message go to `bad`, unless all are: then nothing is
// reported or appended, and the result is why the first one is none.
std::optional<std::string> append_corpus(std::string_view text, const std::string& file,
                                         labelled::Table& table, labelled::BadRows& bad);

}  // namespace attune::eval
