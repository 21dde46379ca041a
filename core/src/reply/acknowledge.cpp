#include "reply/acknowledge.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace attune {
namespace {

// A third "sorry" is hollow (contract, rule over_apologises).
constexpr std::size_t kMostApologies = 2;

// Ids have at most 64 characters (web/schema/common.schema.json).
constexpr std::size_t kLongestTopic = 64;

// A probability from which a reader more likely than not names the emotion.
constexpr double kLikely = 0.5;

// The families of sentences that fit, the most concrete first.
std::vector<std::string_view> families(const Assessment& assessment, const ContactWords& contact) {
  std::vector<std::string_view> found;
  const bool times = !contact.times.empty();
  const bool days = !contact.days.empty();
  if (assessment.has(Flag::kRepeatContact)) {
    if (times && days) found.push_back("ack.repeat_contact.times_days");
    if (times) found.push_back("ack.repeat_contact.times");
    if (days) found.push_back("ack.repeat_contact.days");
    found.push_back("ack.repeat_contact");
  }
  if (assessment.has(Flag::kVulnerable)) found.push_back("ack.vulnerable");
  if (days) found.push_back("ack.waiting");
  if (assessment.has(Flag::kThreatToLeave)) found.push_back("ack.threat_to_leave");
  // Which of the emotions that a reader would name is the strongest.
  const double upset = std::max({assessment.frustration, assessment.emotion(Emotion::kAnger),
                                 assessment.emotion(Emotion::kFrustration)});
  const double worry = assessment.emotion(Emotion::kWorry);
  const double disappointment = assessment.emotion(Emotion::kDisappointment);
  if (worry >= kLikely && worry > upset) found.push_back("ack.worry");
  if (disappointment >= kLikely && disappointment > upset) found.push_back("ack.disappointment");
  if (upset >= kLikely) found.push_back("ack.upset");
  return found;
}

}  // namespace

bool Acknowledger::apologise_for(const Assessment& assessment) {
  if (topics_.size() == kMostApologies) return false;
  const std::string topic = assessment.topics.empty() ? "" : assessment.topics.front().id;
  if (!topics_.empty()) {
    const bool known = std::find(topics_.begin(), topics_.end(), topic) != topics_.end();
    if (topic.empty() || known) return false;
    // What the first apology was for is named only now: still the same failing.
    if (topics_.front().empty()) {
      topics_.front() = topic;
      return false;
    }
  }
  topics_.push_back(topic);
  return true;
}

void Acknowledger::serve(Archive& archive) {
  archive.part("variants", variants_);
  archive.list("topics", topics_, kMostApologies,
               [&](std::string& topic) { archive.text("", topic, kLongestTopic); });
}

std::string Acknowledger::sentence(const Texts& texts, const Assessment& assessment,
                                   const Tone& tone, std::uint32_t seed) {
  if (!tone.acknowledge) return "";
  const ContactWords contact(texts, assessment.contact);
  for (const std::string_view family : families(assessment, contact)) {
    const std::string key = variants_.pick_new(texts, family, seed);
    if (key.empty()) continue;
    const std::initializer_list<Variable> heard = {{"times", contact.times},
                                                   {"days", contact.days}};
    if (!tone.apologise) return texts.get(key, heard);
    const std::string with_apology = key + ".sorry";
    if (texts.has(with_apology)) return texts.get(with_apology, heard);
    return texts.get(key, heard) + " " + texts.get("apology");
  }
  return tone.apologise ? texts.get("apology") : "";
}

}  // namespace attune
