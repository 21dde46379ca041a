// Runs a recorded conversation through the core.
#pragma once

#include <string>
#include <string_view>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "attune/result.h"

namespace attune {

// One line of `attune replay`: a transcript (json/read_turns.h) in, {"id","turns":[...]} out.
// Customer turns come out as {"from","at","assessment","mood","loops","decision","tone","reply"},
// turns of the bot and the system as they came.
// Errors: those of read_transcript, and kInvalidTurn with the pointer of a turn back in time.
Result<std::string> replay_line(Analyzer& analyzer, const Config& config, std::string_view line);

}  // namespace attune
