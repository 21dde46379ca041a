// Messages that carry no matter: greetings, thanks, a plain "ok", praise, nothing at all.
#pragma once

#include "attune/assessment.h"
#include "attune/config.h"
#include "text/phrase_index.h"
#include "text/tables.h"

namespace attune {

enum class SmallTalk {
  kNone,
  kEmpty,  // no words, and nothing else to go by
  kYes,
  kNo,
  kOk,
  kGreeting,
  kThanks,
  kGoodbye,
  kIdentity,  // asks whether this is a bot
  kPraise,    // happy, asks nothing, and is about nothing that has an answer
};

// Recognises messages that consist of such phrases and nothing else.
class SmallTalkReader {
 public:
  SmallTalkReader(const Tables& tables, const Playbook& playbook,
                  unicode::WordSegmenter& segmenter);

  // The last kind of the enumeration that occurs wins: "hi, thanks, bye" is a goodbye. A negative
  // message, or one with a flag, is never small talk, whatever its words. Never kPraise: see
  // is_praise().
  SmallTalk read(const Assessment& assessment, const WordLine& line) const;

 private:
  PhraseIndex phrases_;
};

// Whether a message that has no answer is just kind words.
bool is_praise(const Assessment& assessment, const TokenizedText& text);

}  // namespace attune
