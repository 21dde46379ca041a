// What the native tests share.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "attune/analyzer.h"
#include "text/patterns.h"
#include "text/spelled_words.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune::testing {

inline Analyzer new_analyzer() {
  Result<Analyzer> analyzer = Analyzer::create();
  EXPECT_TRUE(analyzer.ok()) << (analyzer.ok() ? "" : analyzer.error().message);
  return std::move(analyzer.value());
}

inline Tables built_in_tables() {
  Result<Tables> tables = Tables::open(Tables::built_in());
  EXPECT_TRUE(tables.ok());
  return tables.value();
}

inline std::string utf8(std::u16string_view text) {
  std::string out;
  unicode::encode(text, out);
  return out;
}

// A tokenized message and its phrases.
struct Read {
  explicit Read(std::string_view message) : tables(built_in_tables()) {
    unicode::WordSegmenter segmenter;
    tokenize(segmenter, message, text);
    join_spelled_words(tables, text);
    find_phrases(tables, text, phrases);
  }
  std::string span(std::uint32_t start, std::uint32_t end) const {
    return utf8(text.slice(start, end));
  }

  Tables tables;
  TokenizedText text;
  Phrases phrases;
};

// The texts of the cues of one kind.
inline std::vector<std::string> cue_texts(const Assessment& assessment, CueKind kind) {
  std::vector<std::string> texts;
  for (const Cue& cue : assessment.cues) {
    if (cue.kind == kind) texts.push_back(cue.text);
  }
  return texts;
}

}  // namespace attune::testing
