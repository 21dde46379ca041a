#include "conversation/case_notes.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include "json/writer.h"
#include "text/order.h"

namespace attune {
namespace {

constexpr std::size_t kMostWords = 3;     // what a person reads at a glance
constexpr std::size_t kLongestWord = 60;  // bytes: a message in capitals is one cue

// Marks show that somebody is upset, but not what about.
bool is_wording(const Cue& cue) {
  return cue.weight > 0.0 && cue.kind != CueKind::kExclamation &&
         cue.kind != CueKind::kQuestionRun && cue.kind != CueKind::kEmoji;
}

std::string shortened(const std::string& text) {
  if (text.size() <= kLongestWord) return text;
  std::size_t end = kLongestWord;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

template <typename Value>
void raise(std::optional<Value>& known, const std::optional<Value>& told) {
  if (told && (!known || *told > *known)) known = told;
}

// Appends a part of a list.
void add_part(std::string& list, std::string_view separator, std::string_view part) {
  if (part.empty()) return;
  if (!list.empty()) list += separator;
  list += part;
}

std::string decimal(double value) { return JsonWriter().number(value).take(); }

}  // namespace

void CaseNotes::add(const Assessment& assessment) {
  raise(contact_.times, assessment.contact.times);
  raise(contact_.waiting_days, assessment.contact.waiting_days);
  raise(amount_, assessment.amount);
  references_ = std::max(references_, assessment.references);
  add_words(assessment);
}

void CaseNotes::add_words(const Assessment& assessment) {
  // Several cues may stand on the same words: the strongest of them counts.
  std::vector<const Cue*> cues;
  for (const Cue& cue : assessment.cues) {
    if (is_wording(cue)) cues.push_back(&cue);
  }
  sort_stably(cues, [](const Cue* a, const Cue* b) { return a->weight > b->weight; });
  std::vector<const Cue*> taken;
  for (const Cue* cue : cues) {
    if (taken.size() == kMostWords) break;
    const bool overlaps = std::any_of(taken.begin(), taken.end(), [cue](const Cue* other) {
      return cue->start < other->end && other->start < cue->end;
    });
    if (overlaps) continue;
    taken.push_back(cue);
    std::string text = shortened(cue->text);
    const auto known = std::find_if(words_.begin(), words_.end(),
                                    [&text](const Word& word) { return word.text == text; });
    if (known == words_.end()) {
      words_.push_back({std::move(text), cue->weight});
    } else {
      known->weight = std::max(known->weight, cue->weight);
    }
  }
  sort_stably(words_, [](const Word& a, const Word& b) { return a.weight > b.weight; });
  if (words_.size() > kMostWords) words_.resize(kMostWords);
}

TeamNote team_note(const Texts& texts, const CaseNotes& notes, const Mood& mood,
                   const std::vector<Policy::CompanyRule>& rules, RuleSet matched) {
  TeamNote note;
  note.frustration = mood.frustration;
  note.trend = mood.frustration_trend;
  note.contact = notes.contact();
  note.amount = notes.amount();
  note.references = notes.references();
  std::string ids;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if ((matched >> i & 1U) == 0) continue;
    note.rules.push_back(rules[i].id);
    add_part(ids, ", ", rules[i].id);
  }
  std::string words;
  for (const CaseNotes::Word& word : notes.words()) {
    note.words.push_back(word.text);
    add_part(words, ", ", texts.get("team.word", {{"word", word.text}}));
  }

  const auto add = [&](std::string_view key, std::initializer_list<Variable> variables) {
    add_part(note.text, "; ", texts.get(key, variables));
  };
  // Two decimals are what a person reads.
  const double shown = static_cast<int>(note.frustration * 100.0 + 0.5) / 100.0;
  add("team.frustration." + std::string(name_of(note.trend)), {{"n", decimal(shown)}});
  if (const std::string times = texts.times(note.contact.times.value_or(0)); !times.empty()) {
    add("team.times", {{"times", times}});
  }
  if (const double days = note.contact.waiting_days.value_or(0.0); days >= 1.0) {
    const std::string number = decimal(days);
    add("team.days",
        {{"days", number == "1" ? texts.days(1.0) : texts.get("days.n", {{"n", number}})}});
  }
  if (note.amount) add("team.amount", {{"n", decimal(*note.amount)}});
  if (note.references > 1) add("team.references", {{"n", std::to_string(note.references)}});
  if (!ids.empty()) add("team.rules", {{"rules", ids}});
  if (!words.empty()) add("team.words", {{"words", words}});
  return note;
}

}  // namespace attune
