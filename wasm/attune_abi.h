/* The C boundary of the Attune core: plain C99, used by the wasm module and by native hosts.
 *
 * Text. All text goes in as UTF-8, pointer plus size in bytes, no terminator needed; malformed
 * sequences count as U+FFFD. A NULL pointer is allowed only with size 0.
 *
 * Results. A call on a handle leaves one JSON text (UTF-8) in that handle. Read it with
 * *_result() and *_result_size(); it belongs to the handle and lives until the next call on the
 * same handle or its destruction. When the status is not ATTUNE_STATUS_OK the JSON is
 * {"error":{"code","message","pointer","expected"}}.
 *
 * Handles. Every *_create() has one *_destroy(); destroying NULL does nothing. A conversation
 * borrows its analyzer, which must be destroyed later. Handles are not thread-safe.
 *
 * Time. Milliseconds since the Unix epoch as a double, given by the caller with each turn and
 * never going backwards within a conversation. The core reads no clock.
 */
#ifndef ATTUNE_ABI_H
#define ATTUNE_ABI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised by one whenever a function or the meaning of a value here changes. */
#define ATTUNE_ABI_VERSION 2

typedef enum attune_status {
  ATTUNE_STATUS_OK = 0,
  ATTUNE_STATUS_INVALID_ARGUMENT = 1, /* a NULL handle, or NULL text with a size */
  ATTUNE_STATUS_INVALID_CONFIG = 2,   /* the result names the JSON pointer */
  ATTUNE_STATUS_INVALID_TURN = 3,     /* a turn back in time, an unknown event, bad attributes */
  ATTUNE_STATUS_INVALID_STATE = 4,    /* the result names the JSON pointer */
} attune_status;

typedef struct attune_analyzer attune_analyzer;
typedef struct attune_conversation attune_conversation;

/* ATTUNE_ABI_VERSION of the library, for the loader to compare with its own. */
uint32_t attune_abi_version(void);

/* Version of the library, for example "0.1.0": static, NUL-terminated. */
const char *attune_version(void);

/* Memory for passing text in. `size` in bytes; NULL when there is none left. */
void *attune_alloc(size_t size);
void attune_free(void *memory);

/* Creates an analyzer; NULL when the memory or the compiled tables are not usable. */
attune_analyzer *attune_analyzer_create(void);
void attune_analyzer_destroy(attune_analyzer *analyzer);

/* Assesses one message. Result: the assessment. */
attune_status attune_analyzer_assess(attune_analyzer *analyzer, const char *text, size_t size);
const char *attune_analyzer_result(const attune_analyzer *analyzer);
size_t attune_analyzer_result_size(const attune_analyzer *analyzer);

/* Creates a conversation with the default configuration; NULL without memory or analyzer. */
attune_conversation *attune_conversation_create(attune_analyzer *analyzer);
void attune_conversation_destroy(attune_conversation *conversation);

/* Replaces the configuration and starts the conversation anew. `json`: {"locale"?, "policy"?,
 * "playbook"?, "lexicon"?, "attributes"?}. On ATTUNE_STATUS_INVALID_CONFIG the former configuration
 * stays in force. */
attune_status attune_conversation_configure(attune_conversation *conversation, const char *json,
                                            size_t size);

/* Records a customer turn. Result: {"assessment","mood","loops","decision","tone","reply"}. */
attune_status attune_conversation_customer_turn(attune_conversation *conversation, const char *text,
                                                size_t size, double at_ms);

/* Records a bot turn; `unanswered` is 1 when the bot had no answer. Result: {}. */
attune_status attune_conversation_bot_turn(attune_conversation *conversation, const char *text,
                                           size_t size, double at_ms, int unanswered);

/* Records "offer_declined", "escalated", "resolved", "handoff_failed" or "handed_back".
 * Result: {}. */
attune_status attune_conversation_event(attune_conversation *conversation, const char *name,
                                        size_t size, double at_ms);

/* Records what the page has learnt about the customer. `json`: {"plan": "gold", "orders": 12,
 * "vip": true, "gone": null}, where null removes; the others are added or replaced. Result: {}. */
attune_status attune_conversation_set_attributes(attune_conversation *conversation,
                                                 const char *json, size_t size, double at_ms);

/* Writes down all that the conversation remembers. Result: one JSON object that belongs to this
 * version of the core and this configuration; a host keeps it as it is. Its size does not grow with
 * the number of turns. It holds no text of the customer, only hashes of their words. */
attune_status attune_conversation_save(attune_conversation *conversation);

/* Replaces all that the conversation remembers with a result of attune_conversation_save(); later
 * turns then give what they would have given there, but for words that the team's note quoted from
 * turns before. `json` need not be trusted, at most 1 MiB.
 * Result: {}. ATTUNE_STATUS_INVALID_STATE when it is damaged, or was saved by another version of
 * the core or with other topics, solutions or company rules: the conversation stays as it was. */
attune_status attune_conversation_restore(attune_conversation *conversation, const char *json,
                                          size_t size);

const char *attune_conversation_result(const attune_conversation *conversation);
size_t attune_conversation_result_size(const attune_conversation *conversation);

#ifdef __cplusplus
}
#endif

#endif /* ATTUNE_ABI_H */
