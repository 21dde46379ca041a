#include "conversation/outcome.h"

#include <algorithm>
#include <cstddef>

namespace attune {

void Outcome::add(const Assessment& assessment, const Decision& decision) {
  ++turns;
  if (assessment.frustration >= kCalmBelow) calm = false;
  if (decision.action == Action::kContinue) return;
  ++prompts;
  if (offered == 0) offered = turns;
  if (decision.action == Action::kConnectPerson) {
    ++handovers;
    if (connected == 0) connected = turns;
  }
  priority = std::max(priority, decision.priority);
  for (const Reason reason : decision.reasons) reasons.set(static_cast<std::size_t>(reason));
}

}  // namespace attune
