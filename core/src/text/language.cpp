#include "text/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

#include "model/logistic.h"
#include "text/language_keys.h"

namespace attune {
namespace {

using language_keys::kMaxLanguages;
using unicode::Script;

// The constants below were set by hand and checked on the dev split of train/xed (SOURCES.md).

// A step of weight in nats.
constexpr double kNatsPerStep = 0.6;
// No single word decides: what it says is capped, the guess by its letters earlier.
constexpr int kMostOfWord = 7;
constexpr int kMostOfLetters = 6;
// An English content word that the tables know says little by itself: others borrow it.
constexpr int kEnglishWordWeight = 2;
// English function words that no other language has, as a share of all words: settles it.
constexpr double kEnglishShare = 0.3;
constexpr double kEnglishWords = 2.0;
// A word speaks for a language from this many steps on, as a listed word or two groups do.
constexpr int kSpeaks = 5;
// The language is told when this likely, when its words give this many nats each on average, and
// when not too many other words speak for another one.
constexpr double kLeastLikely = 0.6;
// Of two or three words many are names, which have letters but no language.
constexpr double kFewWords = 3.0;
constexpr double kLeastLikelyOfFew = 0.8;
constexpr double kLeastNatsPerWord = 1.0;
constexpr double kMostContrary = 0.34;
// Confidence is as if this much of a word spoke for another language: few words leave more doubt.
constexpr double kDoubtOfWord = 0.25;
// Letters of another script that count as the message's: product names are Latin everywhere.
constexpr double kForeignScriptShare = 0.35;
// So many kana to an ideograph make a text Japanese; a single one decorates Chinese brands.
constexpr double kKanaShare = 0.2;
// An ideograph or a syllable says as much as this many letters.
constexpr double kSyllableLetters = 2.0;

constexpr std::size_t kScriptCount = static_cast<std::size_t>(Script::kOther) + 1;
std::size_t index(Script script) { return static_cast<std::size_t>(script); }

using Weights = std::array<int, kMaxLanguages>;

char32_t code_point_at(std::u16string_view text, std::size_t& i) {
  const char16_t lead = text[i++];
  const bool pair = lead >= 0xD800 && lead <= 0xDBFF && i < text.size();
  if (!pair) return lead;
  return 0x10000U + ((static_cast<char32_t>(lead) - 0xD800U) << 10U) +
         (static_cast<char32_t>(text[i++]) - 0xDC00U);
}

// Words with digits ("S9", "B2B") are names of things and belong to no language.
bool is_of_letters(const Token& token) {
  return token.is_word() && token.folded.find_first_of(u"0123456789") == std::u16string_view::npos;
}

class LanguageReader {
 public:
  LanguageReader(const Tables& tables, const TokenizedText& text, const std::vector<Unit>& units)
      : tables_(tables), text_(text), units_(units) {}

  Language read() {
    if (plain_english()) return told(table::kEnglish, 1.0);
    const Script script = main_script();
    if (script == Script::kCommon || words_ == 0) return {};
    return by_script(script);
  }

 private:
  // The short path for nearly every message of an English help page.
  bool plain_english() {
    double words = 0.0;
    double english = 0.0;
    for (const Unit& unit : units_) {
      if (!is_of_letters(text_.tokens[unit.token])) continue;
      words += 1.0;
      if (unit.word != kNoWord && tables_.has_flag(unit.word, table::kEnglishOnly)) english += 1.0;
    }
    words_ = words;
    return english >= kEnglishWords && english >= kEnglishShare * words;
  }

  Language told(std::size_t id, double likely) const {
    const double words = std::max(1.0, words_);
    Language language;
    language.id = static_cast<std::uint8_t>(id);
    language.tag = tables_.languages()[static_cast<std::uint32_t>(id)].tag.data();
    language.confidence = likely * words / (words + kDoubtOfWord);
    return language;
  }

  using Letters = std::array<double, kScriptCount>;

  static void count_letters(std::u16string_view word, Letters& letters) {
    for (std::size_t i = 0; i < word.size();) {
      const Script script = unicode::script_of(code_point_at(word, i));
      const bool syllables = script == Script::kHan || script == Script::kHiragana ||
                             script == Script::kKatakana || script == Script::kHangul;
      letters[index(script)] += syllables ? kSyllableLetters : 1.0;
    }
    letters[index(Script::kCommon)] = 0.0;
  }

  // Japanese mixes three scripts; Chinese has none of the other two.
  static void join_japanese(Letters& letters) {
    double& han = letters[index(Script::kHan)];
    double& katakana = letters[index(Script::kKatakana)];
    double& hiragana = letters[index(Script::kHiragana)];
    if (hiragana + katakana <= kKanaShare * han) return;
    hiragana += katakana + han;
    katakana = 0.0;
    han = 0.0;
  }

  // The script that the message is written in; kCommon when it has no letters.
  Script main_script() {
    Letters letters{};
    for (const Token& token : text_.tokens) {
      if (!token.is_word() || token.opaque || token.folded.empty()) continue;
      const bool ascii = token.folded.size() == token.letters && token.folded[0] < 0x80;
      if (ascii) {
        letters[index(Script::kLatin)] += token.letters;
      } else {
        count_letters(token.folded, letters);
      }
    }
    join_japanese(letters);
    const double all = std::accumulate(letters.begin(), letters.end(), 0.0);
    std::size_t best = index(Script::kLatin);
    for (std::size_t i = 0; i < kScriptCount; ++i) {
      if (i == index(Script::kLatin) || letters[i] < kForeignScriptShare * all) continue;
      if (best == index(Script::kLatin) || letters[i] > letters[best]) best = i;
    }
    if (letters[best] == 0.0) return Script::kCommon;
    script_share_ = letters[best] / all;
    return static_cast<Script>(best);
  }

