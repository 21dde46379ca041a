// attune: the core on the command line.
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
    "  replay [--config C] [FILE]     a conversation a line -> decisions and replies\n"
    "  eval [--json] [--peers S] [--intents I] DIR\n"
    "                                 labelled files -> a table of figures\n"
    "  version                        print the version\n"
    "  help                           print this\n"
    "\n"
    "FILE is standard input when missing or \"-\". With --jsonl the lines are objects\n"
    "{\"id\",\"text\"} and the results carry the same id. C is a JSON file with\n"
    "{\"locale\"?,\"policy\"?,\"playbook\"?,\"lexicon\"?}.\n"
    "eval scores the known and the plainly labelled .tsv files of DIR, DIR/eval and DIR/train "
    "(the\n"
    "first row names the columns), and .jsonl files of labelled messages. S is a folder of scores "
    "by\n"
    "other readers (core/training/peers.ts), I a table of the topics of intents\n"
    "(core/training/intent-topics.tsv); --json prints a figure a line. Files that are not scored "
    "are\n"
    "named on standard error with the reason.\n"
    "Exit codes: 0 done, 1 some lines or rows were bad (named on standard error), 2 usage.\n";

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string verb = words.empty() ? "" : words[0];
  const std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
  if (verb == "assess") return attune::cli::assess(rest);
  if (verb == "replay") return attune::cli::replay(rest);
  if (verb == "eval") return attune::cli::evaluate(rest);
  if (verb == "version" || verb == "--version") {
    std::puts("attune " ATTUNE_VERSION);
    return attune::cli::kExitDone;
  }
  if (verb == "help" || verb == "--help" || verb == "-h") {
    std::fputs(kUsage, stdout);
    return attune::cli::kExitDone;
  }
  if (!verb.empty()) std::fprintf(stderr, "attune: unknown verb '%s'\n\n", verb.c_str());
  std::fputs(kUsage, stderr);
  return attune::cli::kExitUsage;
}
