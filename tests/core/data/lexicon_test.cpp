// What the English lexicon promises: its size, a register for each entry, and no entry that a group
// of people is named by.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "core/data/compile/register.h"

namespace attune::compile {
namespace {

constexpr std::size_t kLeastEntries = 6000;
constexpr std::size_t kRegisterCell = 5;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

// The rows of all tables of the lexicon, as cells.
std::vector<std::vector<std::string>> read_entries() {
  std::vector<std::vector<std::string>> entries;
  const std::string folder = std::string(ATTUNE_SOURCE_DIR) + "/core/data/en/lexicon";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path());
    bool header = true;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line == "#" || line.rfind("# ", 0) == 0) continue;
      if (!header) entries.push_back(cells_of(line));
      header = false;
    }
  }
  return entries;
}

TEST(Lexicon, HoldsAtLeastSixThousandEntries) { EXPECT_GE(read_entries().size(), kLeastEntries); }

TEST(Lexicon, MarksEveryRegisterAndVarietySomewhere) {
  std::set<std::string> marks;
  for (const auto& entry : read_entries()) {
    if (entry.size() <= kRegisterCell) continue;
    EXPECT_EQ(register_error(entry[kRegisterCell]), "") << entry[0];
    std::string mark;
    for (const char c : entry[kRegisterCell] + " ") {
      if (c != ' ') {
        mark += c;
      } else if (!mark.empty()) {
        marks.insert(mark);
        mark.clear();
      }
    }
  }
  const std::set<std::string> expected = {"american", "australian", "british",  "dated",
                                          "formal",   "indian",     "informal", "slang",
                                          "vulgar",   "misspelling"};
  EXPECT_EQ(marks, expected);
}

TEST(Lexicon, NamesNoGroupOfPeople) {
  const std::set<std::string> groups = {
      "african", "american",  "arab",     "asian",     "australian", "autistic",  "black",
      "british", "buddhist",  "catholic", "chinese",   "christian",  "disabled",  "dutch",
      "elderly", "female",    "foreign",  "foreigner", "gay",        "german",    "greek",
      "hindu",   "immigrant", "indian",   "irish",     "islam",      "jew",       "jewish",
      "lesbian", "male",      "mexican",  "muslim",    "nigerian",   "pakistani", "polish",
      "queer",   "russian",   "sikh",     "trans",     "turkish"};
  for (const auto& entry : read_entries()) {
    std::string word;
    for (const char c : entry[0] + " ") {
      if (c >= 'a' && c <= 'z') {
        word += c;
      } else {
        EXPECT_EQ(groups.count(word), 0U) << entry[0];
        word.clear();
      }
    }
  }
}

}  // namespace
}  // namespace attune::compile
