// The sentences of the core, from core/data/<language>/texts.tsv. English has all of them; other
// languages have those that explain a decision.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive.h"
#include "attune/assessment.h"
#include "text/tables.h"

namespace attune {

// "{name}" in a sentence and what takes its place.
using Variable = std::pair<std::string_view, std::string>;

// Looks sentences up and fills in what they leave open.
class Texts {
 public:
  // `tables` must outlive this; `company`: the company's name, "" when not given.
  Texts(const Tables& tables, std::string_view company);

  // The same with the sentences of another language, as far as there are any; English otherwise.
  // `tag`: BCP-47, of which the first part counts.
  Texts in(std::string_view tag) const;
  // "en", or the language that in() has found sentences of.
  std::string_view language() const;

  bool has(std::string_view key) const { return !find(key).empty(); }

  // The sentence with its variables filled in, "" when there is none. Always known are {company},
  // {team} ("someone from ...") and {Team}, the same with a capital. What is filled in is never
  // looked at again, so a company may well be called "{team}".
  std::string get(std::string_view key, std::initializer_list<Variable> variables = {}) const;

  // "3 times", "twice"; "" for less than two.
  std::string times(int count) const;
  // "5 days", "a week", "3 weeks", "2 months"; "" for less than a day.
  std::string days(double count) const;

 private:
  std::string counted(std::string_view key, long long count) const;
  std::string_view find(std::string_view key) const;

  const Tables& tables_;
  std::string prefix_;  // of the keys of another language: "de:"
  std::string company_;
  std::string team_;
};

// The contact that is worth putting into words: times >= 2 and waiting_days >= 1.
struct ContactWords {
  ContactWords(const Texts& texts, const Contact& contact);
  std::string times;
  std::string days;
};

// With its first letter as a capital, when that is an ASCII letter; other languages write their
// sentences out in full.
std::string capitalised(std::string text);

// Picks among the variants of a sentence (keys "<family>.1", "<family>.2", ...) so that none
// comes twice in a conversation. Remembers one bit a variant.
class Variants {
 public:
  // A variant that was not picked before, or "" when there is none left. `seed` says with which
  // to begin: a conversation keeps to its own.
  std::string pick_new(const Texts& texts, std::string_view family, std::uint32_t seed);
  // The same, but starts over when all have been used.
  std::string pick(const Texts& texts, std::string_view family, std::uint32_t seed);

  void serve(Archive& archive);

 private:
  struct Used {
    std::uint32_t family = 0;    // hash of its name
    std::uint32_t variants = 0;  // one bit each
  };
  // The bits of a family; valid until the next call.
  std::uint32_t& used(std::string_view family);

  std::vector<Used> used_;
};

}  // namespace attune
