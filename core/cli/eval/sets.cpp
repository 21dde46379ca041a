#include "eval/sets.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace attune::eval {
namespace {

constexpr ClassBits bit(Emotion emotion) { return 1U << static_cast<unsigned>(emotion); }
constexpr int number_of(Emotion emotion) { return static_cast<int>(emotion); }

constexpr Measure kAuc{MeasureKind::kAuc, "AUC"};
constexpr Measure kAp{MeasureKind::kAveragePrecision, "average precision"};
constexpr Measure kEce{MeasureKind::kCalibrationError, "ECE"};
constexpr Measure kF1{MeasureKind::kF1, "F1"};
constexpr Measure kPrecision{MeasureKind::kPrecision, "precision"};
constexpr Measure kRecall{MeasureKind::kRecall, "recall"};
constexpr Measure kMacroF1{MeasureKind::kMacroF1, "macro-F1"};
constexpr Measure kMacroRecall{MeasureKind::kMacroRecall, "macro-recall"};
constexpr Measure kPearson{MeasureKind::kPearson, "Pearson"};
constexpr Measure kShare{MeasureKind::kShare, "share > 0.5"};
constexpr Measure kFrustrationF1{MeasureKind::kF1, "F1 frustration",
                                 number_of(Emotion::kFrustration)};
constexpr Measure kDisappointmentF1{MeasureKind::kF1, "F1 disappointment",
                                    number_of(Emotion::kDisappointment)};

using Values = std::vector<LabelValue>;
const Values kYesNo = {{"1", 1}, {"0", 0}};
const Values kUpset = {{"1", 1}, {"upset", 1}, {"0", 0}, {"calm", 0}};
const Values kSentiments = {{"negative", 1}, {"neutral", 2}, {"positive", 4}};
const Values kEmotions = {{"anger", bit(Emotion::kAnger)},
                          {"frustration", bit(Emotion::kFrustration)},
                          {"disappointment", bit(Emotion::kDisappointment)},
                          {"worry", bit(Emotion::kWorry)},
                          {"sadness", bit(Emotion::kSadness)},
                          {"confusion", bit(Emotion::kConfusion)},
                          {"gratitude", bit(Emotion::kGratitude)},
                          {"joy", bit(Emotion::kJoy)},
                          {"positive", bit(Emotion::kJoy)},  // so called by GoEmotions
                          {"neutral", bit(Emotion::kNeutral)},
                          {"", bit(Emotion::kNeutral)}};

Values topic_values() {
  Values values = {{"", 0}};
  for (std::size_t i = 0; i < kTopicCount; ++i) {
    values.push_back({name_of(static_cast<Topic>(i)), ClassBits{1} << i});
  }
  return values;
}

Task upset(std::string_view name, std::string_view column, Values values,
           std::vector<Measure> measures) {
  return {name,
          LabelKind::kClasses,
          column,
          std::move(values),
          Signal::kFrustration,
          std::move(measures)};
}

Task sentiment(std::vector<Measure> measures, Filter filter = {}) {
  return {"sentiment",        LabelKind::kClasses, "label", kSentiments,
          Signal::kSentiment, std::move(measures), filter};
}

// One value of the label against all others.
Task one_of(std::string_view name, std::string_view column, std::string_view value, Signal signal) {
  return {name, LabelKind::kClasses, column, {{value, 1}, {"*", 0}}, signal, {kAuc, kAp}};
}

Task abuse(std::string_view yes, std::string_view no) {
  return {"abuse",        LabelKind::kClasses,        "label", {{yes, 1}, {no, 0}},
          Signal::kAbuse, {kAuc, kPrecision, kRecall}};
}

Task emotions(std::string_view column) {
  return {"emotion", LabelKind::kClasses, column,
          kEmotions, Signal::kEmotion,    {kMacroF1, kFrustrationF1, kDisappointmentF1}};
}

Task intensity(std::string_view emotion, Signal signal) {
  return {emotion, LabelKind::kNumber, "intensity", {}, signal, {kPearson}, {"emotion", emotion}};
}

Task rating(std::string_view column) {
  return {"valence", LabelKind::kNumber, column, {}, Signal::kSentiment, {kPearson}};
}

Task false_alarms() {
  return {"false alarms", LabelKind::kNone, "", {}, Signal::kFrustration, {kShare}};
}

Task intents() { return {"topics", LabelKind::kIntent, "intent", {}, Signal::kTopics, {kMacroF1}}; }

std::vector<Task> corpus_tasks() {
  std::vector<Task> tasks = {
      upset("upset", "upset", {{"0", 0}, {"1", 1}, {"2", 1}},
            {kF1, kPrecision, kRecall, kAuc, kAp, kEce}),
      {"sentiment",
       LabelKind::kClasses,
       "sentiment",
       {{"-2", 1}, {"-1", 1}, {"0", 2}, {"1", 4}, {"2", 4}},
       Signal::kSentiment,
       {kMacroRecall, kMacroF1}},
      emotions("emotions"),
      {"topics", LabelKind::kClasses, "topics", topic_values(), Signal::kTopics, {kMacroF1}}};
  for (std::size_t i = 0; i < kFlagCount; ++i) {
    const Flag flag = static_cast<Flag>(i);
    tasks.push_back({name_of(flag),
                     LabelKind::kClasses,
                     "flags",
                     {{name_of(flag), 1}, {"*", 0}},
                     Signal::kFlag,
                     {kF1, kPrecision, kRecall},
                     {},
                     flag});
  }
  return tasks;
}

Set not_scored(std::string_view name, std::string_view why) { return {name, false, {}, why}; }

// Files that weights may be fitted on count by their dev rows, those for measuring only by all.
std::vector<Set> make_sets() {
  Task complaint = upset("complaint", "complaint", kYesNo, {kAuc, kAp, kEce});
  complaint.filter = {"domain", "random_", false};  // tweets to nobody's support account
  return {
      {"corpus", false, corpus_tasks()},
      {"complaints", false, {complaint}},
      {"uss_turns",
       false,
       {upset("dissatisfied", "dissatisfied", kYesNo, {kAp, kAuc, kEce})},
       {},
       {},
       "dialogue"},
      {"emocontext",
       false,
       {one_of("anger", "label", "angry", Signal::kAngerOrFrustration)},
       {},
       "turn1"},
      {"github_incivility",
       true,
       {one_of("bitter frustration", "label", "bitter_frustration", Signal::kFrustration)}},
      {"tweeteval_emotion", false, {one_of("anger", "label", "anger", Signal::kAnger)}},
      {"so_emotions", false, {one_of("anger", "labels", "anger", Signal::kAngerOrFrustration)}},
      {"tweeteval_offensive", false, {abuse("offensive", "not-offensive")}},
      {"insults", false, {abuse("1", "0")}},
      {"goemotions", true, {emotions("care")}},
      {"emoint",
       false,
       {intensity("anger", Signal::kAnger), intensity("fear", Signal::kWorry),
        intensity("joy", Signal::kJoy), intensity("sadness", Signal::kSadness)}},
      {"tweeteval_sentiment", false, {sentiment({kMacroRecall, kMacroF1})}},
      {"umsab", false, {sentiment({kMacroRecall, kMacroF1}, {"lang", "english"})}},
      {"senti4sd", true, {sentiment({kMacroRecall, kMacroF1})}},
      {"uci_sentences", true, {sentiment({kMacroRecall, kMacroF1})}},
      {"vader_tweets", true, {rating("mean_valence")}},
      {"vader_amazonReviewSnippets", true, {rating("mean_valence")}},
      {"vader_movieReviewSnippets", true, {rating("mean_valence")}},
      {"vader_nytEditorialSnippets", true, {rating("mean_valence")}},
      {"emobank", false, {rating("V")}},
      {"banking77", true, {false_alarms(), intents()}},
      {"clinc150", true, {false_alarms()}},
      {"hwu64", true, {false_alarms()}},
      {"multidogo", true, {false_alarms()}},
      not_scored("bitext", "its texts are made from templates"),
      not_scored("cfpb_narratives", "upset_cue is the match of a word list, not a label"),
      not_scored("cfpb_sentences", "upset_cue is the match of a word list, not a label"),
      not_scored("nhtsa_complaints", "it has no label"),
      not_scored("politeness", "politeness of requests is nothing that Attune reads"),
      not_scored("tweeteval_irony", "irony is nothing that Attune scores"),
      not_scored("xed", "its emotions have no counterpart of one name"),
  };
}

bool knows(const Values& values, std::string_view label) {
  return std::any_of(values.begin(), values.end(),
                     [label](const LabelValue& each) { return each.value == label; });
}

}  // namespace

