// Any bytes are a configuration: it is taken or refused with an explanation, and either way the
// conversation goes on.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "attune_abi.h"

namespace {

constexpr std::string_view kMessage = "Still no refund, I want to speak to a real person!";

std::string_view result_of(const attune_conversation* conversation) {
  return {attune_conversation_result(conversation), attune_conversation_result_size(conversation)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static attune_analyzer* analyzer = attune_analyzer_create();
  if (analyzer == nullptr) std::abort();
  attune_conversation* conversation = attune_conversation_create(analyzer);
  if (conversation == nullptr) std::abort();

  const char* json = reinterpret_cast<const char*>(data);
  const attune_status configured = attune_conversation_configure(conversation, json, size);
  if (configured != ATTUNE_STATUS_OK) {
    if (configured != ATTUNE_STATUS_INVALID_CONFIG) std::abort();
    if (result_of(conversation).find("\"error\"") == std::string_view::npos) std::abort();
  }
  const attune_status turn =
      attune_conversation_customer_turn(conversation, kMessage.data(), kMessage.size(), 1000.0);
  if (turn != ATTUNE_STATUS_OK) std::abort();
  if (result_of(conversation).find("\"decision\"") == std::string_view::npos) std::abort();

  attune_conversation_destroy(conversation);
  return 0;
}
