#include "conversation/replay.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "lines.h"
#include "verbs.h"

namespace attune::cli {

int replay(const std::vector<std::string>& words) {
  Arguments arguments;
  if (!read_arguments("replay", words, {.jsonl = false, .config = true}, arguments))
    return kExitUsage;
  Config config;
  if (!read_config("replay", arguments.config, config)) return kExitUsage;
  Result<Analyzer> analyzer = Analyzer::create();
  if (!analyzer) {
    std::fprintf(stderr, "attune replay: %s\n", analyzer.error().message.c_str());
    return kExitUsage;
  }
  Replayer replayer(analyzer.value(), std::move(config));
  return for_each_line("replay", arguments.file,
                       [&](std::string_view line) { return replayer.line(line); });
}

}  // namespace attune::cli
