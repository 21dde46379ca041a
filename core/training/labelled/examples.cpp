#include "labelled/examples.h"

#include <utility>

#include "labelled/files.h"

namespace attune::labelled {
namespace {

std::string describe(const Error& error) {
  return error.pointer.empty() ? error.message : error.pointer + ": " + error.message;
}

}  // namespace

Examples read_examples(std::string_view text) {
  Examples out;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    Result<Example> example = read_example(line);
    if (example) {
      out.good.push_back({number, std::move(example.value())});
    } else {
      out.bad.push_back({number, describe(example.error())});
    }
  }
  return out;
}

}  // namespace attune::labelled
