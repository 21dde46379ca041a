#include "attune/analyzer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cues/emoji.h"
#include "cues/emphasis.h"
#include "cues/requests.h"
#include "cues/topics.h"
#include "cues/vocabulary.h"
#include "cues/wording.h"
#include "model/score.h"
#include "text/language.h"
#include "text/order.h"
#include "text/patterns.h"
#include "text/spelled_words.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {
namespace {

// Weights are printed with four decimals; less than half of the last one is no cue.
constexpr double kLeastShownWeight = 0.00005;
// A message of fewer words than this says too little for more than low confidence, unless it
// holds a cue.
constexpr std::uint32_t kHardlyAnyWords = 2;

void add_cues(const TokenizedText& text, const std::vector<Evidence>& evidence,
              std::vector<Cue>& cues) {
  for (const Evidence& each : evidence) {
    const bool moves = std::abs(each.upset) >= kLeastShownWeight;
    const bool tells = each.flag || each.kind == CueKind::kTopic || each.urgency > 0.0;
    if (!moves && !tells) continue;
    Cue cue;
    cue.kind = each.kind;
    cue.start = each.start;
    cue.end = each.end;
    cue.weight = each.upset;
    unicode::encode(text.slice(each.start, each.end), cue.text);
    cues.push_back(std::move(cue));
  }
}

void sort_cues(std::vector<Cue>& cues) {
  sort_stably(cues, [](const Cue& a, const Cue& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.end != b.end) return a.end < b.end;
    return a.kind < b.kind;
  });
  // One phrase may stand for several flags: show the span once, with the sum of its weights.
  std::vector<Cue> merged;
  for (Cue& cue : cues) {
    if (!merged.empty() && merged.back().start == cue.start && merged.back().end == cue.end &&
        merged.back().kind == cue.kind) {
      merged.back().weight += cue.weight;
    } else {
      merged.push_back(std::move(cue));
    }
  }
  cues = std::move(merged);
}

// The rules are not calibrated on labelled data, so they never claim high confidence. Only English
// has a lexicon: of other languages a few requests are known at most.
Confidence confidence_of(const Assessment& assessment, const Language& language) {
  if (language.id != table::kEnglish) return Confidence::kLow;
  const bool silent = assessment.cues.empty() && assessment.flags.empty();
  return assessment.words < kHardlyAnyWords && silent ? Confidence::kLow : Confidence::kMedium;
}

std::uint32_t count_words(const TokenizedText& text) {
  std::uint32_t words = 0;
  for (const Token& token : text.tokens) words += token.is_word() ? 1U : 0U;
  return words;
}

// What words and emoji say. Phrases that count only beside dissatisfaction cover the words inside
// them; where there is none they are dropped, and the words speak for themselves.
Findings read_words(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                    Contact& contact) {
  Requests requests = read_requests(tables, text, phrases);
  contact = requests.contact;
  Findings findings;
  const auto read_tone = [&] {
    findings.wording.clear();
    read_wording(tables, text, phrases, requests.covered, findings.wording);
    read_emoji(tables, text, phrases, findings.wording);
  };
  read_tone();
  findings.requests = requests.evidence;
  const bool conditional = std::any_of(findings.requests.begin(), findings.requests.end(),
                                       [](const Evidence& each) { return each.needs_negative; });
  if (!conditional || shows_dissatisfaction(tables, findings)) return findings;
  drop_conditional(requests);
  read_tone();
  findings.requests = std::move(requests.evidence);
  return findings;
}

// The message read with these tables.
Assessment read(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                const Language& language) {
  Assessment assessment;
  assessment.words = count_words(text);
  assessment.language_tag = language.tag;
  assessment.language_confidence = language.confidence;

  Findings findings = read_words(tables, text, phrases, assessment.contact);
  std::vector<Evidence> topics;
  assessment.topics = read_topics(tables, text, phrases, topics);
  read_emphasis(tables, text, phrases, findings.emphasis);
  score(tables, findings, assessment);

  add_cues(text, findings.wording, assessment.cues);
  add_cues(text, findings.requests, assessment.cues);
  add_cues(text, findings.emphasis, assessment.cues);
  add_cues(text, topics, assessment.cues);
  sort_cues(assessment.cues);
  assessment.confidence = confidence_of(assessment, language);
  return assessment;
}

}  // namespace

struct Analyzer::Scratch {
  explicit Scratch(const Tables& tables) : content(tables) {}

  unicode::WordSegmenter segmenter;
  ContentReader content;
  TokenizedText text;
  Phrases phrases;
};

Analyzer::Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Result<Analyzer> Analyzer::create() {
  Result<Tables> tables = Tables::open(Tables::built_in());
  if (!tables) return tables.error();
  Analyzer analyzer;
  analyzer.tables_ = std::make_unique<Tables>(tables.value());
  analyzer.scratch_ = std::make_unique<Scratch>(*analyzer.tables_);
  if (!analyzer.scratch_->segmenter.ok()) {
    return Error{ErrorCode::kInvalidData, "the compiled word break rules are not usable", "",
                 "the rules that genbrk made for this ICU release"};
  }
  return analyzer;
}

Assessment Analyzer::assess(std::string_view utf8, const Vocabulary* own) {
  TokenizedText& text = scratch_->text;
  Phrases& phrases = scratch_->phrases;
  tokenize(scratch_->segmenter, utf8, text);
  join_spelled_words(*tables_, text);
  find_units(*tables_, text, phrases.units);
  const Language language = identify_language(*tables_, text, phrases.units);
  if (own == nullptr || own->empty()) {
    match_phrases(*tables_, text, language.id, phrases);
    return read(*tables_, text, phrases, language);
  }
  const Tables tables = tables_->with_own(own->entries());
  match_phrases(tables, text, language.id, phrases);
  const WordLine line(text);
  own->find_words(line, tables.first_own_entry(), phrases);
  Assessment assessment = read(tables, text, phrases, language);
  own->add_topics(text, line, scratch_->content.read(text), assessment);
  return assessment;
}

}  // namespace attune
