#include "cues/emphasis.h"

#include "tests/core/support.h"

namespace attune {
namespace {

// "kind:span" of every piece of emphasis in the message.
std::vector<std::string> emphasis(std::string_view message) {
  const testing::Read read(message);
  std::vector<Evidence> found;
  read_emphasis(read.tables, read.text, read.phrases, found);
  std::vector<std::string> texts;
  for (const Evidence& each : found) {
    texts.push_back(std::string(name_of(each.kind)) + ":" + read.span(each.start, each.end));
  }
  return texts;
}

double weight(std::string_view message) {
  const testing::Read read(message);
  std::vector<Evidence> found;
  read_emphasis(read.tables, read.text, read.phrases, found);
  double sum = 0.0;
  for (const Evidence& each : found) sum += each.upset;
  return sum;
}

using Strings = std::vector<std::string>;

TEST(Capitals, AWholeMessageInCapitalsIsOneCue) {
  EXPECT_EQ(emphasis("WHERE IS MY REFUND"), Strings{"capitals:WHERE IS MY REFUND"});
}

TEST(Capitals, ShoutedWordsAreOneCueARun) {
  EXPECT_EQ(emphasis("I want my REFUND and I want THIS NOW please"),
            (Strings{"capitals:REFUND", "capitals:THIS NOW"}));
}

TEST(Capitals, IgnoresAcronymsCodesAndTheWordI) {
  EXPECT_EQ(emphasis("I opened the PDF with the USB key, OK? It says XK12 and ABX"), Strings{});
}

TEST(Capitals, IgnoresScriptsWithoutCase) {
  EXPECT_EQ(emphasis("\xE8\xBF\x94\xE9\x87\x91\xE3\x81\x97\xE3\x81\xA6"), Strings{});
}

TEST(Marks, RunsOfExclamationMarksGrowWithTheirLengthUpToSix) {
  EXPECT_EQ(emphasis("now!!!"), Strings{"exclamation:!!!"});
  EXPECT_LT(weight("now!!"), weight("now!!!!"));
  EXPECT_EQ(weight("now!!!!!!"), weight("now!!!!!!!!!!!!"));
}

TEST(Marks, ASingleMarkSaysNothing) { EXPECT_EQ(emphasis("Hello! How are you?"), Strings{}); }

TEST(Marks, SeesQuestionRunsAndInterrobangs) {
  EXPECT_EQ(emphasis("hello?? what?!"), (Strings{"question_run:??", "question_run:?!"}));
}

TEST(Marks, SeesFullWidthDoubledAndEmojiMarks) {
  EXPECT_EQ(emphasis("now\xEF\xBC\x81\xEF\xBC\x81"),
            Strings{"exclamation:\xEF\xBC\x81\xEF\xBC\x81"});
  EXPECT_EQ(emphasis("now\xE2\x80\xBC"), Strings{"exclamation:\xE2\x80\xBC"});
  EXPECT_EQ(emphasis("now\xE2\x9D\x97\xE2\x9D\x97"),
            Strings{"exclamation:\xE2\x9D\x97\xE2\x9D\x97"});
}

TEST(Marks, IgnoresMarksInsideLinks) {
  EXPECT_EQ(emphasis("see https://x.example/a!!b??c"), Strings{});
}

TEST(Elongation, SeesDrawnOutWords) {
  EXPECT_EQ(emphasis("this is sooooo slow"), Strings{"elongation:sooooo"});
}

}  // namespace
}  // namespace attune
