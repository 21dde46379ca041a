#include "languages.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "pattern.h"
#include "text/unicode.h"

namespace attune::compile {
namespace {

using unicode::Script;

// Common words come first in their list, and the first ones speak loudest.
constexpr std::size_t kMostCommon = 60;
constexpr std::uint8_t kWordWeight = 5;
// A letter says less than a common word: names bring foreign ones along.
constexpr std::uint8_t kLetterWeight = 5;

const std::map<std::string, Script>& scripts() {
  static const std::map<std::string, Script> names = {
      {"latin", Script::kLatin},       {"cyrillic", Script::kCyrillic},
      {"greek", Script::kGreek},       {"arabic", Script::kArabic},
      {"hebrew", Script::kHebrew},     {"han", Script::kHan},
      {"japanese", Script::kHiragana}, {"hangul", Script::kHangul},
      {"thai", Script::kThai},         {"devanagari", Script::kDevanagari},
  };
  return names;
}

void read_hints(const std::string& data, const std::string& tag, LanguageHints& hints,
                Diagnostics& diagnostics) {
  const Sheet sheet =
      read_sheet(data + "/" + tag + "/language.tsv", {"kind", "value"}, diagnostics);
  const std::size_t language = hints.size();
  std::size_t rank = 0;
  for (const Row& row : sheet.rows) {
    const auto fail = [&](const std::string& message) {
      diagnostics.add(sheet.file, row.line, message);
    };
    const std::string& kind = row.cells[0];
    if ((kind == "script") != (language == hints.size())) {
      fail("expected one row 'script' before all others");
    } else if (kind == "script") {
      const auto script = scripts().find(row.cells[1]);
      if (script == scripts().end()) return fail("unknown script '" + row.cells[1] + "'");
      hints.add_language(tag, static_cast<std::uint8_t>(script->second));
    } else if (kind == "prior") {
      double prior = 0.0;
      const bool good = read_number(row.cells[1], prior) && prior >= -20.0 && prior <= 20.0;
      if (!good) fail("expected a number from -20 to 20");
      hints.set_prior(language, static_cast<std::int8_t>(prior));
    } else if (kind == "words" || kind == "content") {
      for (const std::u16string& word : fold_words(row.cells[1])) {
        hints.add_word(word, language,
                       rank++ < kMostCommon ? language_keys::kMaxWeight : kWordWeight);
      }
    } else if (kind == "letters") {
      for (const std::string& part : split(row.cells[1], ' ')) {
        std::u16string letter;
        unicode::decode(part, letter);
        if (letter.size() != 1) fail("'" + part + "' is not a single letter or sign");
        hints.add_letter(letter[0], language, kLetterWeight);
      }
    } else {
      fail("unknown kind '" + kind + "': expected script, prior, words, content or letters");
    }
  }
}

// The number of three letters "_de": '_' is the start or the end of a word.
bool read_gram(std::string_view text, std::size_t& gram) {
  std::array<std::size_t, 3> letters{};
  if (text.size() != letters.size()) return false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (text[i] != '_' && (text[i] < 'a' || text[i] > 'z')) return false;
    letters[i] = text[i] == '_' ? 0 : static_cast<std::size_t>(text[i] - 'a') + 1;
  }
  gram = language_keys::gram(letters[0], letters[1], letters[2]);
  return true;
}

void read_grams(const std::string& file, LanguageHints& hints, Diagnostics& diagnostics) {
  const Sheet sheet = read_sheet(file, {"letters", "weights"}, diagnostics);
  for (const Row& row : sheet.rows) {
    std::size_t gram = 0;
    bool good = read_gram(row.cells[0], gram);
    for (const std::string& part : split(row.cells[1], ' ')) {
      const std::size_t equals = part.find('=');
      const std::size_t language = hints.find(part.substr(0, equals));
      double weight = 0.0;
      good = good && equals != std::string::npos && language < hints.size() &&
             read_number(part.substr(equals + 1), weight) && weight >= 1.0 &&
             weight <= language_keys::kMaxWeight;
      if (good) hints.add_gram(gram, language, static_cast<std::uint8_t>(weight));
    }
    if (!good) {
      diagnostics.add(sheet.file, row.line,
                      "expected three letters (or '_') and weights: language=1..7");
    }
  }
}

}  // namespace

std::size_t LanguageHints::add_language(const std::string& tag, std::uint8_t script) {
  table::Language language{};
  std::memcpy(language.tag.data(), tag.data(), std::min(tag.size(), language.tag.size() - 1));
  language.script = script;
  languages_.push_back(language);
  return languages_.size() - 1;
}

void LanguageHints::set_prior(std::size_t language, std::int8_t prior) {
  languages_[language].prior = prior;
}

