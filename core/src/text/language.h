// Which language a message is written in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/numbers.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

struct Language {
  std::string tag = "und";                // BCP-47; "und" when it can't be told
  double confidence = 0.0;                // 0 .. 1
  std::uint8_t id = table::kAnyLanguage;  // of Tables::languages(); kAnyLanguage when "und"
};

// Tells the language by script, common words, special letters and groups of letters. One word of a
// shared script, and messages that mix languages, are "und". Links and e-mail addresses don't
// count. Linear time, no allocation.
Language identify_language(const Tables& tables, const TokenizedText& text,
                           const std::vector<Unit>& units);

}  // namespace attune
