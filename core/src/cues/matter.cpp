#include "cues/matter.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "cues/money.h"
#include "cues/references.h"

namespace attune {
namespace {

constexpr int kMostItems = 20;         // "a thousand questions" are not counted
constexpr std::size_t kMostSums = 16;  // different ones; more say nothing new
constexpr std::size_t kMostParties = 64;
constexpr int kWordsOfARequest = 4;   // "can you please tell me" asks once
constexpr int kWordsOfAQuestion = 2;  // "really?" asks nothing new

class MatterReader {
 public:
  MatterReader(const MatterWords& words, const TokenizedText& text, const Phrases& phrases)
      : words_(words), text_(text), phrases_(phrases), references_(words, text) {}

  void read(Assessment& out) {
    std::size_t i = 0;
    while (i < text_.tokens.size()) {
      if (text_.tokens[i].kind == TokenKind::kSpace) {
        end_sentence(text_.tokens[i]);
        line_start_ |= text_.tokens[i].ends_sentence;
        ++i;
        continue;
      }
      std::size_t last = i;
      while (last < text_.tokens.size() && text_.tokens[last].kind != TokenKind::kSpace) ++last;
      read_item(i, last);
      i = read_chunk(i, last);
      line_start_ = false;
    }
    finish_sentence(false);
    read_counted();
    out.requests = std::max(requests_, items_);
    out.references = references_.count();
    out.parties = static_cast<int>(parties_.count());
    out.sums = static_cast<int>(sum_count_);
    out.amount.reset();
    if (sum_count_ > 0) out.amount = largest_;
  }

 private:
  // Reads the tokens [first, last), or further where a sum of money goes on; the token behind.
  std::size_t read_chunk(std::size_t first, std::size_t last) {
    bool money = false;
    for (std::size_t i = first; i < last; ++i) {
      if (text_.tokens[i].opaque) continue;
      const std::optional<Sum> sum = read_sum(words_, text_, i);
      if (!sum) continue;
      note_sum(sum->value);
      money = true;
      last = std::max(last, sum->next);
      i = sum->next - 1;
    }
    if (money) {
      references_.interrupt();
    } else {
      references_.read(first, last);
    }
    for (std::size_t i = first; i < last; ++i) {
      if (text_.tokens[i].is_word() && !text_.tokens[i].opaque) {
        read_word(i);
      } else {
        end_sentence(text_.tokens[i]);
      }
    }
    return last;
  }

  void note_sum(double value) {
    largest_ = std::max(largest_, value);
    const auto end = sums_.begin() + static_cast<std::ptrdiff_t>(sum_count_);
    if (sum_count_ < kMostSums && std::find(sums_.begin(), end, value) == end) {
      sums_[sum_count_++] = value;
    }
  }

  void read_word(std::size_t i) {
    const std::u16string_view word = text_.tokens[i].folded;
    const MatterWord* alone = words_.find(word);
    const MatterWord* pair = before_.empty() ? nullptr : words_.find(before_, word);
    ++words_in_sentence_;
    ++since_request_;
    const bool asks = (alone != nullptr && alone->is(MatterWord::kRequest)) ||
                      (pair != nullptr && pair->is(MatterWord::kRequest));
    if (asks && since_request_ > kWordsOfARequest) {
      ++requests_in_sentence_;
      since_request_ = 0;
    }
    for (const MatterWord* each : {alone, pair}) {
      if (each != nullptr && each->is(MatterWord::kItem)) {
        items_ = std::max(items_, static_cast<int>(each->value));
      }
    }
    read_party(alone, pair);
    before_ = word;
  }

  // A party counts one word late, when it is known not to be part of "bank transfer".
  void read_party(const MatterWord* alone, const MatterWord* pair) {
    if (pair != nullptr && pair->is(MatterWord::kNoParty)) {
      waiting_ = 0;
      return;
    }
    settle_party();
    const bool paired = pair != nullptr && pair->is(MatterWord::kParty);
    if (paired) waiting_ = pair->party;
    if (!paired && alone != nullptr && alone->is(MatterWord::kParty) && !own_) {
      waiting_ = alone->party;
    }
    own_ = alone != nullptr && alone->is(MatterWord::kOwn);
  }