std::size_t LanguageHints::find(std::string_view tag) const {
  const auto has_tag = [&](const table::Language& each) { return tag == each.tag.data(); };
  return static_cast<std::size_t>(std::find_if(languages_.begin(), languages_.end(), has_tag) -
                                  languages_.begin());
}

std::uint32_t LanguageHints::key_of(std::uint32_t hash) {
  return static_cast<std::uint32_t>(language_keys::bucket_of(hash)) << 8U |
         language_keys::check_of(hash);
}

void LanguageHints::add(Set& set, std::size_t language, std::uint8_t weight) {
  std::uint8_t& known = set[language];
  known = std::max(known, weight);
}

void LanguageHints::add_word(std::u16string_view folded, std::size_t language,
                             std::uint8_t weight) {
  const std::uint32_t key = key_of(language_keys::word_hash(folded));
  const auto [text, added] = texts_.emplace(key, folded);
  if (!added && text->second != folded) text->second.clear();  // two words, one key
  add(words_[key], language, weight);
}

void LanguageHints::add_letter(char16_t letter, std::size_t language, std::uint8_t weight) {
  const std::uint32_t key = key_of(language_keys::letter_hash(letter));
  texts_[key].clear();
  add(words_[key], language, weight);
}

void LanguageHints::add_gram(std::size_t gram, std::size_t language, std::uint8_t weight) {
  add(grams_[gram], language, weight);
}

bool LanguageHints::letters_tell(std::u16string_view folded, std::size_t language,
                                 std::uint8_t weight) const {
  std::array<std::size_t, language_keys::kMaxLanguages> weights{};
  language_keys::for_each_gram(folded, [&](std::size_t gram) {
    for (const auto& [each, steps] : grams_[gram]) weights[each] += steps;
  });
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (i != language && 2 * weights[i] > weights[language]) return false;
  }
  return weights[language] >= weight;
}

void LanguageHints::drop_plain_words() {
  for (const auto& [key, text] : texts_) {
    const auto word = words_.find(key);
    if (text.empty() || word == words_.end() || word->second.size() != 1) continue;
    const auto [language, weight] = *word->second.begin();
    if (language == table::kEnglish) continue;  // its words take the short path
    if (weight < language_keys::kMaxWeight && letters_tell(text, language, weight)) {
      words_.erase(word);
    }
  }
}

bool LanguageHints::is_only(std::u16string_view folded, std::size_t language) const {
  const auto found = words_.find(key_of(language_keys::word_hash(folded)));
  return found != words_.end() && found->second.size() == 1 && found->second.count(language) == 1;
}

LanguageHints::Sections LanguageHints::sections() const {
  Sections out;
  std::map<Set, std::uint32_t> known = {{Set{}, 0}};
  const auto number_of = [&](const Set& set) {
    const auto [found, added] = known.emplace(set, static_cast<std::uint32_t>(known.size()));
    if (!added) return found->second == 0 ? 0 : found->second + table::kNewSet;
    for (const auto& [language, weight] : set) {
      out.hints.push_back(language_keys::hint(language, weight));
    }
    out.hints.push_back(0);
    return table::kNewSet;
  };
  for (const Set& set : grams_) out.gram_hints.add(number_of(set));
  for (std::size_t bucket = 0; bucket < language_keys::kBuckets; ++bucket) {
    const auto first = static_cast<std::uint32_t>(bucket << 8U);
    const auto end = words_.lower_bound(first + 256U);
    std::uint8_t count = 0;
    for (auto each = words_.lower_bound(first); each != end; ++each, ++count) {
      out.word_checks.push_back(static_cast<std::uint8_t>(each->first));
      out.word_hints.add(number_of(each->second));
    }
    out.word_hint_counts.push_back(count);
  }
  return out;
}

std::vector<std::string> language_tags(const std::string& data) {
  std::vector<std::string> tags;
  std::error_code missing;
  for (const auto& item : std::filesystem::directory_iterator(data, missing)) {
    if (std::filesystem::exists(item.path() / "language.tsv", missing)) {
      tags.push_back(item.path().filename().string());
    }
  }
  std::sort(tags.begin(), tags.end(), [](const std::string& a, const std::string& b) {
    return (a == "en") != (b == "en") ? a == "en" : a < b;
  });
  return tags;
}

void read_languages(const std::string& data, const std::vector<std::string>& tags,
                    LanguageHints& hints, Diagnostics& diagnostics) {
  if (tags.empty() || tags[0] != "en" || tags.size() > language_keys::kMaxLanguages) {
    diagnostics.add(data, 0, "expected en/language.tsv and at most 32 languages");
    return;
  }
  for (const std::string& tag : tags) read_hints(data, tag, hints, diagnostics);
  read_grams(data + "/letter_grams.tsv", hints, diagnostics);
  hints.drop_plain_words();
}

}  // namespace attune::compile
