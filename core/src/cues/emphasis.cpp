#include "cues/emphasis.h"

#include "cues/emphasis_readers.h"

namespace attune {

void read_emphasis(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                   std::vector<Evidence>& out) {
  const EmphasisInput in{tables, text, phrases, out};
  read_capitals(in);
  read_marks(in);
  read_long_words(in);
  read_repetition(in);
  read_marked_words(in);
  read_claps(in);
}

}  // namespace attune
