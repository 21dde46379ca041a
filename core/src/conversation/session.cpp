#include "conversation/session.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "conversation/explanation.h"
#include "conversation/opening_hours.h"
#include "reply/tone.h"

namespace attune {
namespace {

// Bytes: 256 characters of 4 bytes (attune/config.h).
constexpr std::size_t kLongestAttribute = 1024;

bool is_finite(double value) {
  return value >= -std::numeric_limits<double>::max() &&
         value <= std::numeric_limits<double>::max();  // false for NaN
}

}  // namespace

Session::Session(std::shared_ptr<const Setup> setup)
    : setup_(std::move(setup)),
      composer_(setup_->texts(), setup_->answers()),
      decider_(setup_->policy()),
      attributes_(setup_->attributes()) {}

Result<TurnResult> Session::customer_turn(std::string_view utf8, double at_ms,
                                          Assessment assessment) {
  if (std::optional<Error> error = check_time(at_ms)) return *error;
  last_at_ms_ = at_ms;

  // What the message says.
  tokenize(segmenter_, utf8, text_);
  const WordLine line(text_);
  notes_.add(assessment);
  if (!seed_) seed_ = hash_of(line.text());
  SmallTalk small_talk = setup_->small_talk().read(assessment, line);
  const Mood& mood = mood_.add(assessment);

  // What the company has to say to it. Thanks may come as often as they like.
  const SayingReader& sayings = setup_->sayings();
  const bool repeated = small_talk == SmallTalk::kNone
                            ? loops_.customer_turn(sayings.read(text_), sayings.stance(line))
                            : loops_.customer_turn(Saying());
  std::optional<AnswerIndex::Answer> answer;
  if (small_talk == SmallTalk::kNone)
    answer = setup_->answers().find(assessment, line, composer_.given());
  if (!answer && small_talk == SmallTalk::kNone && is_praise(assessment, text_)) {
    small_talk = SmallTalk::kPraise;
  }
  const bool exhausted = answer && composer_.is_spent(*answer) &&
                         (repeated || is_upset(assessment, mood, setup_->policy()));
  const bool waiting = decider_.escalated();
  if (answer && !exhausted) {
    loops_.answer(LoopTracker::Answer::kGiven);
  } else if (small_talk == SmallTalk::kNone && !assessment.has(Flag::kAsksForPerson) && !waiting &&
             !setup_->playbook().topics.empty()) {
    loops_.answer(LoopTracker::Answer::kMissing);
  }

  // What to do, and how to say it.
  TurnResult result;
  result.mood = mood;
  result.loops = loops_.loops();
  const OpeningHours& hours = setup_->policy().hours;
  const bool open = is_open(hours, at_ms);
  result.decision = decider_.decide(
      {assessment, result.loops, repeated, small_talk != SmallTalk::kNone, open, &attributes_});
  std::string answer_clause;  // nothing while somebody is there
  if (hours.given()) answer_clause = tell_availability(open, at_ms, result.decision);
  explain_decision(assessment, result);
  result.tone = choose_tone_for(assessment, mood);
  result.reply = composer_.compose({assessment, result.decision, result.tone, small_talk, answer,
                                    exhausted, waiting, answer_clause},
                                   *seed_);
  loops_.remember_reply(result.reply.text);
  result.assessment = std::move(assessment);
  return result;
}

Result<std::monostate> Session::bot_turn(std::string_view utf8, double at_ms, bool unanswered) {
  if (std::optional<Error> error = check_time(at_ms)) return *error;
  last_at_ms_ = at_ms;
  tokenize(segmenter_, utf8, text_);
  loops_.bot_turn(utf8, setup_->sayings().read(text_), text_, unanswered);
  return std::monostate{};
}

Result<std::monostate> Session::event(ConversationEvent event, double at_ms) {
  if (std::optional<Error> error = check_time(at_ms)) return *error;
  last_at_ms_ = at_ms;
  switch (event) {
    case ConversationEvent::kOfferDeclined:
    case ConversationEvent::kHandedBack:
      decider_.decline();
      break;
    case ConversationEvent::kEscalated:
      decider_.escalate();
      break;
    case ConversationEvent::kHandoffFailed:
      decider_.fail_handoff();
      break;
    case ConversationEvent::kResolved:
      decider_.resolve();
      loops_.resolve();
      composer_.resolve();
      notes_ = {};
      break;
  }
  return std::monostate{};
}

Result<std::monostate> Session::set_attributes(const std::vector<Attribute>& changes,
                                               double at_ms) {
  if (std::optional<Error> error = check_time(at_ms)) return *error;
  std::vector<Attribute> merged = attributes_;
  for (const Attribute& change : changes) {
    const auto known = std::find_if(merged.begin(), merged.end(), [&change](const Attribute& each) {
      return each.name == change.name;
    });
    if (!change.value) {
      if (known != merged.end()) merged.erase(known);
    } else if (known != merged.end()) {
      known->value = change.value;
    } else {
      merged.push_back(change);
    }
  }
  if (merged.size() > kMostAttributes) {
    return Error{ErrorCode::kInvalidTurn, "the conversation would have too many attributes",
                 "/attributes", "at most " + std::to_string(kMostAttributes) + " attributes"};
  }
  last_at_ms_ = at_ms;
  attributes_ = std::move(merged);
  return std::monostate{};
}

void Session::serve(Archive& archive) {
  archive.part("composer", composer_);
  archive.part("mood", mood_);
  archive.part("loops", loops_);
  archive.part("decider", decider_);
  archive.list("attributes", attributes_, kMostAttributes, [&](Attribute& attribute) {
    if (!attribute.value) attribute.value.emplace();
    archive.group("", [&] {
      archive.text("name", attribute.name, kLongestAttribute);
      archive.text("value", *attribute.value, kLongestAttribute);
    });
  });
  archive.part("notes", notes_);
  archive.maybe("seed", seed_,
                [&](const char* name, std::uint32_t& seed) { archive.hash(name, seed); });
  archive.maybe("last_at_ms", last_at_ms_,
                [&](const char* name, double& at_ms) { archive.number(name, at_ms); });
}

std::optional<Error> Session::check_time(double at_ms) const {
  if (!is_finite(at_ms)) {
    return Error{ErrorCode::kInvalidTurn, "the time of the turn is not a finite number", "/at",
                 "milliseconds since 1970-01-01T00:00:00Z"};
  }
  if (last_at_ms_ && at_ms < *last_at_ms_) {
    return Error{ErrorCode::kInvalidTurn, "the turn is earlier than the one before it", "/at",
                 "a time not before that of the turn before"};
  }
  return std::nullopt;
}

std::string Session::tell_availability(bool open, double at_ms, Decision& decision) const {
  const OpeningHours& hours = setup_->policy().hours;
  decision.availability.emplace().open = open;
  if (open) return {};
  const std::optional<double> answer_ms = answer_by(hours, at_ms);
  if (answer_ms) decision.availability->answer_by = rfc3339(hours, *answer_ms);
  return answer_clause(setup_->texts(), hours, at_ms, answer_ms);
}

void Session::explain_decision(const Assessment& assessment, TurnResult& result) const {
  if (result.decision.reasons.empty()) return;
  const Texts& texts = setup_->texts();
  result.decision.explanation =
      explain(texts, result.decision,
              {assessment, notes_.contact(), result.loops, setup_->policy(),
               decider_.takeover_rule(), decider_.language(), setup_->locale()});
  result.decision.team = team_note(texts, notes_, result.mood, setup_->policy().company_rules,
                                   decider_.matched_rules());
}

Tone Session::choose_tone_for(const Assessment& assessment, const Mood& mood) {
  Tone tone = choose_tone(assessment, mood, setup_->policy());
  tone.apologise =
      tells_of_failing(assessment, setup_->policy()) && composer_.apologise_for(assessment);
  return tone;
}

}  // namespace attune
