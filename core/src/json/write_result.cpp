#include "json/write_result.h"

#include <cstddef>

#include "cues/shown.h"

namespace attune {
namespace {

void write_emotions(const Assessment& assessment, JsonWriter& out) {
  out.begin_object();
  for (std::size_t i = 0; i < kEmotionCount; ++i) {
    out.key(name_of(static_cast<Emotion>(i))).number(assessment.emotions[i]);
  }
  out.end_object();
}

void write_contact(const Contact& contact, JsonWriter& out) {
  out.begin_object().key("times");
  contact.times ? out.integer(*contact.times) : out.null();
  out.key("waiting_days");
  contact.waiting_days ? out.number(*contact.waiting_days) : out.null();
  out.end_object();
}

void write_cues(const Assessment& assessment, JsonWriter& out) {
  out.begin_array();
  for (const Cue* cue : shown_cues(assessment)) {
    out.begin_object();
    out.key("kind").string(name_of(cue->kind));
    out.key("start").integer(cue->start);
    out.key("end").integer(cue->end);
    out.key("text").string(cue->text);
    out.key("weight").number(cue->weight);
    out.end_object();
  }
  out.end_array();
}

void write(const Assessment& assessment, JsonWriter& out) {
  out.begin_object();
  out.key("language").begin_object();
  out.key("tag").string(assessment.language_tag);
  out.key("confidence").number(assessment.language_confidence).end_object();
  out.key("sentiment").begin_object();
  out.key("score").number(assessment.sentiment);
  out.key("level").string(name_of(assessment.level)).end_object();
  out.key("emotions");
  write_emotions(assessment, out);
  out.key("frustration").number(assessment.frustration);
  out.key("urgency").number(assessment.urgency);
  out.key("confidence").string(name_of(assessment.confidence));
  out.key("topics").begin_array();
  for (const TopicScore& topic : assessment.topics) {
    out.begin_object().key("id").string(topic.id).key("score").number(topic.score).end_object();
  }
  out.end_array();
  out.key("flags").begin_array();
  for (const Flag flag : assessment.flags) out.string(name_of(flag));
  out.end_array();
  out.key("contact");
  write_contact(assessment.contact, out);
  out.key("cues");
  write_cues(assessment, out);
  out.end_object();
}

void write(const Mood& mood, JsonWriter& out) {
  out.begin_object();
  out.key("score").number(mood.score);
  out.key("level").string(name_of(mood.level));
  out.key("trend").string(name_of(mood.trend));
  out.key("frustration").number(mood.frustration);
  out.key("peak").number(mood.peak);
  out.key("turns").integer(mood.turns);
  out.end_object();
}

void write(const Loops& loops, JsonWriter& out) {
  out.begin_object();
  out.key("customer_repeats").integer(loops.customer_repeats);
  out.key("bot_repeats").integer(loops.bot_repeats);
  out.key("unanswered").integer(loops.unanswered);
  out.end_object();
}

void write(const std::vector<std::string>& texts, JsonWriter& out) {
  out.begin_array();
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

void write(const TeamNote& note, JsonWriter& out) {
  out.begin_object();
  out.key("text").string(note.text);
  out.key("frustration").number(note.frustration);
  out.key("trend").string(name_of(note.trend));
  out.key("contact");
  write_contact(note.contact, out);
  out.key("amount");
  note.amount ? out.number(*note.amount) : out.null();
  out.key("references").integer(note.references);
  out.key("rules");
  write(note.rules, out);
  out.key("words");
  write(note.words, out);
  out.end_object();
}

void write(const Availability& availability, JsonWriter& out) {
  out.begin_object().key("open").boolean(availability.open).key("answer_by");
  availability.answer_by.empty() ? out.null() : out.string(availability.answer_by);
  out.end_object();
}

void write(const Decision& decision, JsonWriter& out) {
  out.begin_object();
  out.key("action").string(name_of(decision.action));
  out.key("priority").string(name_of(decision.priority));
  out.key("reasons").begin_array();
  for (const Reason reason : decision.reasons) out.string(name_of(reason));
  out.end_array();
  out.key("explanation").string(decision.explanation);
  if (decision.team) {
    out.key("team");
    write(*decision.team, out);
  }
  if (decision.availability) {
    out.key("availability");
    write(*decision.availability, out);
  }
  out.end_object();
}

void write(const Tone& tone, JsonWriter& out) {
  out.begin_object();
  out.key("register").string(name_of(tone.tone_register));
  out.key("acknowledge").boolean(tone.acknowledge);
  out.key("apologise").boolean(tone.apologise);
  out.key("emoji").boolean(tone.emoji);
  out.key("exclamations").boolean(tone.exclamations);
  out.key("brevity").string(name_of(tone.brevity));
  out.end_object();
}

void write(const Reply& reply, JsonWriter& out) {
  out.begin_object();
  out.key("text").string(reply.text);
  out.key("actions").begin_array();
  for (const ReplyAction& action : reply.actions) {
    out.begin_object();
    out.key("id").string(action.id).key("label").string(action.label);
    if (!action.href.empty()) out.key("href").string(action.href);
    if (!action.message.empty()) out.key("message").string(action.message);
    out.end_object();
  }
  out.end_array().end_object();
}

}  // namespace

std::string to_json(const Assessment& assessment) {
  JsonWriter out;
  write(assessment, out);
  return out.take();
}

std::string to_json(const TurnResult& turn) {
  JsonWriter out;
  out.begin_object();
  write_members(turn, out);
  out.end_object();
  return out.take();
}

void write_members(const TurnResult& turn, JsonWriter& out) {
  out.key("assessment");
  write(turn.assessment, out);
  out.key("mood");
  write(turn.mood, out);
  out.key("loops");
  write(turn.loops, out);
  out.key("decision");
  write(turn.decision, out);
  out.key("tone");
  write(turn.tone, out);
  out.key("reply");
  write(turn.reply, out);
}

std::string error_json(const Error& error) {
  JsonWriter out;
  out.begin_object().key("error").begin_object();
  out.key("code").string(name_of(error.code));
  out.key("message").string(error.message);
  out.key("pointer").string(error.pointer);
  out.key("expected").string(error.expected);
  out.end_object().end_object();
  return out.take();
}

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidConfig:
      return "invalid_config";
    case ErrorCode::kInvalidData:
      return "invalid_data";
    case ErrorCode::kInvalidTurn:
      return "invalid_turn";
    case ErrorCode::kInvalidState:
      return "invalid_state";
  }
  return "";
}

}  // namespace attune
