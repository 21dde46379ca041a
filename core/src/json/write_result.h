// The core's results as JSON text (contract, sections 1 and 4; web/schema/*.schema.json).
#pragma once

#include <string>

#include "attune/assessment.h"
#include "attune/conversation.h"
#include "attune/result.h"
#include "json/writer.h"

namespace attune {

// One object each, members in the order of the contract, numbers with four decimals, valid UTF-8.
std::string to_json(const Assessment& assessment);
std::string to_json(const TurnResult& turn);

// {"error":{"code","message","pointer","expected"}}
std::string error_json(const Error& error);

// The members of a turn result, written into an object that the caller has opened.
void write_members(const TurnResult& turn, JsonWriter& out);

// "invalid_config", "invalid_data", "invalid_turn" or "invalid_state".
std::string_view name_of(ErrorCode code);

}  // namespace attune
