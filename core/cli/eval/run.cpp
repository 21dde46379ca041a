#include "eval/run.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "eval/answers.h"
#include "eval/corpus.h"
#include "labelled/files.h"

namespace attune::eval {
namespace {

namespace fs = std::filesystem;
using labelled::files_in;
using labelled::read_bytes;
using labelled::read_tsv;

constexpr std::string_view kCorpus = "corpus";
constexpr std::string_view kTableEnding = ".tsv";
constexpr std::string_view kCorpusEnding = ".jsonl";

// The name of a file within the folder, without its ending.
std::string name_in(const std::string& folder, const std::string& path) {
  return fs::path(path).lexically_relative(folder).replace_extension().generic_string();
}

void complain(const std::string& message) {
  std::fprintf(stderr, "attune eval: %s\n", message.c_str());
}

std::array<Answers, kPeers.size()> ask_peers(const Table& table,
                                             const std::vector<PeerScores>& scores,
                                             const Task& task, const Labelled& labelled) {
  if (scores.empty()) return {};
  std::array<std::vector<double>, kPeers.size()> sentiments;
  for (const std::size_t index : labelled.rows) {
    const TableRow& row = table.rows[index];
    const auto* of_row = scores[row.file].of_line(row.line);
    if (of_row == nullptr) {
      complain("the scores of the peers fit another version of " + table.files[row.file]);
      return {};
    }
    for (std::size_t i = 0; i < kPeers.size(); ++i) sentiments[i].push_back((*of_row)[i]);
  }
  std::array<Answers, kPeers.size()> answers;
  for (std::size_t i = 0; i < kPeers.size(); ++i) {
    answers[i] = peer_answers(task, kPeers[i], sentiments[i]);
  }
  return answers;
}

}  // namespace

Run::Run(Analyzer& analyzer, const Options& options) : analyzer_(analyzer), options_(options) {}

std::optional<std::vector<Figure>> Run::score_all() {
  std::error_code error;
  if (!fs::is_directory(options_.folder, error)) {
    complain(options_.folder + ": is no folder that can be read");
    return std::nullopt;
  }
  if (!options_.peers.empty() && !fs::is_directory(options_.peers, error)) {
    complain(options_.peers + ": is no folder that can be read");
    return std::nullopt;
  }
  if (!options_.intents.empty() && !read_intents()) return std::nullopt;
  for (const char* folder : {"", "eval", "train"}) score_folder(folder);
  progress_.clear();
  std::fputs(bad_.report("attune eval").c_str(), stderr);
  return std::move(figures_);
}

bool Run::read_intents() {
  std::string text;
  if (read_bytes(options_.intents, text)) {
    intents_ = IntentTopics::read(read_tsv(text, options_.intents, bad_), bad_);
  }
  if (!intents_) {
    complain(options_.intents + ": can't be read as a table of set, intent and topics");
  }
  return intents_.has_value();
}

void Run::score_folder(const std::string& name) {
  const fs::path folder =
      name.empty() ? fs::path(options_.folder) : fs::path(options_.folder) / name;
  const std::vector<std::string> corpus = files_in(folder.string(), kCorpusEnding);
  if (!corpus.empty()) score_corpus(corpus, name);
  for (const std::string& path : files_in(folder.string(), kTableEnding)) score_tsv(path);
}

void Run::score_tsv(const std::string& path) {
  const std::string name = name_in(options_.folder, path);
  const Set* known = known_set(fs::path(name).filename().string());
  if (known != nullptr && known->tasks.empty()) return skip(path, std::string(known->why_not));
  std::string text;
  if (!read_bytes(path, text)) return skip(path, "it can't be read");
  const Table table = read_tsv(text, path, bad_);
  std::string_view missing;
  if (known != nullptr && fits(*known, table, missing)) return score_table(name, table, *known);
  if (const std::optional<Set> set = generic_set(table)) return score_table(name, table, *set);
  bad_.forget(path);
  if (known != nullptr) return skip(path, "it has no column \"" + std::string(missing) + "\"");
  skip(path,
       "it is none of the known sets, and has no columns text and label with values negative, "
       "neutral, positive or 0, 1, calm, upset");
}

void Run::score_corpus(const std::vector<std::string>& paths, const std::string& folder) {
  Table table;
  for (const std::string& path : paths) {
    std::string text;
    if (!read_bytes(path, text)) {
      skip(path, "it can't be read");
    } else if (const auto why = append_corpus(text, path, table, bad_)) {
      skip(path, "it holds no labelled messages: " + *why);
    }
  }
  if (table.rows.empty()) return;
  const std::string name = (fs::path(folder) / kCorpus).generic_string();
  score_table(name, table, *known_set(kCorpus));
}

void Run::score_table(const std::string& name, const Table& table, const Set& set) {
  const std::string shown = name + (set.dev_only && table.column("split") ? " (dev)" : "");
  const std::vector<PeerScores> peers = read_peers(table);
  Readings readings(analyzer_, table, set);
  for (const Task& task : set.tasks) {
    if (task.kind == LabelKind::kIntent && (!intents_ || !intents_->knows(set.name))) {
      skip(name, "its intents have no topics without --intents");
      continue;
    }
    const Labelled labelled = read_labels(table, set, task, intents_ ? &*intents_ : nullptr, bad_);
    std::vector<const Reading*> found;
    for (const std::size_t row : labelled.rows) {
      found.push_back(&readings.of_row(row));
      progress_.tick(++read_rows_);
    }
    std::vector<Figure> figures = score_task(shown, task, labelled, core_answers(task, found),
                                             ask_peers(table, peers, task, labelled));
    if (figures.empty()) skip(name, "no row of it counts for " + std::string(task.name));
    std::move(figures.begin(), figures.end(), std::back_inserter(figures_));
  }
}

std::vector<PeerScores> Run::read_peers(const Table& table) {
  std::vector<PeerScores> all;
  if (options_.peers.empty()) return all;
  for (const std::string& file : table.files) {
    fs::path path = fs::path(options_.peers) / fs::path(file).lexically_relative(options_.folder);
    if (path.extension() != kTableEnding) path += kTableEnding;
    std::string text;
    std::optional<PeerScores> scores;
    if (read_bytes(path.string(), text)) {
      scores = PeerScores::read(read_tsv(text, path.string(), bad_), bad_);
    }
    if (!scores) {
      complain("no scores of the peers for " + file + " in " + path.string());
      return {};
    }
    all.push_back(std::move(*scores));
  }
  return all;
}

void Run::skip(const std::string& name, const std::string& why) {
  progress_.clear();
  complain("skipped " + name + ": " + why);
}

}  // namespace attune::eval
