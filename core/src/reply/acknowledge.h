// Says what was heard, without claiming to feel anything, and apologises when that is due.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attune/assessment.h"
#include "attune/reply.h"
#include "reply/texts.h"

namespace attune {

// Remembers what was acknowledged and apologised for in a conversation, so that neither is said
// twice. Constant size.
class Acknowledger {
 public:
  // Whether an apology is due for the failing that `assessment` tells of: the first one, or one
  // about another topic; two at most. Counts it as made.
  bool apologise_for(const Assessment& assessment);

  // One sentence that reports what was heard, with the apology inside when the tone asks for it;
  // "" when nothing is left to say.
  std::string sentence(const Texts& texts, const Assessment& assessment, const Tone& tone,
                       std::uint32_t seed);

  void serve(Archive& archive);

 private:
  Variants variants_;
  std::vector<std::string> topics_;  // apologised for, one an apology; "" when it was not told
};

}  // namespace attune
