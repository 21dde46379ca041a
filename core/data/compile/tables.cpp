#include "tables.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string_view>

#include "attune/assessment.h"
#include "model/weights.h"
#include "register.h"
#include "text/tokenizer.h"

namespace attune::compile {
namespace {

constexpr std::string_view kMainLanguage = "en";  // of which the core has every text

// One sheet with helpers that report what is wrong with a cell.
class SheetReader {
 public:
  SheetReader(const std::string& file, const std::vector<std::string>& columns,
              Diagnostics& diagnostics)
      : sheet_(read_sheet(file, columns, diagnostics)), diagnostics_(diagnostics) {}

  const std::vector<Row>& rows() const { return sheet_.rows; }
  const std::string& file() const { return sheet_.file; }

  void fail(const Row& row, const std::string& message) const {
    diagnostics_.add(sheet_.file, row.line, message);
  }

  // A number in a range, as fixed point; 0 for an empty cell.
  std::int16_t fixed(const Row& row, std::size_t cell, double low, double high) const {
    double value = 0.0;
    const std::string& text = row.cells[cell];
    if (text.empty()) return 0;
    if (!read_number(text, value) || value < low || value > high) {
      fail(row, "'" + text + "' in column " + sheet_.columns[cell] + ": expected a number from " +
                    std::to_string(low) + " to " + std::to_string(high));
    }
    return static_cast<std::int16_t>(std::lround(value * table::kScale));
  }

  // Index of the named value, or nothing (reported).
  template <typename Enum>
  std::optional<std::uint8_t> named(const Row& row, std::string_view name,
                                    std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (name_of(static_cast<Enum>(i)) == name) return static_cast<std::uint8_t>(i);
    }
    fail(row, "unknown name '" + std::string(name) + "'");
    return std::nullopt;
  }

  // Reads "anger=0.6 frustration=0.4".
  void emotions(const Row& row, std::size_t cell, table::Entry& entry) const {
    for (const std::string& part : split(row.cells[cell], ' ')) {
      const std::size_t equals = part.find('=');
      double value = 0.0;
      const auto emotion = named<Emotion>(row, part.substr(0, equals), table::kEntryEmotions);
      if (equals == std::string::npos || !read_number(part.substr(equals + 1), value) ||
          value < 0.0 || value > 1.0) {
        fail(row, "'" + part + "': expected emotion=0..1");
      } else if (emotion) {
        entry.emotions[*emotion] = static_cast<std::uint8_t>(std::lround(value * table::kScale));
      }
    }
  }

  // Adds every sequence that the pattern in `cell` stands for.
  void pattern(const Row& row, std::size_t cell, const table::Entry& entry,
               Builder& builder) const {
    std::vector<Sequence> sequences;
    std::string error;
    if (!expand_pattern(row.cells[cell], sequences, error)) return fail(row, error);
    for (const Sequence& sequence : sequences) {
      for (const Element& element : sequence) {
        if (element.kind == Element::Kind::kClass && !builder.has_class(element.class_name)) {
          return fail(row, "unknown class @" + element.class_name);
        }
      }
      builder.add(sequence, entry);
    }
  }