  void settle_party() {
    if (waiting_ != 0 && waiting_ < kMostParties) parties_.set(waiting_);
    waiting_ = 0;
  }

  void end_sentence(const Token& token) {
    if (!token.ends_sentence) return;
    const std::u16string_view sign = text_.slice(token.start, token.end);
    finish_sentence(sign.find_first_of(u"?\u203d\u2047\u2048\uff1f") != std::u16string_view::npos);
  }

  void finish_sentence(bool question) {
    settle_party();
    const bool asks = question && words_in_sentence_ >= kWordsOfAQuestion;
    requests_ += std::max(requests_in_sentence_, asks ? 1 : 0);
    requests_in_sentence_ = 0;
    words_in_sentence_ = 0;
    since_request_ = kWordsOfARequest;
    before_ = {};
    own_ = false;
  }

  // "1)", "(2)", "3." and "- " at the start of a line.
  void read_item(std::size_t first, std::size_t last) {
    const std::u16string_view chunk =
        text_.slice(text_.tokens[first].start, text_.tokens[last - 1].end);
    const bool bracket = !chunk.empty() && chunk.front() == u'(';
    const std::size_t at = bracket ? 1 : 0;
    if (line_start_ && chunk.size() == 1 &&
        (chunk[0] == u'-' || chunk[0] == u'*' || chunk[0] == u'\u2022')) {
      ++bullets_;
      items_ = std::max(items_, std::min(bullets_, kMostItems));
      return;
    }
    if (chunk.size() < at + 2 || chunk[at] < u'1' || chunk[at] > u'9') return;
    const bool counts =
        chunk[at + 1] == u')' || (line_start_ && chunk[at + 1] == u'.' && chunk.size() == at + 2);
    if (counts && chunk[at] - u'0' == numbered_ + 1) {
      ++numbered_;
      items_ = std::max(items_, numbered_);
    }
  }

  // "three things", "a few questions", "two hundred pounds": numbers in words or figures.
  void read_counted() {
    for (std::size_t i = 0; i + 1 < phrases_.units.size(); ++i) {
      const Unit& unit = phrases_.units[i];
      if (unit.numeric_count == 0) continue;
      if (const std::optional<double> sum = read_sum_in_words(words_, text_, phrases_, i)) {
        note_sum(*sum);
      }
      for (std::uint16_t n = 0; n < unit.numeric_count; ++n) {
        const NumericSpan& span = phrases_.numbers[unit.first_numeric + n];
        const std::size_t behind = i + span.length;
        if (span.kind != Numeric::kNum || behind >= phrases_.units.size()) continue;
        const Token& token = text_.tokens[phrases_.units[behind].token];
        const MatterWord* word = words_.find(token.folded);
        if (word == nullptr || !word->is(MatterWord::kThing) || span.value > kMostItems) continue;
        items_ = std::max(items_, static_cast<int>(span.value));
      }
    }
  }

  const MatterWords& words_;
  const TokenizedText& text_;
  const Phrases& phrases_;
  References references_;
  std::array<double, kMostSums> sums_{};
  std::size_t sum_count_ = 0;
  double largest_ = 0.0;
  std::bitset<kMostParties> parties_;
  std::uint16_t waiting_ = 0;  // the party that the word before names; 0: none
  bool own_ = false;           // the word before is "your"
  std::u16string_view before_;
  int requests_ = 0;
  int requests_in_sentence_ = 0;
  int words_in_sentence_ = 0;
  int since_request_ = kWordsOfARequest;  // words
  int items_ = 0;
  int numbered_ = 0;
  int bullets_ = 0;
  bool line_start_ = true;
};

}  // namespace

void read_matter(const MatterWords& words, const TokenizedText& text, const Phrases& phrases,
                 Assessment& assessment) {
  MatterReader(words, text, phrases).read(assessment);
}

}  // namespace attune
