// The C boundary: forwards only. Ownership, lifetime and units are told in attune_abi.h.
#include "attune_abi.h"

#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "json/write_result.h"

struct attune_analyzer {
  attune::Analyzer analyzer;
  std::string result;
};

struct attune_conversation {
  attune::Analyzer *analyzer;
  attune::Conversation conversation;
  std::string result;
};

namespace {

constexpr const char *kEmptyResult = "{}";

bool is_text(const char *text, size_t size) { return text != nullptr || size == 0; }

std::string_view view(const char *text, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(text, size);
}

attune_status fail(const attune::Error &error, std::string &result) {
  result = attune::error_json(error);
  switch (error.code) {
    case attune::ErrorCode::kInvalidTurn:
      return ATTUNE_STATUS_INVALID_TURN;
    case attune::ErrorCode::kInvalidState:
      return ATTUNE_STATUS_INVALID_STATE;
    default:
      return ATTUNE_STATUS_INVALID_CONFIG;
  }
}

attune_status fail_argument(std::string &result) {
  result =
      attune::error_json({attune::ErrorCode::kInvalidTurn,
                          "text is NULL although its size is not 0", "", "a pointer to the text"});
  return ATTUNE_STATUS_INVALID_ARGUMENT;
}

attune_status finish(const attune::Result<std::monostate> &outcome, std::string &result) {
  if (!outcome) return fail(outcome.error(), result);
  result = kEmptyResult;
  return ATTUNE_STATUS_OK;
}

}  // namespace

extern "C" {

uint32_t attune_abi_version(void) { return ATTUNE_ABI_VERSION; }

const char *attune_version(void) { return ATTUNE_VERSION; }

void *attune_alloc(size_t size) { return std::malloc(size == 0 ? 1 : size); }

void attune_free(void *memory) { std::free(memory); }

attune_analyzer *attune_analyzer_create(void) {
  attune::Result<attune::Analyzer> analyzer = attune::Analyzer::create();
  if (!analyzer) return nullptr;
  return new (std::nothrow) attune_analyzer{std::move(analyzer.value()), kEmptyResult};
}

void attune_analyzer_destroy(attune_analyzer *analyzer) { delete analyzer; }

attune_status attune_analyzer_assess(attune_analyzer *analyzer, const char *text, size_t size) {
  if (analyzer == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(text, size)) return fail_argument(analyzer->result);
  analyzer->result = attune::to_json(analyzer->analyzer.assess(view(text, size)));
  return ATTUNE_STATUS_OK;
}

const char *attune_analyzer_result(const attune_analyzer *analyzer) {
  return analyzer == nullptr ? kEmptyResult : analyzer->result.data();
}

size_t attune_analyzer_result_size(const attune_analyzer *analyzer) {
  return analyzer == nullptr ? 2 : analyzer->result.size();
}

attune_conversation *attune_conversation_create(attune_analyzer *analyzer) {
  if (analyzer == nullptr) return nullptr;
  return new (std::nothrow)
      attune_conversation{&analyzer->analyzer,
                          attune::Conversation(analyzer->analyzer, attune::Config{}), kEmptyResult};
}

void attune_conversation_destroy(attune_conversation *conversation) { delete conversation; }

attune_status attune_conversation_configure(attune_conversation *conversation, const char *json,
                                            size_t size) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(json, size)) return fail_argument(conversation->result);
  attune::Result<attune::Config> config = attune::parse_config(view(json, size));
  if (!config) return fail(config.error(), conversation->result);
  conversation->conversation =
      attune::Conversation(*conversation->analyzer, std::move(config.value()));
  conversation->result = kEmptyResult;
  return ATTUNE_STATUS_OK;
}

attune_status attune_conversation_customer_turn(attune_conversation *conversation, const char *text,
                                                size_t size, double at_ms) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(text, size)) return fail_argument(conversation->result);
  attune::Result<attune::TurnResult> turn =
      conversation->conversation.customer_turn(view(text, size), at_ms);
  if (!turn) return fail(turn.error(), conversation->result);
  conversation->result = attune::to_json(turn.value());
  return ATTUNE_STATUS_OK;
}

attune_status attune_conversation_bot_turn(attune_conversation *conversation, const char *text,
                                           size_t size, double at_ms, int unanswered) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(text, size)) return fail_argument(conversation->result);
  return finish(conversation->conversation.bot_turn(view(text, size), at_ms, unanswered != 0),
                conversation->result);
}

attune_status attune_conversation_event(attune_conversation *conversation, const char *name,
                                        size_t size, double at_ms) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(name, size)) return fail_argument(conversation->result);
  const std::optional<attune::ConversationEvent> event = attune::event_of(view(name, size));
  if (!event) {
    return fail({attune::ErrorCode::kInvalidTurn, "unknown event", "",
                 "offer_declined, escalated, resolved, handoff_failed or handed_back"},
                conversation->result);
  }
  return finish(conversation->conversation.event(*event, at_ms), conversation->result);
}

attune_status attune_conversation_set_attributes(attune_conversation *conversation,
                                                 const char *json, size_t size, double at_ms) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(json, size)) return fail_argument(conversation->result);
  const attune::Result<std::vector<attune::Attribute>> changes =
      attune::parse_attributes(view(json, size));
  if (!changes) return fail(changes.error(), conversation->result);
  return finish(conversation->conversation.set_attributes(changes.value(), at_ms),
                conversation->result);
}

attune_status attune_conversation_save(attune_conversation *conversation) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  conversation->result = conversation->conversation.save();
  return ATTUNE_STATUS_OK;
}

attune_status attune_conversation_restore(attune_conversation *conversation, const char *json,
                                          size_t size) {
  if (conversation == nullptr) return ATTUNE_STATUS_INVALID_ARGUMENT;
  if (!is_text(json, size)) return fail_argument(conversation->result);
  return finish(conversation->conversation.restore(view(json, size)), conversation->result);
}

const char *attune_conversation_result(const attune_conversation *conversation) {
  return conversation == nullptr ? kEmptyResult : conversation->result.data();
}

size_t attune_conversation_result_size(const attune_conversation *conversation) {
  return conversation == nullptr ? 2 : conversation->result.size();
}

}  // extern "C"
