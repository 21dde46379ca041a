// Runs recorded conversations through the core.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/result.h"
#include "conversation/outcome.h"
#include "json/read_turns.h"

namespace attune {

// What comes of one line.
struct ReplayedLine {
  std::string json;
  std::vector<Error> bad_turns;  // in the order of the turns, pointers from the line's root
};

// Replays conversations under one configuration.
class Replayer {
 public:
  // `analyzer` must outlive the replayer.
  Replayer(Analyzer& analyzer, Config config);

  // One line of `attune replay`: a transcript (json/read_turns.h) in, {"id","turns":[...]} out.
  // Customer turns come out as {"from","at","assessment","mood","loops","decision","tone","reply"},
  // turns of the bot and the system as they came. A bad turn is left out of the conversation, which
  // goes on without it; in its place stands {"error":{"code","message","pointer","expected"}}, so
  // that what comes out has as many turns as what went in. Bad are the turns that read_transcript
  // finds wrong and those earlier than the last good one. Lines do not influence each other.
  // Errors: those of read_transcript.
  Result<ReplayedLine> line(std::string_view json);

  // What the policy does in a conversation; bad turns are left out, and named when the caller asks.
  Outcome outcome(const Transcript& transcript, std::vector<Error>* bad_turns = nullptr);

 private:
  Analyzer& analyzer_;
  std::shared_ptr<const Setup> setup_;
};

// One line with a configuration of its own.
Result<ReplayedLine> replay_line(Analyzer& analyzer, const Config& config, std::string_view json);

}  // namespace attune
