// Labelled messages in files of JSON lines (core/training/LABELLING.md).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "json/read_example.h"

namespace attune::labelled {

struct ExampleLine {
  std::size_t line;  // 1 is the first line of the file
  Example example;
};

struct BadLine {
  std::size_t line;
  std::string what;
};

struct Examples {
  std::vector<ExampleLine> good;
  std::vector<BadLine> bad;
};

// `text`: the bytes of a file.
Examples read_examples(std::string_view text);

}  // namespace attune::labelled
