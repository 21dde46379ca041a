#include <cstdio>
#include <string>
#include <string_view>

#include "attune/analyzer.h"
#include "json/read_message.h"
#include "json/write_result.h"
#include "lines.h"
#include "verbs.h"

namespace attune::cli {

int assess(const std::vector<std::string>& words) {
  Arguments arguments;
  if (!read_arguments("assess", words, {.jsonl = true, .config = false}, arguments))
    return kExitUsage;
  Result<Analyzer> analyzer = Analyzer::create();
  if (!analyzer) {
    std::fprintf(stderr, "attune assess: %s\n", analyzer.error().message.c_str());
    return kExitUsage;
  }
  const auto assess_text = [&](std::string_view line) -> Result<std::string> {
    return to_json(analyzer.value().assess(line));
  };
  const auto assess_object = [&](std::string_view line) -> Result<std::string> {
    const Result<Message> message = read_message(line);
    if (!message) return message.error();
    return with_id(message.value().id, to_json(analyzer.value().assess(message.value().text)));
  };
  if (arguments.jsonl) return for_each_line("assess", arguments.file, assess_object);
  return for_each_line("assess", arguments.file, assess_text);
}

}  // namespace attune::cli
