#include "reader.h"

#include <algorithm>

#include "cues/emoji.h"
#include "cues/emphasis.h"
#include "cues/matter.h"
#include "cues/requests.h"
#include "cues/topics.h"
#include "cues/wording.h"
#include "text/patterns.h"
#include "text/spelled_words.h"
#include "text/tokenizer.h"

namespace attune {
namespace {

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

}  // namespace

struct Reader::Scratch {
  explicit Scratch(const Tables& tables) : content(tables), matter_words(tables) {}

  unicode::WordSegmenter segmenter;
  ContentReader content;
  MatterWords matter_words;
  TokenizedText text;
  Phrases phrases;
  Reading reading;
};

Reader::Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::create() {
  Result<Tables> tables = Tables::open(Tables::built_in());
  if (!tables) return tables.error();
  Reader reader;
  reader.tables_ = std::make_unique<Tables>(tables.value());
  reader.scratch_ = std::make_unique<Scratch>(*reader.tables_);
  if (!reader.scratch_->segmenter.ok()) {
    return Error{ErrorCode::kInvalidData, "the compiled word break rules are not usable", "",
                 "the rules that genbrk made for this ICU release"};
  }
  return reader;
}

const TokenizedText& Reader::text() const { return scratch_->text; }

void Reader::read_with(const Tables& tables, const Context& context) {
  const TokenizedText& text = scratch_->text;
  const Phrases& phrases = scratch_->phrases;
  Reading& out = scratch_->reading;
  out.rules = Assessment();
  out.rules.words = count_words(text);
  out.findings = read_words(tables, text, phrases, out.rules.contact);
  out.topics.clear();
  out.rules.topics = read_topics(tables, text, phrases, out.topics);
  read_emphasis(tables, text, phrases, out.findings.emphasis);
  read_matter(scratch_->matter_words, text, phrases, out.rules);
  score(tables, out.findings, out.rules);
  const std::uint32_t words = model::read_ngrams(tables, text, phrases, out.ngrams);
  out.signals = model::read_signals(out.findings, out.rules, words, context);
  // Only English was learnt; a message whose language can't be told may be English.
  const std::uint8_t language = out.language.id;
  if (language != table::kEnglish && language != table::kAnyLanguage) out.ngrams.clear();
}

Reading& Reader::read(std::string_view utf8, const Vocabulary* own, const Context& context) {
  TokenizedText& text = scratch_->text;
  Phrases& phrases = scratch_->phrases;
  Reading& out = scratch_->reading;
  tokenize(scratch_->segmenter, utf8, text);
  join_spelled_words(*tables_, text);
  find_units(*tables_, text, phrases.units);
  out.language = identify_language(*tables_, text, phrases.units);
  if (own == nullptr || own->empty()) {
    match_phrases(*tables_, text, out.language.id, phrases);
    read_with(*tables_, context);
    return out;
  }
  const Tables tables = tables_->with_own(own->entries());
  match_phrases(tables, text, out.language.id, phrases);
  const WordLine line(text);
  own->find_words(line, tables.first_own_entry(), phrases);
  read_with(tables, context);
  return out;
}

void Reader::add_topics(const Vocabulary& own, Assessment& assessment) const {
  const TokenizedText& text = scratch_->text;
  own.add_topics(text, WordLine(text), scratch_->content.read(text), assessment);
}

}  // namespace attune
