#include "conversation/case_notes.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

#include "json/writer.h"

namespace attune {
namespace {

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
  // Several cues may stand on the same words: the strongest of them counts. They are sorted.
  const Cue* held = nullptr;
  for (const Cue& cue : assessment.cues) {
    if (!is_wording(cue)) continue;
    if (held != nullptr && cue.start < held->end) {
      if (cue.weight > held->weight) held = &cue;
      continue;
    }
    if (held != nullptr) add_word(*held);
    held = &cue;
  }
  if (held != nullptr) add_word(*held);
}

void CaseNotes::serve(Archive& archive) {
  archive.maybe("times", contact_.times, [&](const char* name, int& times) {
    archive.whole(name, times, 0, std::numeric_limits<int>::max());
  });
  archive.maybe("waiting_days", contact_.waiting_days,
                [&](const char* name, double& days) { archive.number(name, days, 0.0); });
  archive.maybe("amount", amount_,
                [&](const char* name, double& amount) { archive.number(name, amount); });
  archive.count("references", references_);
}

// Keeps the words sorted; the same text counts once, with its greatest weight.
void CaseNotes::add_word(const Cue& cue) {
  std::string text = shortened(cue.text);
  auto place = std::find_if(words_.begin(), words_.end(),
                            [&text](const Word& word) { return word.text == text; });
  if (place == words_.end()) --place;  // the weakest makes room
  if (place->weight >= cue.weight) return;
  *place = {std::move(text), cue.weight};
  for (; place != words_.begin() && (place - 1)->weight < place->weight; --place) {
    std::swap(*(place - 1), *place);
  }
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
    if (word.text.empty()) break;
    note.words.push_back(word.text);
    add_part(words, ", ", texts.get("team.word", {{"word", word.text}}));
  }

  const auto add = [&](std::string_view key, std::initializer_list<Variable> variables) {
    add_part(note.text, "; ", texts.get(key, variables));
  };
  // Two decimals are what a person reads.
  const double shown = std::round(note.frustration * 100.0) / 100.0;
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
