// The labelled sets that are known by the name of their file, and what is measured on each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/assessment.h"
#include "labelled/metrics.h"
#include "labelled/table.h"

namespace attune::eval {

// Rows, and the measures of what is said of them, are what training has too.
using labelled::BadRows;
using labelled::ClassBits;
using labelled::Table;
using labelled::TableRow;
using labelled::Weights;

// What of a reading is compared with the label.
enum class Signal {
  kFrustration,
  kAngerOrFrustration,  // the greater of the two
  kAnger,
  kWorry,
  kSadness,
  kJoy,
  kSentiment,  // the score; as classes negative, neutral, positive by the level
  kEmotion,    // as a class only: the strongest of all, neutral among them
  kTopics,     // as classes only
  kFlag,       // as a class only: Task::flag
  kAbuse,      // abusive messages first, then by anger; as a class the flag
};

enum class MeasureKind {
  kAuc,
  kAveragePrecision,
  kCalibrationError,
  kPrecision,
  kRecall,
  kF1,
  kMacroF1,
  kMacroRecall,
  kPearson,
  kShare,  // of messages where the signal is above one half
};

struct Measure {
  MeasureKind kind;
  std::string_view name;
  int which = 0;  // the class that precision, recall and F1 are of
};

// How a label becomes classes.
struct LabelValue {
  std::string_view value;  // "*" is every other value
  ClassBits classes;       // of a yes/no label: 1 is yes, 0 is no
};

enum class LabelKind {
  kNone,     // no label is read: every message counts
  kNumber,   // a rating
  kClasses,  // one or several of Task::values, with commas between
  kIntent,   // an intent whose topics a table knows
};

// Rows that a task is about; all of them when `column` is "".
struct Filter {
  std::string_view column;
  std::string_view prefix;
  bool keep = true;  // rows that begin with the prefix: false leaves those out
};

struct Task {
  std::string_view name;
  LabelKind kind;
  std::string_view column;  // of the label, "" for kNone
  std::vector<LabelValue> values;
  Signal signal;
  std::vector<Measure> measures;
  Filter filter = {};
  Flag flag = Flag::kAbusive;
};

struct Set {
  std::string_view name;  // the file without its ending
  // Weights may be fitted on the other rows: only those with "dev" in the column `split` count.
  bool dev_only;
  std::vector<Task> tasks;
  std::string_view why_not = {};          // why it is not scored, when it has no tasks
  std::string_view earlier_column = {};   // holds what the customer said before
  std::string_view dialogue_column = {};  // earlier rows of one value are earlier turns
};

// The set with this name, nullptr when it is unknown. The corpus of the project is "corpus".
const Set* known_set(std::string_view name);

// How an unknown table with columns `text` and `label` is scored: by classes of sentiment, or as
// upset or not, whichever more of its labels are. Nothing when fewer than half of them are either.
std::optional<Set> generic_set(const Table& table);

// Whether the table has the columns that the set needs; otherwise `missing` is one that it lacks.
bool fits(const Set& set, const Table& table, std::string_view& missing);

}  // namespace attune::eval
