// What the fixtures' `expect` members mean.
#include <gtest/gtest.h>

#include "tests/fixtures/check/expect.h"

namespace attune {
namespace {

using nlohmann::json;

// How many problems a decision for `action` has.
std::size_t problems(const std::string& expect, const std::string& action) {
  const json turn = {{"decision", {{"action", action}, {"priority", "low"}, {"reasons", {}}}},
                     {"mood", {{"trend", "steady"}}},
                     {"loops", json::object()},
                     {"reply", {{"text", ""}}}};
  return fixtures::check_turn(json::parse(expect), turn).size();
}

TEST(FixtureExpectations, HoldForTheActionAndForAcceptableOnes) {
  const std::string either = R"({"action":"offer_person","acceptable":["continue"]})";
  EXPECT_EQ(problems(either, "offer_person"), 0U);
  EXPECT_EQ(problems(either, "continue"), 0U);
  EXPECT_EQ(problems(either, "connect_person"), 1U);
  EXPECT_EQ(problems(R"({"action":"offer_person"})", "continue"), 1U);
  EXPECT_EQ(problems(R"({"action":["offer_person","continue"]})", "continue"), 0U);
  EXPECT_EQ(problems("{}", "continue"), 0U);
}

}  // namespace
}  // namespace attune
