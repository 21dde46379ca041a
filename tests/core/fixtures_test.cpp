// Runs tests/fixtures natively, directly and through the C ABI, and compares both to the byte.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "attune/config.h"
#include "attune_abi.h"
#include "conversation/replay.h"
#include "json/timestamp.h"
#include "json/write_result.h"
#include "tests/core/support.h"
#include "tests/fixtures/check/expect.h"

namespace attune {
namespace {

using fixtures::Case;
using nlohmann::json;

// Reports how many cases of each file hold. Those of the tuned files must, one by one, but for the
// known misreadings, which must not hold; of the untuned ones, written from the contract alone, a
// share.
class Verdict {
 public:
  explicit Verdict(std::string folder) : folder_(std::move(folder)) {}

  void note(const Case& each, const std::vector<std::string>& problems) {
    Tally& file = files_[each.file];
    ++file.cases;
    file.passed += problems.empty() ? 1 : 0;
    if (each.untuned()) {
      ++untuned_.cases;
      untuned_.passed += problems.empty() ? 1 : 0;
      return;
    }
    if (fixtures::is_known_misreading(each)) {
      ++known_;
      EXPECT_FALSE(problems.empty()) << each.name() << " " << each.data["id"]
                                     << " holds now: take it out of tests/fixtures/misread.json";
      return;
    }
    for (const std::string& problem : problems) {
      ADD_FAILURE() << each.name() << " " << each.data["id"] << ": " << problem << "\n  "
                    << each.data.value("why", "");
    }
  }

  void finish() const {
    for (const auto& [file, tally] : files_) {
      std::printf("%s/%s: %d of %d hold\n", folder_.c_str(), file.c_str(), tally.passed,
                  tally.cases);
    }
    std::printf("%s, known misreadings: %d\n", folder_.c_str(), known_);
    if (untuned_.cases == 0) return;
    std::printf("%s, untuned files together: %d of %d hold\n", folder_.c_str(), untuned_.passed,
                untuned_.cases);
    EXPECT_GE(static_cast<double>(untuned_.passed) / untuned_.cases,
              fixtures::required_share(folder_));
  }

 private:
  struct Tally {
    int cases = 0;
    int passed = 0;
  };

  std::string folder_;
  std::map<std::string, Tally> files_;
  Tally untuned_;
  int known_ = 0;
};

struct AbiAnalyzer {
  attune_analyzer* handle = attune_analyzer_create();
  ~AbiAnalyzer() { attune_analyzer_destroy(handle); }

  std::string assess(const std::string& text) const {
    EXPECT_EQ(attune_analyzer_assess(handle, text.data(), text.size()), ATTUNE_STATUS_OK);
    return {attune_analyzer_result(handle), attune_analyzer_result_size(handle)};
  }
};

// One conversation through the C ABI.
class AbiConversation {
 public:
  explicit AbiConversation(const std::string& config)
      : handle_(attune_conversation_create(analyzer_.handle)) {
    EXPECT_EQ(attune_conversation_configure(handle_, config.data(), config.size()),
              ATTUNE_STATUS_OK);
  }
  AbiConversation(const AbiConversation&) = delete;
  AbiConversation& operator=(const AbiConversation&) = delete;
  ~AbiConversation() { attune_conversation_destroy(handle_); }

  // Plays a recorded turn; of a customer's turn what the core says to it.
  json play(const json& turn) {
    const std::string said = turn.value("text", turn.value("event", ""));
    const double at = turn["at"].is_string()
                          ? parse_rfc3339(turn["at"].get<std::string>()).value_or(-1.0)
                          : turn["at"].get<double>();
    attune_status status = ATTUNE_STATUS_OK;
    if (turn["from"] == "customer") {
      status = attune_conversation_customer_turn(handle_, said.data(), said.size(), at);
    } else if (turn["from"] == "bot") {
      status = attune_conversation_bot_turn(handle_, said.data(), said.size(), at,
                                            turn.value("unanswered", false) ? 1 : 0);
    } else {
      status = attune_conversation_event(handle_, said.data(), said.size(), at);
    }
    EXPECT_EQ(status, ATTUNE_STATUS_OK);
    const char* result = attune_conversation_result(handle_);
    return json::parse(result, result + attune_conversation_result_size(handle_));
  }

 private:
  AbiAnalyzer analyzer_;
  attune_conversation* handle_;
};

TEST(Fixtures, AssessmentsHoldDirectlyAndThroughTheAbi) {
  const std::vector<Case> cases = fixtures::read_cases("assess");
  ASSERT_FALSE(cases.empty());
  Analyzer analyzer = testing::new_analyzer();
  const AbiAnalyzer abi;
  Verdict verdict("assess");
  for (const Case& each : cases) {
    const std::string text = each.data["text"];
    const std::string result = to_json(analyzer.assess(text));
    EXPECT_EQ(abi.assess(text), result) << each.name();
    verdict.note(each, fixtures::check_assessment(each.data["expect"], json::parse(result)));
  }
  verdict.finish();
}

TEST(Fixtures, ConversationsHoldDirectlyAndThroughTheAbi) {
  const std::vector<Case> cases = fixtures::read_cases("conversations");
  ASSERT_FALSE(cases.empty());
  Analyzer analyzer = testing::new_analyzer();
  Verdict verdict("conversations");
  for (const Case& each : cases) {
    const std::string settings = each.data.value("config", json::object()).dump();
    const Result<Config> config = parse_config(settings);
    AbiConversation abi(settings);
    ASSERT_TRUE(config.ok()) << each.name() << ": " << config.error().message;
    const Result<ReplayedLine> replayed = replay_line(analyzer, config.value(), each.data.dump());
    ASSERT_TRUE(replayed.ok()) << each.name() << ": " << replayed.error().message;
    EXPECT_TRUE(replayed.value().bad_turns.empty()) << each.name();
    const json turns = json::parse(replayed.value().json)["turns"];
    std::vector<std::string> problems;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const json& recorded = each.data["turns"][i];
      json through_abi = abi.play(recorded);
      if (recorded["from"] != "customer") continue;
      through_abi["from"] = turns[i]["from"];
      through_abi["at"] = turns[i]["at"];
      EXPECT_EQ(through_abi, turns[i]) << each.name() << " turn " << i;
      const json expect = recorded.value("expect", json::object());
      for (const std::string& problem : fixtures::check_turn(expect, turns[i])) {
        problems.push_back("turn " + std::to_string(i) + ": " + problem);
      }
    }
    verdict.note(each, problems);
  }
  verdict.finish();
}

}  // namespace
}  // namespace attune
