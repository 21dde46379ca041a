// What the core and its peers say about the rows of a task, as scores and as classes.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/analyzer.h"
#include "eval/labels.h"
#include "eval/sets.h"
#include "labelled/table.h"

namespace attune::eval {

// Sentiment readers from npm, by the columns of their score files (core/training/peers.ts).
struct Peer {
  std::string_view name;
  // A message is negative up to -neutral and positive from neutral on, not at 0: VADER's authors
  // recommend 0.05, the others have no more than a sign.
  double neutral;
};
inline constexpr std::array<Peer, 3> kPeers = {{{"vader", 0.05}, {"afinn", 0}, {"wink", 0}}};

// One contender on the rows of a task. Either list is empty when it has nothing to say there.
struct Answers {
  std::vector<double> scores;
  std::vector<ClassBits> classes;
};

// What a measure may ask of an assessment.
struct Reading {
  double sentiment = 0;
  double frustration = 0;
  std::array<double, kEmotionCount> emotions{};
  ClassBits topics = 0;  // bit i: Topic i
  ClassBits flags = 0;   // bit i: Flag i
};

// Reads the rows of a table as they are asked for, each once.
class Readings {
 public:
  // All must outlive this.
  Readings(Analyzer& analyzer, const Table& table, const Set& set);

  // `table` must have a column `text`.
  const Reading& of_row(std::size_t row);

 private:
  Analyzer& analyzer_;
  const Table& table_;
  const Set& set_;
  std::size_t text_;
  std::vector<std::optional<Reading>> rows_;
};

Answers core_answers(const Task& task, const std::vector<const Reading*>& readings);

// `sentiments`: the peer's scores of the same rows. What it calls negative stands for upset, angry
// and the like: a sentiment is all that it reads.
Answers peer_answers(const Task& task, const Peer& peer, const std::vector<double>& sentiments);

}  // namespace attune::eval
