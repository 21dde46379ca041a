// Reads one message: text -> tokens -> cues + learned reader -> assessment.
#pragma once

#include <memory>
#include <string_view>

#include "attune/assessment.h"
#include "attune/result.h"

namespace attune {

class Tables;      // compiled phrase tables, core/src/text/tables.h
class Vocabulary;  // a company's own words and topics, core/src/cues/vocabulary.h

// What the customer's turns before a message tell about it.
struct Context {
  bool first = true;         // no customer turn came before
  double frustration = 0.0;  // 0 .. 1, the newest turn's, or an earlier, higher one that faded
};

// The context of the turn behind one that was read with this frustration: what was heard before
// fades, but an outburst is remembered for some turns.
Context after_turn(const Context& before, double frustration);

// Keeps scratch memory between calls, but no state: the same text gives the same answer in any
// order. Any number of conversations may share one Analyzer; threads may not, create one each.
class Analyzer {
 public:
  // Opens the tables and weights that were compiled into the program.
  // Errors: kInvalidData when either is damaged or of another version.
  static Result<Analyzer> create();

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  // Assesses one customer message.
  // `utf8`: any bytes, any length; malformed sequences count as U+FFFD (as WHATWG's decoder does).
  // `own`: what a company adds, or nullptr. `context`: how the customer's turns before this one
  // were read; a message on its own has none.
  // Cost: linear in the length. Never fails: an empty or unreadable message gives a neutral
  // assessment of low confidence.
  Assessment assess(std::string_view utf8, const Vocabulary* own = nullptr,
                    const Context& context = {});

  const Tables& tables() const;

 private:
  struct Parts;

  Analyzer();
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune
