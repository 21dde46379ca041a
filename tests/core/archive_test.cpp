#include "archive.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "json/read_state.h"
#include "json/write_state.h"
#include "tests/core/support.h"

namespace attune {
namespace {

enum class Colour { kRed, kGreen, kBlue };

// A part with a member of every sort.
struct Part {
  int turns = 0;
  std::uint32_t hash = 0;
  std::uint64_t rules = 0;
  bool open = false;
  Colour colour = Colour::kRed;
  double score = 0.0;
  std::string text;
  std::optional<double> days;
  std::vector<std::string> names;
  std::array<std::uint32_t, 3> ring{};
  std::vector<std::uint32_t> words;

  void serve(Archive& archive) {
    archive.count("turns", turns);
    archive.hash("hash", hash);
    archive.bits("rules", rules);
    archive.flag("open", open);
    archive.choice("colour", colour, Colour::kBlue);
    archive.number("score", score);
    archive.text("text", text, 8);
    archive.maybe("days", days,
                  [&](const char* name, double& value) { archive.number(name, value, 0.0, 9.0); });
    archive.list("names", names, 2, [&](std::string& name) { archive.text("", name, 4); });
    archive.list("ring", ring);
    archive.ascending("words", words, 3, 100);
  }
};

std::string written(Part part) {
  StateWriter writer;
  writer.part("part", part);
  return writer.take();
}

// The error of reading, or the pointer "ok".
Error read(std::string_view json, Part& part) {
  StateReader reader(json);
  reader.part("part", part);
  return reader.error().value_or(Error{ErrorCode::kInvalidState, "", "ok", ""});
}

Part some() {
  return {7,   4294967295U, 0xFEDCBA9876543210U, true,      Colour::kBlue, 0.1, "\"a\xc3\xa4\n",
          2.5, {"x", ""},   {1, 2, 3},           {0, 5, 99}};
}

TEST(Archiving, WritesOneObject) {
  EXPECT_EQ(written(some()),
            "{\"part\":{\"turns\":7,\"hash\":4294967295,\"rules\":\"fedcba9876543210\",\"open\":1,"
            "\"colour\":2,\"score\":\"3fb999999999999a\",\"text\":\"\\\"a\xc3\xa4\\n\","
            "\"days\":\"4004000000000000\",\"names\":[\"x\",\"\"],\"ring\":[1,2,3],"
            "\"words\":[0,5,99]}}");
}

TEST(Archiving, ReadsWhatItWrote) {
  Part part;
  EXPECT_EQ(read(written(some()), part).pointer, "ok");
  EXPECT_EQ(written(part), written(some()));
  Part empty = some();
  EXPECT_EQ(read(written(Part{}), empty).pointer, "ok");
  EXPECT_EQ(empty.days, std::nullopt);
}

TEST(Archiving, KeepsNumbersToTheLastBit) {
  using Limits = std::numeric_limits<double>;
  for (const double number : {0.0, -0.0, 0.1, -1.0 / 3.0, 1772442000000.5, Limits::max(),
                              Limits::lowest(), Limits::min(), Limits::denorm_min()}) {
    Part before;
    before.score = number;
    Part after;
    EXPECT_EQ(read(written(before), after).pointer, "ok") << number;
    EXPECT_EQ(after.score, number);
    EXPECT_EQ(std::signbit(after.score), std::signbit(number));
  }
}

TEST(Archiving, NamesWhatIsWrongWithItsPlace) {
  const auto with = [](const char* member, std::string_view value) {
    nlohmann::json json = nlohmann::json::parse(written(some()));
    json["part"][member] = nlohmann::json::parse(value);
    Part part;
    const Error error = read(json.dump(), part);
    EXPECT_EQ(error.code, ErrorCode::kInvalidState) << json;
    return error.pointer + " " + error.message;
  };
  EXPECT_EQ(with("turns", "-1"), "/part/turns is out of range");
  EXPECT_EQ(with("turns", "1e300"), "/part/turns is out of range");
  EXPECT_EQ(with("turns", "0.5"), "/part/turns is not a whole number");
  EXPECT_EQ(with("turns", "\"7\""), "/part/turns is a string");
  EXPECT_EQ(with("hash", "4294967296"), "/part/hash is out of range");
  EXPECT_EQ(with("open", "true"), "/part/open is a boolean");
  EXPECT_EQ(with("colour", "3"), "/part/colour is out of range");
  EXPECT_EQ(with("score", "0.1"), "/part/score is a number");
  EXPECT_EQ(with("score", "\"3fb9\""), "/part/score is not a number");
  EXPECT_EQ(with("score", "\"3FB999999999999A\""), "/part/score is not a number");
  EXPECT_EQ(with("score", "\"7ff8000000000000\""), "/part/score is out of range");  // no number
  EXPECT_EQ(with("score", "\"7ff0000000000000\""), "/part/score is out of range");  // infinite
  EXPECT_EQ(with("days", "\"c004000000000000\""), "/part/days is out of range");
  EXPECT_EQ(with("days", "null"), "/part/days is null");
  EXPECT_EQ(with("text", "\"123456789\""), "/part/text is too long");
  EXPECT_EQ(with("names", "{}"), "/part/names is an object");
  EXPECT_EQ(with("names", "[\"a\",\"b\",\"c\"]"), "/part/names has too many elements");
  EXPECT_EQ(with("names", "[\"a\",7]"), "/part/names/1 is a number");
  EXPECT_EQ(with("ring", "[1,2,3,4]"), "/part/ring has too many elements");
  EXPECT_EQ(with("ring", "[1,2,-8]"), "/part/ring/2 is out of range");
  EXPECT_EQ(with("words", "[5,5]"), "/part/words/1 is out of range");
  EXPECT_EQ(with("words", "[5,100]"), "/part/words/1 is out of range");
  EXPECT_EQ(with("words", "[99,0]"), "/part/words/1 is out of range");
}

TEST(Archiving, SaysWhatIsMissing) {
  Part part;
  EXPECT_EQ(read("{\"part\":{\"turns\":1}}", part).pointer, "/part/hash");
  EXPECT_EQ(read("{\"part\":[]}", part).message, "is an array");
  EXPECT_EQ(read("{}", part).message, "is missing");
  EXPECT_EQ(read("[]", part).pointer, "");
  EXPECT_EQ(read("[]", part).message, "is an array");
}

TEST(Archiving, ChangesNothingBehindTheFirstError) {
  Part part = some();
  EXPECT_EQ(read(R"({"part":{"turns":1,"hash":-1,"rules":"0000000000000000"}})", part).pointer,
            "/part/hash");
  EXPECT_EQ(part.turns, 1);
  EXPECT_EQ(part.hash, some().hash);
  EXPECT_EQ(part.rules, some().rules);
  EXPECT_EQ(part.text, some().text);
}

}  // namespace
}  // namespace attune