 private:
  Sheet sheet_;
  Diagnostics& diagnostics_;
};

table::Entry new_entry(table::EntryType type) {
  table::Entry entry{};
  entry.type = type;
  entry.flag = table::kNone;
  entry.topic = table::kNone;
  return entry;
}

void read_classes(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/classes.tsv", {"name", "words"}, diagnostics);
  std::map<std::string, std::vector<std::u16string>> known;
  for (const Row& row : sheet.rows()) {
    std::vector<std::u16string> words;
    for (const std::string& part : split(row.cells[1], ' ')) {
      if (part[0] == '@') {
        const auto other = known.find(part.substr(1));
        if (other == known.end()) {
          sheet.fail(row, "class " + part + " is not defined above");
        } else {
          words.insert(words.end(), other->second.begin(), other->second.end());
        }
        continue;
      }
      const std::vector<std::u16string> folded = fold_words(part);
      if (folded.size() != 1) sheet.fail(row, "'" + part + "' is not a single word");
      if (!folded.empty()) words.push_back(folded[0]);
    }
    const std::string& name = row.cells[0];
    known[name] = words;
    if (name == "apostrophe_needed") {
      for (const std::u16string& word : words) builder.keep_apostrophe(word);
    } else if (name == "acronyms") {
      for (const std::u16string& word : words) builder.set_flag(word, table::kAcronym);
    } else if (name == "identity") {
      for (const std::u16string& word : words) builder.set_flag(word, table::kIdentity);
    }
  }
  // Classes come into being once all apostrophe rules are known.
  for (const auto& [name, words] : known) builder.add_class(name, words);
}

void read_numbers(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/numbers.tsv", {"word", "kind", "value"}, diagnostics);
  static const std::map<std::string, table::NumberKind> kinds = {
      {"cardinal", table::NumberKind::kCardinal}, {"ordinal", table::NumberKind::kOrdinal},
      {"times", table::NumberKind::kTimes},       {"unit", table::NumberKind::kUnit},
      {"article", table::NumberKind::kArticle},   {"counter", table::NumberKind::kCounter},
      {"scale", table::NumberKind::kScale},       {"half", table::NumberKind::kHalf},
      {"and", table::NumberKind::kAnd},           {"range", table::NumberKind::kRange},
      {"factor", table::NumberKind::kFactor},     {"filler", table::NumberKind::kFiller},
      {"bar", table::NumberKind::kBar},           {"since", table::NumberKind::kSince},
      {"day_back", table::NumberKind::kDayBack},  {"last", table::NumberKind::kLast},
      {"suffix", table::NumberKind::kSuffix},
  };
  for (const Row& row : sheet.rows()) {
    const std::vector<std::u16string> words = fold_words(row.cells[0]);
    const auto kind = kinds.find(row.cells[1]);
    double value = 0.0;
    if (words.size() != 1 || kind == kinds.end() || !read_number(row.cells[2], value)) {
      sheet.fail(row,
                 "expected one word, a kind of number (they stand at the head of the table) and a "
                 "number");
    } else if (!builder.set_number(words[0], kind->second, value)) {
      sheet.fail(row, "'" + row.cells[0] + "' is listed twice");
    }
  }
}

// The tables of a folder, sorted, so that the block is the same on every machine.
std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code missing;
  for (const auto& item : std::filesystem::directory_iterator(folder, missing)) {
    if (item.path().extension() == ".tsv") files.push_back(item.path().generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Where each pattern of the lexicon stands, for the report of a second one.
using Seen = std::map<std::string, std::string>;

// The column `register` is checked here and not stored: it tells authors who writes like this.
void read_lexicon(const std::string& file, Builder& builder, Diagnostics& diagnostics, Seen& seen) {
  const SheetReader sheet(file, {"pattern", "valence", "upset", "emotions", "kind", "register"},
                          diagnostics);
  for (const Row& row : sheet.rows()) {
    table::Entry entry = new_entry(table::EntryType::kLexicon);
    const std::string kind = row.cells[4].empty() ? "wording" : row.cells[4];
    entry.kind = sheet.named<CueKind>(row, kind, kCueKindCount).value_or(0);
    entry.valence = sheet.fixed(row, 1, -4.0, 4.0);
    entry.upset = sheet.fixed(row, 2, -3.0, 3.0);
    sheet.emotions(row, 3, entry);
    const std::string mark_error = register_error(row.cells[5]);
    if (!mark_error.empty()) sheet.fail(row, mark_error);
    const std::string place = sheet.file() + ":" + std::to_string(row.line);
    const auto [first, added] = seen.emplace(row.cells[0], place);
    if (!added) {
      sheet.fail(row, "'" + row.cells[0] + "' stands in " + first->second + " already");
      continue;
    }
    sheet.pattern(row, 0, entry, builder);
  }
}

void read_scope(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/scope.tsv", {"role", "pattern", "value"}, diagnostics);
  static const std::map<std::string, table::ScopeRole> roles = {
      {"plain", table::ScopeRole::kPlain},
      {"negator", table::ScopeRole::kNegator},
      {"intensifier", table::ScopeRole::kIntensifier},
      {"downtoner", table::ScopeRole::kDowntoner},
      {"postposed", table::ScopeRole::kPostposed},
      {"contrast", table::ScopeRole::kContrast},
      {"concession", table::ScopeRole::kConcession},
      {"boundary", table::ScopeRole::kBoundary},
      {"coordinate", table::ScopeRole::kCoordinate},
      {"supposed", table::ScopeRole::kSupposed},
      {"agreed", table::ScopeRole::kAgreed},
      {"resolved", table::ScopeRole::kResolved},
      {"tone_tag", table::ScopeRole::kToneTag},
  };
  for (const Row& row : sheet.rows()) {
    const auto role = roles.find(row.cells[0]);
    if (role == roles.end()) {
      sheet.fail(row, "unknown role '" + row.cells[0] + "'");
      continue;
    }
    table::Entry entry = new_entry(table::EntryType::kScope);
    entry.kind = static_cast<std::uint8_t>(role->second);
    entry.value = sheet.fixed(row, 2, 0.0, 12.0);
    sheet.pattern(row, 1, entry, builder);
  }
}

void read_cues(const std::string& file, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(file, {"kind", "flag", "pattern", "upset", "urgency", "needs"},
                          diagnostics);
  for (const Row& row : sheet.rows()) {
    const bool near_miss = row.cells[0].rfind("not:", 0) == 0;
    table::Entry entry =
        new_entry(near_miss ? table::EntryType::kNearMiss : table::EntryType::kCue);
    const std::string kind = near_miss ? row.cells[0].substr(4) : row.cells[0];
    entry.kind = sheet.named<CueKind>(row, kind, kCueKindCount).value_or(0);
    if (!row.cells[1].empty()) {
      entry.flag = sheet.named<Flag>(row, row.cells[1], kFlagCount).value_or(table::kNone);
    }
    entry.upset = sheet.fixed(row, 3, -3.0, 3.0);
    entry.value = sheet.fixed(row, 4, 0.0, 1.0);
    entry.needs_negative = row.cells[5] == "negative" ? 1 : 0;
    if (!row.cells[5].empty() && row.cells[5] != "negative") {
      sheet.fail(row, "column needs: expected nothing or 'negative'");
    }
    sheet.pattern(row, 2, entry, builder);
  }
}

void read_topics(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/topics.tsv", {"topic", "pattern", "score"}, diagnostics);
  for (const Row& row : sheet.rows()) {
    table::Entry entry = new_entry(table::EntryType::kTopic);
    entry.kind = static_cast<std::uint8_t>(CueKind::kTopic);
    entry.topic = sheet.named<Topic>(row, row.cells[0], kTopicCount).value_or(table::kNone);
    entry.value = sheet.fixed(row, 2, 0.2, 1.0);
    sheet.pattern(row, 1, entry, builder);
  }
}

// The loops of a conversation leave out what everybody says: the words that tell the language.
void read_function_words(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/language.tsv", {"kind", "value"}, diagnostics);
  for (const Row& row : sheet.rows()) {
    if (row.cells[0] != "words") continue;
    for (const std::u16string& word : fold_words(row.cells[1])) {
      builder.set_flag(word, table::kFunctionWord);
    }
  }
}

// The keys of other languages than English begin with the language: "de:".
void read_texts(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const std::string language = std::filesystem::path(folder).filename().string();
  const std::string prefix = language == kMainLanguage ? "" : language + ":";
  const SheetReader sheet(folder + "/texts.tsv", {"key", "text"}, diagnostics);
  for (const Row& row : sheet.rows()) {
    if (row.cells[1].empty() || row.cells[1].size() > std::numeric_limits<std::uint16_t>::max()) {
      sheet.fail(row, "the text of '" + row.cells[0] + "' is empty or longer than 65,535 bytes");
    } else if (!builder.add_text(prefix + row.cells[0], row.cells[1])) {
      sheet.fail(row, "the key '" + row.cells[0] + "' stands twice");
    }
  }
}

// Words that mean the same, as one text: rows in their order, words apart by spaces, rows by '|'.
void read_concepts(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/concepts.tsv", {"concept", "words"}, diagnostics);
  std::string text;
  std::map<std::string, std::string> seen;
  for (const Row& row : sheet.rows()) {
    if ((row.cells[0] == "plain") != text.empty()) sheet.fail(row, "the row 'plain' stands first");
    for (const std::string& word : split(row.cells[1], ' ')) {
      const auto [first, added] = seen.emplace(word, row.cells[0]);
      if (!added) sheet.fail(row, "'" + word + "' belongs to '" + first->second + "' already");
    }
    text += (text.empty() ? "" : "|") + row.cells[1];
  }
  builder.add_text("concepts", text);
}

// What core/src/cues/matter_words.h reads: rows apart by '|', the first word of each its kind.
void read_matter_words(const std::string& file, const std::vector<std::string>& columns,
                       const std::string& key, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(file, columns, diagnostics);
  std::string text;
  for (const Row& row : sheet.rows()) {
    for (const std::string& cell : row.cells) text += cell + " ";
    text.back() = '|';
  }
  if (text.empty() || text.size() > std::numeric_limits<std::uint16_t>::max()) {
    diagnostics.add(file, 0, "expected rows of at most 65,535 bytes together");
  } else {
    builder.add_text(key, text);
  }
}

// The key under which the analyzer looks up an emoji or an emoticon.
std::u16string emoji_key(const std::string& utf8) {
  unicode::WordSegmenter segmenter;
  TokenizedText text;
  tokenize(segmenter, utf8, text);
  if (text.tokens.size() == 1 && text.tokens[0].kind == TokenKind::kEmoji) {
    return std::u16string(text.tokens[0].folded);
  }
  std::u16string key;
  unicode::fold(text.text, key);
  return key;
}

void read_emoji(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/emoji.tsv",
                          {"sequence", "valence", "upset", "emotions", "name"}, diagnostics);
  std::map<std::u16string, std::size_t> seen;
  for (const Row& row : sheet.rows()) {
    table::Entry entry = new_entry(table::EntryType::kLexicon);
    entry.kind = static_cast<std::uint8_t>(CueKind::kEmoji);
    entry.valence = sheet.fixed(row, 1, -4.0, 4.0);
    entry.upset = sheet.fixed(row, 2, -3.0, 3.0);
    sheet.emotions(row, 3, entry);
    const std::u16string key = emoji_key(row.cells[0]);
    const auto [first, added] = seen.emplace(key, row.line);
    if (!added) {
      sheet.fail(row, "the same sequence stands in line " + std::to_string(first->second));
      continue;
    }
    builder.add_key(key, entry);
  }
}

void read_weights(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  const SheetReader sheet(folder + "/weights.tsv", {"name", "value", "origin"}, diagnostics);
  std::vector<double> weights(kWeightCount, std::numeric_limits<double>::quiet_NaN());
  for (const Row& row : sheet.rows()) {
    const auto* name = std::find(kWeightNames.begin(), kWeightNames.end(), row.cells[0]);
    const auto index = static_cast<std::size_t>(name - kWeightNames.begin());
    if (name == kWeightNames.end() || !std::isnan(weights[index])) {
      sheet.fail(row, "'" + row.cells[0] + "' is unknown or stands twice");
    } else if (!read_number(row.cells[1], weights[index]) || row.cells[2].empty()) {
      sheet.fail(row, "expected a number and its origin");
    }
  }
  for (std::size_t i = 0; i < kWeightCount; ++i) {
    if (std::isnan(weights[i])) {
      diagnostics.add(folder + "/weights.tsv", 0,
                      "the weight '" + std::string(kWeightNames[i]) + "' is missing");
    }
  }
  builder.set_weights(std::move(weights));
}

}  // namespace

void read_common(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  read_emoji(folder, builder, diagnostics);
  read_weights(folder, builder, diagnostics);
  read_matter_words(folder + "/money.tsv", {"kind", "value", "words"}, "money", builder,
                    diagnostics);
}

void read_language(const std::string& folder, Builder& builder, Diagnostics& diagnostics) {
  // A language may have any of these; what it lacks is not read in its messages.
  const auto has = [&](const char* file) { return std::filesystem::exists(folder + file); };
  if (has("/classes.tsv")) read_classes(folder, builder, diagnostics);
  if (has("/numbers.tsv")) read_numbers(folder, builder, diagnostics);
  Seen seen;
  for (const std::string& file : files_in(folder + "/lexicon")) {
    read_lexicon(file, builder, diagnostics, seen);
  }
  if (has("/scope.tsv")) read_scope(folder, builder, diagnostics);
  for (const std::string& file : files_in(folder + "/cues")) {
    read_cues(file, builder, diagnostics);
  }
  if (has("/concepts.tsv")) read_concepts(folder, builder, diagnostics);
  if (has("/matters.tsv")) {
    read_matter_words(folder + "/matters.tsv", {"kind", "words"}, "matters", builder, diagnostics);
  }
  if (has("/topics.tsv")) read_topics(folder, builder, diagnostics);
  // The words of a language count as content or not where messages in it can be answered.
  if (has("/lexicon")) read_function_words(folder, builder, diagnostics);
  if (has("/texts.tsv")) read_texts(folder, builder, diagnostics);
}

}  // namespace attune::compile