const Set* known_set(std::string_view name) {
  static const std::vector<Set> sets = make_sets();
  const auto found =
      std::find_if(sets.begin(), sets.end(), [name](const Set& set) { return set.name == name; });
  return found == sets.end() ? nullptr : &*found;
}

std::optional<Set> generic_set(const Table& table) {
  const std::optional<std::size_t> label = table.column("label");
  if (!label || !table.column("text")) return std::nullopt;
  std::size_t sentiments = 0;
  std::size_t upsets = 0;
  for (const TableRow& row : table.rows) {
    sentiments += knows(kSentiments, row.cells[*label]) ? 1U : 0U;
    upsets += knows(kUpset, row.cells[*label]) ? 1U : 0U;
  }
  if (2 * std::max(sentiments, upsets) < table.rows.size() || table.rows.empty()) {
    return std::nullopt;
  }
  if (sentiments >= upsets) return Set{"", false, {sentiment({kMacroRecall, kMacroF1})}};
  return Set{"", false, {upset("upset", "label", kUpset, {kAuc, kAp, kF1, kEce})}};
}

bool fits(const Set& set, const Table& table, std::string_view& missing) {
  std::vector<std::string_view> needed = {"text", set.earlier_column, set.dialogue_column};
  for (const Task& task : set.tasks) {
    needed.push_back(task.column);
    needed.push_back(task.filter.column);
  }
  for (const std::string_view column : needed) {
    if (column.empty() || table.column(column)) continue;
    missing = column;
    return false;
  }
  return true;
}

}  // namespace attune::eval
