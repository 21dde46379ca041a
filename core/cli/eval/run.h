// Scores every labelled file of a folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "attune/analyzer.h"
#include "eval/labels.h"
#include "eval/peer_scores.h"
#include "eval/score.h"
#include "labelled/bad_rows.h"
#include "labelled/table.h"
#include "progress.h"

namespace attune::eval {

struct Options {
  std::string folder;   // its files, and those of its folders train and eval
  std::string peers;    // folder of the peers' scores, "" when there are none
  std::string intents;  // file of the topics of intents, "" when there is none
};

class Run {
 public:
  // Both must outlive this.
  Run(Analyzer& analyzer, const Options& options);

  // What was found, file by file in the order of their names. Files that are not scored and rows
  // that can't be used are named on standard error. Nothing, after saying why there, when the
  // folder or the file of intents can't be read.
  std::optional<std::vector<Figure>> score_all();

  bool any_bad_rows() const { return bad_.any(); }

 private:
  bool read_intents();
  void score_folder(const std::string& name);
  void score_tsv(const std::string& path);
  void score_corpus(const std::vector<std::string>& paths, const std::string& folder);
  void score_table(const std::string& name, const Table& table, const Set& set);
  // The scores of each file of the table; none at all when one of them has none.
  std::vector<PeerScores> read_peers(const Table& table);
  void skip(const std::string& name, const std::string& why);

  Analyzer& analyzer_;
  const Options& options_;
  BadRows bad_;
  std::optional<IntentTopics> intents_;
  std::vector<Figure> figures_;
  cli::Progress progress_{"rows"};
  std::size_t read_rows_ = 0;
};

}  // namespace attune::eval
