#include "conversation/setup.h"

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

}  // namespace attune
