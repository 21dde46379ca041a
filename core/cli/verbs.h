// The verbs of the attune command: each reads its own arguments and returns the exit code.
#pragma once

#include <string>
#include <vector>

namespace attune::cli {

// attune assess [--jsonl] [FILE]: a message a line in, an assessment a line out.
int assess(const std::vector<std::string>& arguments);

// attune replay [--config FILE] [--jobs NUMBER] [FILE]: a conversation a line in, the same with
// results out; with --summary [--json] [--against FILE] what the policy does over all of them.
int replay(const std::vector<std::string>& arguments);

// attune eval [--json] [--peers FOLDER] [--intents FILE] DIR: labelled files in, a table of figures
// out.
int evaluate(const std::vector<std::string>& arguments);

}  // namespace attune::cli
