#include <map>
#include <string>

#include "json/read_config.h"
#include "text/phrase_index.h"
#include "text/tables.h"

namespace attune {
namespace {

constexpr TextLimits kPhrase = {1, 80};
constexpr std::size_t kMostPhraseWords = 12;

class LexiconReader {
 public:
  explicit LexiconReader(Problems& problems) : problems_(problems) {}

  CompanyWord read(const Json& value, const Place& place) {
    CompanyWord word;
    ObjectReader object(value, place, problems_, {"phrase", "valence", "upset", "emotions", "flag"},
                        {"phrase"});
    object.text("phrase", kPhrase, word.phrase);
    check_phrase(word.phrase, place, object);
    object.number("valence", -4, 4, word.valence);
    object.number("upset", -3, 3, word.upset);
    object.with("emotions",
                [&](const Json& member, const Place& at) { read_emotions(member, at, word); });
    if (object.has("flag")) {
      Flag flag = Flag::kAbusive;
      object.name("flag", kFlagCount, flag);
      word.flag = flag;
    }
    return word;
  }

 private:
  void check_phrase(const std::string& phrase, const Place& place, ObjectReader& object) {
    if (phrase.empty()) return;  // reported already
    TokenizedText text;
    tokenize(segmenter_, phrase, text);
    const WordLine line(text);
    if (!unicode::is_composed(text.text)) {
      object.report("phrase", "is not in Unicode Normalization Form C",
                    "composed letters: one character for an accented letter");
    } else if (line.words().empty()) {
      object.report("phrase", "has no word", "letters or digits outside of links");
    } else if (line.words().size() > kMostPhraseWords) {
      object.report("phrase", "has " + std::to_string(line.words().size()) + " words",
                    "at most " + std::to_string(kMostPhraseWords));
    } else {
      const auto [first, added] = places_.emplace(line.text(), place.pointer());
      if (!added) {
        object.report("phrase", "conflicts with " + first->second + ", which has the same words",
                      "each phrase once, whatever its capitals and punctuation");
      }
    }
  }

  void read_emotions(const Json& value, const Place& place, CompanyWord& word) {
    // "neutral" is what no word makes a reader name: it follows from the others.
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < table::kEntryEmotions; ++i) {
      names.push_back(name_of(static_cast<Emotion>(i)));
    }
    ObjectReader object(value, place, problems_, names);
    for (std::size_t i = 0; i < names.size(); ++i) object.number(names[i], 0, 1, word.emotions[i]);
  }

  Problems& problems_;
  unicode::WordSegmenter segmenter_;
  std::map<std::u16string, std::string> places_;  // pointer of each phrase, by its folded words
};

}  // namespace

std::vector<CompanyWord> read_lexicon(ObjectReader& object, Problems& problems) {
  std::vector<CompanyWord> words;
  if (!object.has("lexicon")) return words;
  LexiconReader reader(problems);
  object.each("lexicon", 0, Tables::kMostOwnEntries, [&](const Json& member, const Place& at) {
    words.push_back(reader.read(member, at));
  });
  return words;
}

}  // namespace attune
