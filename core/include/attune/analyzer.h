// Reads one message. The spine of the core: text -> tokens -> cues -> assessment.
#pragma once

#include <memory>
#include <string_view>

#include "attune/assessment.h"
#include "attune/result.h"

namespace attune {

class Tables;      // compiled phrase tables, core/src/text/tables.h
class Vocabulary;  // a company's own words and topics, core/src/cues/vocabulary.h

// Keeps scratch memory between calls, but no state: the same text gives the same answer in any
// order. Any number of conversations may share one Analyzer; threads may not, create one each.
class Analyzer {
 public:
  // Opens the tables that were compiled into the program.
  // Errors: kInvalidData when the tables are damaged or of another version.
  static Result<Analyzer> create();

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  // Assesses one customer message.
  // `utf8`: any bytes, any length; malformed sequences count as U+FFFD (as WHATWG's decoder does).
  // `own`: what a company adds, or nullptr.
  // Cost: linear in the length. Never fails: an empty or unreadable message gives a neutral
  // assessment of low confidence.
  Assessment assess(std::string_view utf8, const Vocabulary* own = nullptr);

  const Tables& tables() const { return *tables_; }

 private:
  struct Scratch;

  Analyzer();
  std::unique_ptr<Tables> tables_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace attune
