// Reads the source tables of core/data into a Builder, one function a file.
#pragma once

#include <string>

#include "builder.h"
#include "source.h"

namespace attune::compile {

// Tables that belong to no language: emoji.tsv and weights.tsv in `folder`.
void read_common(const std::string& folder, Builder& builder, Diagnostics& diagnostics);

// The tables of one language folder, for example core/data/en; each may be missing.
void read_language(const std::string& folder, Builder& builder, Diagnostics& diagnostics);

}  // namespace attune::compile
