#include "attune/conversation.h"

#include <cstring>
#include <optional>
#include <utility>

#include "conversation/session.h"
#include "json/read_state.h"
#include "json/write_state.h"
#include "model/model.h"
#include "model/model_format.h"

namespace attune {
namespace {

// Raised when a member of the state changes its meaning and keeps its name.
constexpr int kStateVersion = 1;

// Which core it is: another version, or other tables or weights, would have remembered otherwise.
std::string core_id() {
  table::Header tables;
  model::ModelHeader weights;
  std::memcpy(&tables, Tables::built_in().data(), sizeof(tables));
  std::memcpy(&weights, model::Model::built_in().data(), sizeof(weights));
  return ATTUNE_VERSION "-" + std::to_string(tables.checksum ^ weights.checksum);
}

}  // namespace

struct Conversation::State {
  State(Analyzer& analyzer, std::shared_ptr<const Setup> setup)
      : reader(analyzer), vocabulary(setup->vocabulary()), session(std::move(setup)) {}

  Analyzer& reader;
  const Vocabulary& vocabulary;  // lives as long as the session, which owns the setup
  Context context;               // of the turn to come
  Session session;

  void serve(Archive& archive) {
    archive.flag("first", context.first);
    archive.number("heard", context.frustration, 0.0, 1.0);
    session.serve(archive);
  }

  // The same behind what tells whether it can be read at all.
  void serve_marked(Archive& archive) {
    int version = kStateVersion;
    archive.whole("attune_conversation", version, kStateVersion, kStateVersion);
    archive.same("core", core_id(), "was saved by another version of the core");
    archive.same("config", std::to_string(session.setup()->fingerprint()),
                 "was saved with other topics, solutions or rules");
    archive.part("state", *this);
  }
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

std::string Conversation::save() const {
  StateWriter writer;
  state_->serve_marked(writer);
  return writer.take();
}

Result<std::monostate> Conversation::restore(std::string_view saved) {
  auto restored = std::make_unique<State>(state_->reader, state_->session.setup());
  StateReader reader(saved);
  restored->serve_marked(reader);
  if (reader.error()) return *reader.error();
  state_ = std::move(restored);
  return std::monostate{};
}

}  // namespace attune
