// Finds the company's answer to a message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "attune/assessment.h"
#include "attune/config.h"
#include "text/phrase_index.h"

namespace attune {

// An index over one playbook. Built once a conversation; looking up costs the message's length.
class AnswerIndex {
 public:
  // `playbook` must outlive the index and stay where it is.
  AnswerIndex(const Playbook& playbook, unicode::WordSegmenter& segmenter);

  struct Answer {
    const Solution* solution = nullptr;
    std::size_t number = 0;     // of the solution, counted through the playbook
    std::size_t topic = 0;      // index in playbook.topics
    bool named = false;         // by its own phrases, not only by its topic
    bool given_before = false;  // all that fits has been said already
  };
  // The answer that fits best, or nothing. `given[number]`: solutions already told; another one
  // that fits nearly as well is preferred to them.
  std::optional<Answer> find(const Assessment& assessment, const WordLine& line,
                             const std::vector<bool>& given) const;

  std::size_t solution_count() const { return solutions_.size(); }
  const Playbook& playbook() const { return playbook_; }

 private:
  struct Entry {
    const Solution* solution = nullptr;
    std::size_t topic = 0;    // index in playbook.topics
    bool is_default = false;  // stands for its topic when no phrase points to another
  };

  // How well a solution fits a message.
  struct Fit {
    double score = 0.0;  // 0: not at all
    bool named = false;
  };
  std::vector<Fit> fits(const Assessment& assessment, const WordLine& line) const;

  const Playbook& playbook_;
  std::vector<Entry> solutions_;
  PhraseIndex solution_phrases_;
};

}  // namespace attune
