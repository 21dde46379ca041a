// Any bytes are a saved conversation, or changes of one: it is taken, and then the conversation
// goes on and can be saved again, or it is refused with the place of what is wrong and nothing
// changes.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "attune_abi.h"

namespace {

constexpr std::string_view kConfig =
    R"({"playbook":{"topics":[{"topic":"delivery","solutions":[)"
    R"({"id":"a","title":"Parcels","text":"They take 3 days."},)"
    R"({"id":"b","title":"Lost parcels","text":"We send another.","phrases":["lost"]}]}]},)"
    R"("policy":{"rules":[{"id":"bills","when":{"amount_at_least":200}}]}})";
constexpr std::array<std::string_view, 3> kMessages = {
    "Where is my parcel? I have waited 3 weeks and written twice.",
    "THIS IS USELESS!!! Nobody answers, the parcel is lost and I paid 300 EUR.", "Thank you"};
// What may stand in place of a value.
constexpr std::array<std::string_view, 12> kValues = {"0",
                                                      "-1",
                                                      "0.5",
                                                      "4294967296",
                                                      "1e300",
                                                      "\"\"",
                                                      "\"7ff8000000000000\"",
                                                      "\"ffffffffffffffff\"",
                                                      "null",
                                                      "[]",
                                                      "{}",
                                                      "\"text\""};
constexpr double kLate = 1.7e308;  // behind the last turn of nearly every state

std::string result_of(const attune_conversation* conversation) {
  return {attune_conversation_result(conversation), attune_conversation_result_size(conversation)};
}

std::string save(attune_conversation* conversation) {
  if (attune_conversation_save(conversation) != ATTUNE_STATUS_OK) std::abort();
  return result_of(conversation);
}

attune_status restore(attune_conversation* conversation, std::string_view json) {
  return attune_conversation_restore(conversation, json.data(), json.size());
}

attune_status say(attune_conversation* conversation, std::string_view message, double at) {
  return attune_conversation_customer_turn(conversation, message.data(), message.size(), at);
}

attune_conversation* begin() {
  static attune_analyzer* analyzer = attune_analyzer_create();
  attune_conversation* conversation = attune_conversation_create(analyzer);
  if (attune_conversation_configure(conversation, kConfig.data(), kConfig.size()) !=
      ATTUNE_STATUS_OK) {
    std::abort();
  }
  return conversation;
}

std::string after_some_turns() {
  attune_conversation* conversation = begin();
  double at = 0.0;
  for (const std::string_view message : kMessages) {
    if (say(conversation, message, at++) != ATTUNE_STATUS_OK) std::abort();
    attune_conversation_bot_turn(conversation, message.data(), message.size(), at++, 0);
  }
  std::string saved = save(conversation);
  attune_conversation_destroy(conversation);
  return saved;
}

// A saved conversation with changes, four bytes each: where, of which kind, and which.
std::string changed(std::string_view changes) {
  static const std::string saved = after_some_turns();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(changes[i]); };
  std::string state = saved;
  for (std::size_t i = 0; i + 4 <= changes.size() && !state.empty(); i += 4) {
    const std::size_t place = (byte(i) | byte(i + 1) << 8U) % state.size();
    if (byte(i + 2) % 3 == 0) {
      state[place] = changes[i + 3];
    } else if (byte(i + 2) % 3 == 1) {
      state.erase(place, byte(i + 3));
    } else if (const std::size_t start = state.find_first_of(":,[", place);
               start != std::string::npos) {
      const std::size_t end = std::min(state.find_first_of(",]}", start + 1), state.size());
      state.replace(start + 1, end - start - 1, kValues[byte(i + 3) % kValues.size()]);
    }
  }
  return state;
}

// `fresh`: the state of the conversation.
void try_to_restore(attune_conversation* conversation, std::string_view json,
                    const std::string& fresh) {
  const attune_status restored = restore(conversation, json);
  if (restored != ATTUNE_STATUS_OK) {
    if (restored != ATTUNE_STATUS_INVALID_STATE) std::abort();
    if (result_of(conversation).find("\"pointer\"") == std::string::npos) std::abort();
    if (save(conversation) != fresh) std::abort();
    return;
  }
  for (const std::string_view message : kMessages) {
    const attune_status turn = say(conversation, message, kLate);
    if (turn != ATTUNE_STATUS_OK && turn != ATTUNE_STATUS_INVALID_TURN) std::abort();
    attune_conversation_bot_turn(conversation, message.data(), message.size(), kLate, 1);
  }
  const std::string again = save(conversation);
  if (restore(conversation, again) != ATTUNE_STATUS_OK || save(conversation) != again) std::abort();
  if (restore(conversation, fresh) != ATTUNE_STATUS_OK) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static attune_conversation* conversation = begin();
  static const std::string fresh = save(conversation);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try_to_restore(conversation, bytes, fresh);
  try_to_restore(conversation, changed(bytes), fresh);
  return 0;
}
