// Says to the customer why a person is offered or brought in.
#pragma once

#include <string>
#include <string_view>

#include "attune/assessment.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/decision.h"
#include "reply/texts.h"

namespace attune {

struct ExplanationFacts {
  const Assessment& assessment;
  const Contact& contact;  // the most that the customer has told in the conversation
  const Loops& loops;
  const Policy& policy;
  const Policy::CompanyRule* rule = nullptr;  // behind the reason kCompanyRule
  std::string_view language;                  // the customer's, as far as it is known
  std::string_view locale = "en";             // the page's
};

// One sentence about the strongest reason, or the two strongest when they say different things;
// "" when the decision has no reasons.
std::string explain(const Texts& texts, const Decision& decision, const ExplanationFacts& facts);

}  // namespace attune
