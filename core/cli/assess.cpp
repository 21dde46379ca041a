#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "attune/analyzer.h"
#include "attune/conversation.h"
#include "conversation/setup.h"
#include "json/read_message.h"
#include "json/write_result.h"
#include "lines.h"
#include "verbs.h"

namespace attune::cli {

int assess(const std::vector<std::string>& words) {
  Arguments arguments;
  if (!read_arguments("assess", words, {.jsonl = true, .config = true}, arguments))
    return kExitUsage;
  Config config;
  if (!read_config("assess", arguments.config, config)) return kExitUsage;
  Result<Analyzer> analyzer = Analyzer::create();
  if (!analyzer) {
    std::fprintf(stderr, "attune assess: %s\n", analyzer.error().message.c_str());
    return kExitUsage;
  }
  const std::shared_ptr<const Setup> setup = prepare(analyzer.value(), std::move(config));
  const auto read = [&](std::string_view text) {
    return to_json(analyzer.value().assess(text, &setup->vocabulary()));
  };
  const auto assess_text = [&](std::string_view line) -> Result<std::string> { return read(line); };
  const auto assess_object = [&](std::string_view line) -> Result<std::string> {
    const Result<Message> message = read_message(line);
    if (!message) return message.error();
    return with_id(message.value().id, read(message.value().text));
  };
  if (arguments.jsonl) return for_each_line("assess", arguments.file, assess_object);
  return for_each_line("assess", arguments.file, assess_text);
}

}  // namespace attune::cli
