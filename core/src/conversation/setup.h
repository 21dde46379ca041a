// A configuration made ready for conversations: everything that does not change while they run.
#pragma once

#include <string>
#include <vector>

#include "attune/config.h"
#include "cues/vocabulary.h"
#include "reply/answers.h"
#include "reply/small_talk.h"
#include "reply/texts.h"
#include "text/saying.h"
#include "text/similarity.h"
#include "text/tables.h"

namespace attune {

// Immutable; any number of conversations share one. Its parts point at each other: created in
// place, never moved.
class Setup {
 public:
  // `tables` must outlive the setup.
  Setup(const Tables& tables, Config config);
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;

  const Policy& policy() const { return config_.policy; }
  const std::vector<Attribute>& attributes() const { return config_.attributes; }
  const std::string& locale() const { return config_.locale; }
  const ContentReader& reader() const { return reader_; }
  const Playbook& playbook() const { return config_.playbook; }
  const SayingReader& sayings() const { return sayings_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const AnswerIndex& answers() const { return answers_; }
  const SmallTalkReader& small_talk() const { return small_talk_; }
  const Texts& texts() const { return texts_; }

  // Changes with what conversations point at by number: the topics and solutions of the playbook,
  // and the company's rules.
  std::uint32_t fingerprint() const;

 private:
  // Only to cut the phrases while this is built.
  struct Builder {
    unicode::WordSegmenter segmenter;
  };
  Setup(const Tables& tables, Config config, Builder builder);

  const Config config_;
  const ContentReader reader_;
  const SayingReader sayings_;
  const Vocabulary vocabulary_;
  const AnswerIndex answers_;
  const SmallTalkReader small_talk_;
  const Texts texts_;
};

}  // namespace attune
