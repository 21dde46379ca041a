#include "reply/compose.h"

#include <algorithm>
#include <utility>

namespace attune {
namespace {

constexpr std::string_view kTalkToPerson = "talk_to_person";
// The language of the sentences in core/data/en/texts.tsv.
constexpr std::string_view kLanguage = "en";
constexpr std::size_t kMenuSize = 4;            // more buttons than that are a list to read
constexpr std::uint32_t kWordsOfALanguage = 3;  // fewer may be names or numbers

// Joins two parts; either may be empty.
std::string join(std::string left, std::string_view separator, std::string_view right) {
  if (!left.empty() && !right.empty()) left += separator;
  return left.append(right);
}

bool offers_person(const Reply& reply) {
  return std::any_of(reply.actions.begin(), reply.actions.end(),
                     [](const ReplyAction& action) { return action.id == kTalkToPerson; });
}

void remove_person(Reply& reply) {
  reply.actions.erase(
      std::remove_if(reply.actions.begin(), reply.actions.end(),
                     [](const ReplyAction& action) { return action.id == kTalkToPerson; }),
      reply.actions.end());
}

std::string_view small_talk_key(SmallTalk kind) {
  switch (kind) {
    case SmallTalk::kYes:
      return "smalltalk.yes";
    case SmallTalk::kNo:
      return "smalltalk.no";
    case SmallTalk::kOk:
      return "smalltalk.ok";
    case SmallTalk::kGreeting:
      return "smalltalk.greeting";
    case SmallTalk::kThanks:
      return "smalltalk.thanks";
    case SmallTalk::kGoodbye:
      return "smalltalk.goodbye";
    case SmallTalk::kIdentity:
      return "smalltalk.identity";
    case SmallTalk::kPraise:
      return "smalltalk.praise";
    case SmallTalk::kEmpty:
      return "smalltalk.empty";
    case SmallTalk::kNone:
      break;
  }
  return "";
}

// Whether what was heard belongs before the news that a person is coming. Danger, fraud, formal
// steps and hard circumstances have words of their own, and abuse is not discussed.
bool acknowledges_first(Reason reason) {
  return reason != Reason::kSafetyRisk && reason != Reason::kFraudRisk &&
         reason != Reason::kLegalThreat && reason != Reason::kVulnerable &&
         reason != Reason::kRepeatedAbuse;
}

}  // namespace

Composer::Composer(const Texts& texts, const AnswerIndex& answers)
    : texts_(texts), playbook_(answers.playbook()), given_(answers.solution_count(), false) {}

Reply Composer::compose(const ReplyFacts& facts, std::uint32_t seed) {
  seed_ = seed;
  answer_by_ = facts.answer_by;
  const Action action = facts.decision.action;
  const bool asks = facts.assessment.has(Flag::kAsksForPerson);
  Reply reply;
  if (action == Action::kConnectPerson) {
    reply = bring_in_person(facts);
  } else if (asks && facts.waiting) {
    reply.text = vary(by_hour("pending"));
  } else if (asks && action == Action::kOfferPerson) {
    reply = {
        join(acknowledgement(facts), " ", texts_.get(by_hour("offer.asked"), {{"by", answer_by_}})),
        {person_action()}};
  } else if (facts.small_talk != SmallTalk::kNone) {
    reply = small_talk(facts);
  } else if (facts.answer && !facts.exhausted) {
    reply = answer(facts);
  } else {
    reply = without_answer(facts);
  }

  const bool on_the_way = facts.waiting || action == Action::kConnectPerson;
  if (on_the_way) remove_person(reply);
  const bool offered = offers_person(reply);
  // While nobody is there an offer says by when a person will answer.
  if (action == Action::kOfferPerson &&
      (!offered || reply.text.find(answer_by_) == std::string::npos)) {
    reply.text = join(std::move(reply.text), "\n\n", vary(by_hour("offer")));
    if (!offered) reply.actions.push_back(person_action());
  }
  // Whatever else is said, and whoever is on the way.
  if (facts.assessment.has(Flag::kSafetyRisk)) {
    reply.text = join(texts_.get("safety"), "\n\n", reply.text);
  }
  return reply;
}

void Composer::serve(Archive& archive) {
  archive.part("variants", variants_);
  archive.part("acknowledger", acknowledger_);
  std::vector<std::uint32_t> given;
  for (std::size_t i = 0; i < given_.size(); ++i) {
    if (given_[i]) given.push_back(static_cast<std::uint32_t>(i));
  }
  archive.ascending("given", given, given_.size(), static_cast<std::int64_t>(given_.size()));
  given_.assign(given_.size(), false);
  for (const std::uint32_t number : given) given_[number] = true;
  archive.maybe("last_topic", last_topic_, [&](const char* name, std::size_t& topic) {
    archive.whole(name, topic, 0, static_cast<std::int64_t>(playbook_.topics.size()) - 1);
  });
  archive.flag("knows_matter", knows_matter_);
  archive.flag("fallback_used", fallback_used_);
}

Reply Composer::bring_in_person(const ReplyFacts& facts) {
  const Reason reason = facts.decision.reasons.front();
  const std::string heard = acknowledges_first(reason) ? acknowledgement(facts) : "";
  std::string key =
      answer_by_.empty() ? "connect." + std::string(name_of(reason)) : "connect.closed";
  if (!heard.empty() && texts_.has(key + ".heard")) key += ".heard";
  if (!texts_.has(key)) key = "connect.other";
  Reply reply;
  reply.text = join(heard, " ", texts_.get(key, {{"by", answer_by_}}));
  // What can be done at once against harm or loss must not wait for a person.
  const bool pressing = reason == Reason::kFraudRisk || reason == Reason::kSafetyRisk;
  if (pressing && facts.answer && !facts.answer->given_before) {
    Reply first = answer(facts);
    reply.text = join(std::move(first.text), "\n\n", reply.text);
    reply.actions = std::move(first.actions);
  }
  return reply;
}

Reply Composer::small_talk(const ReplyFacts& facts) {
  const std::string_view key = small_talk_key(facts.small_talk);
  if (facts.small_talk == SmallTalk::kGreeting && !playbook_.greeting.empty()) {
    return {playbook_.greeting, menu()};
  }
  Reply reply{vary(key), {}};
  if (facts.small_talk == SmallTalk::kGreeting || facts.small_talk == SmallTalk::kEmpty) {
    reply.actions = menu();
  }
  if (facts.small_talk == SmallTalk::kIdentity) reply.actions.push_back(person_action());
  return reply;
}

Reply Composer::answer(const ReplyFacts& facts) {
  const Solution& solution = *facts.answer->solution;
  const bool upset = facts.tone.tone_register == Register::kCalmDirect;
  const bool shorter = upset && !solution.upset_text.empty();
  const std::string lead = facts.answer->given_before ? vary("again") : acknowledgement(facts);
  given_[facts.answer->number] = true;
  last_topic_ = facts.answer->topic;
  knows_matter_ = true;
  return {join(lead, " ", shorter ? solution.upset_text : solution.text), solution.actions};
}

Reply Composer::without_answer(const ReplyFacts& facts) {
  if (facts.waiting) return {vary(by_hour("pending")), {}};
  const std::string heard = acknowledgement(facts);
  const auto refer = [&](std::string_view family) {
    return Reply{join(heard, " ", vary(family)), {person_action()}};
  };
  if (facts.exhausted) return refer("exhausted");
  const bool upset = facts.tone.tone_register == Register::kCalmDirect;
  if (upset && facts.assessment.topics.empty() && !knows_matter_) {
    knows_matter_ = true;  // once is enough to ask
    return refer("ask.upset");
  }
  if (facts.assessment.language_tag != kLanguage && facts.assessment.words >= kWordsOfALanguage) {
    return refer("fallback.language");
  }
  if (upset || facts.decision.action == Action::kOfferPerson) return refer("fallback.person");
  if (playbook_.topics.empty()) return refer("fallback.no_answers");

  Reply reply{playbook_.fallback, menu()};
  if (reply.text.empty() || fallback_used_) reply.text = vary("fallback");
  fallback_used_ = true;
  reply.text = join(heard, " ", reply.text);
  reply.actions.push_back(person_action());
  return reply;
}

std::string Composer::acknowledgement(const ReplyFacts& facts) {
  return acknowledger_.sentence(texts_, facts.assessment, facts.tone, seed_);
}

std::string Composer::vary(std::string_view family) {
  return texts_.get(variants_.pick(texts_, family, seed_), {{"by", answer_by_}});
}

std::string Composer::by_hour(std::string_view key) const {
  return answer_by_.empty() ? std::string(key) : std::string(key) + ".closed";
}

// Quick replies for the company's first topics.
std::vector<ReplyAction> Composer::menu() const {
  std::vector<ReplyAction> actions;
  for (const TopicAnswers& topic : playbook_.topics) {
    if (actions.size() == kMenuSize) break;
    if (topic.label.empty()) continue;
    actions.push_back({topic.topic, capitalised(topic.label), "", capitalised(topic.label)});
  }
  return actions;
}

ReplyAction Composer::person_action() const {
  return {std::string(kTalkToPerson),
          texts_.get(answer_by_.empty() ? "action.talk_to_person" : "action.leave_with_us"), "",
          ""};
}

}  // namespace attune
