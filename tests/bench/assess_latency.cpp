// Times attune_analyzer_assess on each line of standard input, JSON result included, and prints
// one time in nanoseconds a line: attune_bench ROUNDS <TEXTS. The first round warms up.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "attune_abi.h"

namespace {

long long time_one(attune_analyzer* analyzer, const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  attune_analyzer_assess(analyzer, text.data(), text.size());
  const auto end = std::chrono::steady_clock::now();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(end - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
  if (rounds < 1) {
    std::fprintf(stderr, "usage: attune_bench ROUNDS <TEXTS\n");
    return 2;
  }
  std::vector<std::string> texts;
  for (std::string line; std::getline(std::cin, line);) texts.push_back(line);

  attune_analyzer* analyzer = attune_analyzer_create();
  if (analyzer == nullptr) {
    std::fprintf(stderr, "attune_bench: the compiled tables are not usable\n");
    return 1;
  }
  for (const std::string& text : texts) time_one(analyzer, text);
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& text : texts) std::printf("%lld\n", time_one(analyzer, text));
  }
  attune_analyzer_destroy(analyzer);
  return 0;
}
