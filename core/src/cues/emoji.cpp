#include "cues/emoji.h"

#include <algorithm>
#include <cstddef>

#include "cues/claps.h"
#include "cues/emoticons.h"
#include "text/order.h"

namespace attune {
namespace {

constexpr char16_t kJoiner = 0x200D;
constexpr std::size_t kLongestWordLike = 4;  // "orz", "xdd"

Evidence evidence_of(const Tables& tables, const table::Entry& entry, std::uint32_t start,
                     std::uint32_t end) {
  Evidence evidence;
  evidence.kind = CueKind::kEmoji;
  evidence.start = start;
  evidence.end = end;
  evidence.upset = tables.weight(Weight::kWordingScale) * entry.upset / table::kScale;
  evidence.valence = entry.valence / table::kScale;
  for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
    evidence.emotions[i] = entry.emotions[i] / table::kScale;
  }
  return evidence;
}

class EmojiReader {
 public:
  EmojiReader(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
              std::vector<Evidence>& out)
      : tables_(tables), text_(text), phrases_(phrases), emoticons_(tables, text.text), out_(out) {}

  void run() {
    find_known();
    std::size_t unit = 0;
    for (std::uint32_t i = 0; i < text_.tokens.size(); ++i) {
      const Token& token = text_.tokens[i];
      while (unit < phrases_.units.size() && phrases_.units[unit].token < i) ++unit;
      if (token.opaque || token.kind == TokenKind::kSpace || token.start < done_) continue;
      if (token.kind == TokenKind::kEmoji) {
        read_picture(i);
      } else if (token.kind == TokenKind::kSymbol || may_start_emoticon(i)) {
        read_emoticon(token);
      } else if (token.is_word()) {
        read_word_like(phrases_.units[unit]);
      }
    }
  }

 private:
  // Where the emoticons stand that were read as words.
  void find_known() {
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
      if (out_[i].kind == CueKind::kEmoji && !out_[i].owner) known_.push_back({out_[i].start, i});
    }
    sort_stably(known_, [](const Known& a, const Known& b) { return a.start < b.start; });
  }

  // The evidence that starts in [start, end) already, or nullptr.
  Evidence* known_in(std::uint32_t start, std::uint32_t end) {
    const auto found =
        std::lower_bound(known_.begin(), known_.end(), start,
                         [](const Known& known, std::uint32_t at) { return known.start < at; });
    return found != known_.end() && found->start < end ? &out_[found->index] : nullptr;
  }

  // A joined sequence that the table lacks means what its first part means.
  void read_picture(std::uint32_t i) {
    const Token& token = text_.tokens[i];
    if (claps_between_words(text_, i)) return;
    const table::Entry* entry = emoji_entry(tables_, tables_.word_id(token.folded));
    if (entry == nullptr) {
      const std::size_t joiner = token.folded.find(kJoiner);
      entry = emoji_entry(tables_, tables_.word_id(token.folded.substr(0, joiner)));
    }
    if (entry != nullptr) add(*entry, token.start, token.end);
  }

  // Letters start one together with a sign ("D:") or around a line ("T_T"); a bracket may be the
  // start of a word for its half-width voice mark.
  bool may_start_emoticon(std::size_t i) const {
    const Token& token = text_.tokens[i];
    if (!token.is_word()) return false;
    const bool glued =
        i + 1 < text_.tokens.size() && text_.tokens[i + 1].kind == TokenKind::kSymbol;
    return glued || text_.text[token.start] == u'(' ||
           token.folded.find(u'_') != std::u16string_view::npos;
  }

  void read_emoticon(const Token& token) {
    const Emoticon found = emoticons_.at(token.start, done_);
    if (found.entry == nullptr) return;
    if (found.joins_last &&
        known_in(static_cast<std::uint32_t>(found.start), token.start) == nullptr) {
      out_.pop_back();
    }
    add(*found.entry, static_cast<std::uint32_t>(found.start),
        static_cast<std::uint32_t>(found.end));
  }

  void read_word_like(const Unit& unit) {
    const Token& token = text_.tokens[unit.token];
    if (unit.word == kNoWord || tables_.has_flag(unit.word, table::kFunctionWord) ||
        (token.folded.size() > kLongestWordLike && !token.elongated)) {
      return;
    }
    const table::Entry* entry = emoji_entry(tables_, unit.word);
    if (entry != nullptr) add(*entry, token.start, token.end);
  }

  // What was read as a word is widened to the whole face: "(T_T)".
  void add(const table::Entry& entry, std::uint32_t start, std::uint32_t end) {
    done_ = end;
    if (Evidence* known = known_in(start, end)) {
      known->start = start;
      known->end = end;
    } else {
      out_.push_back(evidence_of(tables_, entry, start, end));
    }
  }

  struct Known {
    std::uint32_t start = 0;
    std::uint32_t index = 0;  // into out_
  };

  const Tables& tables_;
  const TokenizedText& text_;
  const Phrases& phrases_;
  EmoticonFinder emoticons_;
  std::vector<Evidence>& out_;
  std::vector<Known> known_;
  std::size_t done_ = 0;  // end of the last sign
};

}  // namespace

void read_emoji(const Tables& tables, const TokenizedText& text, const Phrases& phrases,
                std::vector<Evidence>& out) {
  EmojiReader(tables, text, phrases, out).run();
}

}  // namespace attune
