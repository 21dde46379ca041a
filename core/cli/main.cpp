// attune: the core on the command line.
#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "lines.h"
#include "verbs.h"

namespace {

constexpr const char* kUsage =
    "usage: attune VERB [OPTION]... [FILE]\n"
    "\n"
    "  assess [--jsonl] [--config C] [FILE]\n"
    "                                 a message a line -> an assessment a line\n"
    "  replay [--config C] [--jobs N] [FILE]\n"
    "                                 a conversation a line -> decisions and replies\n"
    "  replay --summary [--json] [--config C] [--against D] [--jobs N] [FILE]\n"
    "                                 the same -> what the policy of C does over all of them, and\n"
    "                                 what changes with that of D in its place\n"
    "  eval [--json] [--peers S] [--intents I] DIR\n"
    "                                 labelled files -> a table of figures\n"
    "  version                        print the version\n"
    "  help                           print this\n"
    "\n"
    "FILE is standard input when missing or \"-\". With --jsonl the lines are objects\n"
    "{\"id\",\"text\"} and the results carry the same id. C and D are JSON files with\n"
    "{\"locale\"?,\"policy\"?,\"playbook\"?,\"lexicon\"?}; without C the default policy decides.\n"
    "replay works on N conversations at a time (as many as there are processors, 8 at most); what\n"
    "it prints does not depend on it. A bad turn is left out of its conversation, which goes on:\n"
    "one earlier than the last good turn, without a time, from nobody known, without text, or the\n"
    "same as an earlier one in every member. It is named on standard error with line and JSON\n"
    "pointer, and {\"error\":{\"code\",\"message\",\"pointer\",\"expected\"}} stands in its "
    "place.\n"
    "A line that is no conversation at all gives no line of output.\n"
    "eval scores the known and the plainly labelled .tsv files of DIR, DIR/eval and DIR/train "
    "(the\n"
    "first row names the columns), and .jsonl files of labelled messages. S is a folder of scores "
    "by\n"
    "other readers (core/training/peers.ts), I a table of the topics of intents\n"
    "(core/training/intent-topics.tsv); --json prints a figure a line. Files that are not scored "
    "are\n"
    "named on standard error with the reason.\n"
    "Exit codes: 0 done, 1 some lines, turns or rows were bad (named on standard error), 2 "
    "usage.\n";

bool asks_for_help(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string verb = words.empty() ? "" : words[0];
  const std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
  if (verb == "help" || asks_for_help(words)) {
    std::fputs(kUsage, stdout);
    return attune::cli::kExitDone;
  }
  if (verb == "assess") return attune::cli::assess(rest);
  if (verb == "replay") return attune::cli::replay(rest);
  if (verb == "eval") return attune::cli::evaluate(rest);
  if (verb == "version" || verb == "--version") {
    std::puts("attune " ATTUNE_VERSION);
    return attune::cli::kExitDone;
  }
  if (!verb.empty()) std::fprintf(stderr, "attune: unknown verb '%s'\n\n", verb.c_str());
  std::fputs(kUsage, stderr);
  return attune::cli::kExitUsage;
}
