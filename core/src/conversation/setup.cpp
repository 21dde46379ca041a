#include "conversation/setup.h"

#include <string>
#include <utility>

namespace attune {

Setup::Setup(const Tables& tables, Config config) : Setup(tables, std::move(config), Builder()) {}

Setup::Setup(const Tables& tables, Config config, Builder builder)
    : config_(std::move(config)),
      reader_(tables),
      sayings_(tables, builder.segmenter),
      vocabulary_(config_, reader_, builder.segmenter),
      answers_(config_.playbook, builder.segmenter),
      small_talk_(tables, config_.playbook, builder.segmenter),
      texts_(tables, config_.playbook.company) {}

std::uint32_t Setup::fingerprint() const {
  std::string ids;
  for (const TopicAnswers& topic : playbook().topics) {
    ids.append(topic.topic).append(":");
    for (const Solution& solution : topic.solutions) ids.append(solution.id).append(",");
  }
  for (const Policy::CompanyRule& rule : policy().company_rules) ids.append(rule.id).append(";");
  return hash_of(ids);
}

}  // namespace attune
