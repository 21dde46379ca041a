// What the customer has told about the matter in hand, for the person who may take it over.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive.h"
#include "attune/assessment.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/decision.h"
#include "conversation/company_rules.h"
#include "reply/texts.h"

namespace attune {

// The most that any message of the matter told. Constant size.
class CaseNotes {
 public:
  // The customer's own words that moved frustration up most.
  struct Word {
    std::string text;     // at most kLongestWord bytes of UTF-8
    double weight = 0.0;  // of the cue
  };

  void add(const Assessment& assessment);

  const Contact& contact() const { return contact_; }
  const std::optional<double>& amount() const { return amount_; }
  int references() const { return references_; }
  static constexpr std::size_t kMostWords = 3;  // what a person reads at a glance
  // Strongest first; what is not used has an empty text.
  const std::array<Word, kMostWords>& words() const { return words_; }

  void serve(Archive& archive);

 private:
  void add_word(const Cue& cue);

  Contact contact_;
  std::optional<double> amount_;
  int references_ = 0;
  std::array<Word, kMostWords> words_;  // not served: no text of the customer is ever saved
};

// The note for the team: what is known, and the same in one line of the company's language.
// `matched`: of the company's `rules`.
TeamNote team_note(const Texts& texts, const CaseNotes& notes, const Mood& mood,
                   const std::vector<Policy::CompanyRule>& rules, RuleSet matched);

}  // namespace attune
