// Reads one message with the rules: all that the learned reader weighs, and all that a cue may
// show. The analyzer draws its conclusions from it; training learns from the same.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "attune/assessment.h"
#include "attune/result.h"
#include "cues/evidence.h"
#include "cues/vocabulary.h"
#include "model/ngrams.h"
#include "model/score.h"
#include "model/signals.h"
#include "text/language.h"
#include "text/tables.h"

namespace attune {

// What the rules make of a message. Its parts are overwritten with each message.
struct Reading {
  Assessment rules;  // without cues
  Findings findings;
  std::vector<Evidence> topics;
  Language language;
  model::Signals signals{};
  std::vector<model::Ngram> ngrams;
};

class Reader {
 public:
  // Errors: kInvalidData when the tables are damaged or of another version.
  static Result<Reader> create();

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // `utf8`: any bytes. `own`: what a company adds, or nullptr. `context`: the turns before.
  // The result is valid until the next call.
  Reading& read(std::string_view utf8, const Vocabulary* own, const Context& context);

  // Adds the topics of a company's own that the message read last is about.
  void add_topics(const Vocabulary& own, Assessment& assessment) const;

  // The text of the message read last, as the spans count it.
  const TokenizedText& text() const;
  const Tables& tables() const { return *tables_; }

 private:
  struct Scratch;

  Reader();
  void read_with(const Tables& tables, const Context& context);

  std::unique_ptr<Tables> tables_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace attune
