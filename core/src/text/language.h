// Which language a message is written in.
#pragma once

#include <string>

#include "text/patterns.h"

namespace attune {

struct Language {
  std::string tag = "und";  // BCP-47; "und" when it can't be told
  double confidence = 0.0;  // 0 .. 1
};

// Tells English from everything else by its common words. Messages of other languages are "und":
// their words are then not read, while emphasis and emoji still are.
Language identify_language(const Tables& tables, const TokenizedText& text, const Phrases& phrases);

}  // namespace attune
