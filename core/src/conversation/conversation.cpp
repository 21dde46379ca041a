#include "attune/conversation.h"

#include <optional>
#include <utility>

#include "conversation/session.h"

namespace attune {

struct Conversation::State {
  State(Analyzer& analyzer, std::shared_ptr<const Setup> setup)
      : reader(analyzer), vocabulary(setup->vocabulary()), session(std::move(setup)) {}

  Analyzer& reader;
  const Vocabulary& vocabulary;  // lives as long as the session, which owns the setup
  Context context;               // of the turn to come
  Session session;
};

std::shared_ptr<const Setup> prepare(const Analyzer& analyzer, Config config) {
  return std::make_shared<const Setup>(analyzer.tables(), std::move(config));
}

Conversation::Conversation(Analyzer& analyzer, Config config)
    : Conversation(analyzer, prepare(analyzer, std::move(config))) {}
Conversation::Conversation(Analyzer& analyzer, std::shared_ptr<const Setup> setup)
    : state_(std::make_unique<State>(analyzer, std::move(setup))) {}
Conversation::Conversation(Conversation&&) noexcept = default;
Conversation& Conversation::operator=(Conversation&&) noexcept = default;
Conversation::~Conversation() = default;

Result<TurnResult> Conversation::customer_turn(std::string_view utf8, double at_ms) {
  // Checked first: a turn that can't be recorded is not worth reading.
  if (std::optional<Error> error = state_->session.check_time(at_ms)) return *error;
  Assessment assessment = state_->reader.assess(utf8, &state_->vocabulary, state_->context);
  state_->context = after_turn(state_->context, assessment.frustration);
  return state_->session.customer_turn(utf8, at_ms, std::move(assessment));
}

Result<std::monostate> Conversation::bot_turn(std::string_view utf8, double at_ms,
                                              bool unanswered) {
  return state_->session.bot_turn(utf8, at_ms, unanswered);
}

Result<std::monostate> Conversation::event(ConversationEvent event, double at_ms) {
  return state_->session.event(event, at_ms);
}

Result<std::monostate> Conversation::set_attributes(const std::vector<Attribute>& changes,
                                                    double at_ms) {
  return state_->session.set_attributes(changes, at_ms);
}

}  // namespace attune
