// The column `register` of the lexicon: who would write this wording, and where.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace attune::compile {

// What is wrong with a cell of the column, or nothing. A cell holds up to three marks apart by a
// space: one register, one variety of English, and "misspelling"; empty means neutral and
// understood everywhere.
inline std::string register_error(std::string_view cell) {
  constexpr std::array<std::string_view, 5> kRegisters = {"formal", "informal", "slang", "vulgar",
                                                          "dated"};
  constexpr std::array<std::string_view, 4> kVarieties = {"british", "american", "indian",
                                                          "australian"};
  const auto holds = [](const auto& names, std::string_view mark) {
    return std::find(names.begin(), names.end(), mark) != names.end();
  };
  std::size_t registers = 0;
  std::size_t varieties = 0;
  std::size_t misspellings = 0;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(' '), cell.size());
    const std::string_view mark = cell.substr(0, end);
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (mark.empty()) continue;
    if (holds(kRegisters, mark)) {
      ++registers;
    } else if (holds(kVarieties, mark)) {
      ++varieties;
    } else if (mark == "misspelling") {
      ++misspellings;
    } else {
      return "unknown mark '" + std::string(mark) +
             "' in column register: expected formal, informal, slang, vulgar, dated, british, "
             "american, indian, australian or misspelling";
    }
  }
  if (registers > 1) return "column register: more than one register";
  if (varieties > 1) return "column register: more than one variety of English";
  if (misspellings > 1) return "column register: misspelling stands twice";
  return "";
}

}  // namespace attune::compile