  bool has_script(std::size_t language, Script script) const {
    return tables_.languages()[static_cast<std::uint32_t>(language)].script == index(script);
  }

  Language by_script(Script script) {
    const std::size_t count = tables_.languages().size;
    std::size_t with_script = 0;
    std::size_t first = count;
    for (std::size_t i = 0; i < count; ++i) {
      // Japanese may be written in ideographs alone.
      in_question_[i] =
          has_script(i, script) || (script == Script::kHan && has_script(i, Script::kHiragana));
      if (!in_question_[i]) continue;
      ++with_script;
      first = std::min(first, i);
    }
    if (with_script == 0) return {};
    if (with_script == 1) return told(first, script_share_);
    return by_words(script);
  }

  Language by_words(Script script) {
    for (const Unit& unit : units_) {
      if (!is_of_letters(text_.tokens[unit.token])) continue;
      const Weights weights = weights_of(unit);
      for (std::size_t i = 0; i < kMaxLanguages; ++i) scores_[i] += weights[i];
    }
    read_signs();
    const std::size_t count = tables_.languages().size;
    for (std::uint32_t i = 0; i < count; ++i) scores_[i] += tables_.languages()[i].prior;
    std::size_t best = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (in_question_[i] && (best == count || scores_[i] > scores_[best])) best = i;
    }
    double others = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
      if (in_question_[i]) others += exponential(kNatsPerStep * (scores_[i] - scores_[best]));
    }
    const double likely = 1.0 / others;
    if (likely < kLeastLikely) return {};
    if (script == Script::kLatin && !is_clear(best, likely)) return {};
    return told(best, likely);
  }

  // Whether the Latin words bear out what is likely: enough of them, not all names, not of several
  // languages.
  bool is_clear(std::size_t best, double likely) const {
    if (words_ < 2.0 || kNatsPerStep * scores_[best] < kLeastNatsPerWord * words_) return false;
    const bool few = words_ <= kFewWords;
    const bool sure = best == table::kEnglish || likely >= kLeastLikelyOfFew;
    if (few && (!sure || is_name())) return false;
    return !is_mixed(best);
  }

  // Whether every word starts with its only capital: "Maria Fernandez".
  bool is_name() const {
    return std::all_of(units_.begin(), units_.end(), [&](const Unit& unit) {
      const Token& token = text_.tokens[unit.token];
      return !is_of_letters(token) ||
             (token.upper == 1 && token.lower > 0 && unicode::is_upper(text_.text[token.start]));
    });
  }

  // Whether too many words are listed for other languages only.
  bool is_mixed(std::size_t best) const {
    double with = 0.0;
    double against = 0.0;
    for (const Unit& unit : units_) {
      const Token& token = text_.tokens[unit.token];
      if (!token.is_word()) continue;
      const Weights weights = weights_of(unit);
      if (weights[best] >= kSpeaks) with += 1.0;
      if (weights[best] > 0) continue;
      const Span<std::uint8_t> listed = listed_hints(token.folded);
      const auto speaks = [](std::uint8_t hint) {
        return language_keys::weight_of(hint) >= kSpeaks;
      };
      if (std::any_of(listed.begin(), listed.end(), speaks)) against += 1.0;
    }
    return against > kMostContrary * with;
  }

  Span<std::uint8_t> listed_hints(std::u16string_view word) const {
    return tables_.word_hints(language_keys::word_hash(word));
  }

  // What a word says for each language.
  Weights weights_of(const Unit& unit) const {
    const std::u16string_view word = text_.tokens[unit.token].folded;
    Weights weights{};
    const Span<std::uint8_t> listed = listed_hints(word);
    for (const std::uint8_t hint : listed) add(hint, weights);
    if (listed.size == 0) {
      language_keys::for_each_gram(word, [&](std::size_t gram) {
        for (const std::uint8_t hint : tables_.gram_hints(gram)) add(hint, weights);
      });
      for (int& weight : weights) weight = std::min(weight, kMostOfLetters);
    }
    read_special_letters(word, weights);
    if (unit.word != kNoWord && tables_.has_flag(unit.word, table::kEnglishWord)) {
      weights[table::kEnglish] += kEnglishWordWeight;
    }
    for (int& weight : weights) weight = std::min(weight, kMostOfWord);
    return weights;
  }

  static void add(std::uint8_t hint, Weights& weights) {
    weights[language_keys::language_of(hint)] += language_keys::weight_of(hint);
  }

  // Signs that one language has: the inverted question mark.
  void read_signs() {
    for (const Token& token : text_.tokens) {
      if (token.kind != TokenKind::kSymbol || token.opaque || text_.text[token.start] < 0x80)
        continue;
      for (const std::uint8_t hint :
           tables_.word_hints(language_keys::letter_hash(text_.text[token.start]))) {
        add(hint, scores_);
      }
    }
  }

  void read_special_letters(std::u16string_view word, Weights& weights) const {
    for (const char16_t letter : word) {
      if (letter < 0x80) continue;
      for (const std::uint8_t hint : tables_.word_hints(language_keys::letter_hash(letter))) {
        add(hint, weights);
      }
    }
  }

  const Tables& tables_;
  const TokenizedText& text_;
  const std::vector<Unit>& units_;
  double words_ = 0.0;
  double script_share_ = 0.0;
  std::array<bool, kMaxLanguages> in_question_{};
  Weights scores_{};
};

}  // namespace

Language identify_language(const Tables& tables, const TokenizedText& text,
                           const std::vector<Unit>& units) {
  return LanguageReader(tables, text, units).read();
}

}  // namespace attune
