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

TEST(Capitals, IgnoresCodesThatHoldWords) {
  EXPECT_EQ(emphasis("the PRO-500, REF/2023/OVER/88 and NOTE_7 in BOX 12"), Strings{});
}

TEST(Capitals, LettersAndAcronymsBetweenShoutedWordsDoNotCutTheRun) {
  EXPECT_EQ(emphasis("listen, I WANT A PDF REFUND today"), Strings{"capitals:WANT A PDF REFUND"});
}

TEST(Capitals, ShoutAlsoInLanguagesWithoutATable) {
  EXPECT_EQ(emphasis("XYLOPH ZWEMBO TRAKTORI BLENKA").size(), 1U);
  EXPECT_EQ(emphasis("ZWEM BLEN TRAK XYLO"), Strings{});
}

TEST(Marks, SingleSpacesDoNotCutARun) {
  EXPECT_EQ(emphasis("now ! ! !"), Strings{"exclamation:! ! !"});
  EXPECT_EQ(emphasis("Hello ! How are you ?"), Strings{});
  EXPECT_EQ(emphasis("now!\n!"), Strings{});
}

TEST(Marks, ASlippedOneBelongsToTheRun) {
  EXPECT_EQ(emphasis("now!!1!11"), Strings{"exclamation:!!1!11"});
  EXPECT_EQ(emphasis("in room! 11"), Strings{});
}

TEST(Marks, SeesTheInterrobang) {
  EXPECT_EQ(emphasis("now\xE2\x80\xBD"), Strings{"question_run:\xE2\x80\xBD"});
}

TEST(Marks, OperatorsBeforeAWordAreNoRun) { EXPECT_EQ(emphasis("use !!value here"), Strings{}); }

TEST(Elongation, SeesDrawnOutWords) {
  EXPECT_EQ(emphasis("this is sooooo slow"), Strings{"elongation:sooooo"});
  EXPECT_EQ(emphasis("reallllyyyy slow"), Strings{"elongation:reallllyyyy"});
}

TEST(Elongation, IgnoresSoundsSizesAndCodes) {
  EXPECT_EQ(emphasis("hmmm shhh zzz XXXL AAA BBBK1 www xiii Schifffahrt"), Strings{});
}

TEST(Elongation, SeesWordsWithTheirLettersSetApart) {
  EXPECT_EQ(emphasis("call me n o w"), Strings{"elongation:n o w"});
  EXPECT_EQ(emphasis("call me N O W"), (Strings{"capitals:N O W", "elongation:N O W"}));
}

TEST(Repetition, SeesWordsAndPhrasesThreeTimesInARow) {
  EXPECT_EQ(emphasis("please, please, PLEASE help"),
            (Strings{"capitals:PLEASE", "intensifier:please, please, PLEASE"}));
  EXPECT_EQ(emphasis("call me call me call me"), Strings{"intensifier:call me call me call me"});
}

TEST(Repetition, IgnoresPairsLettersAndNumbers) {
  EXPECT_EQ(emphasis("bye bye, I had had 1 1 1 and x x x"), Strings{});
}

TEST(MarkedWords, SeesPairsOfAsterisksAndUnderscores) {
  EXPECT_EQ(emphasis("*never* again, **three** weeks, _still here_"),
            (Strings{"intensifier:*never*", "intensifier:**three**", "intensifier:_still here_"}));
}

TEST(MarkedWords, IgnoresBulletsProductsCodeLabelsAndCensoredWords) {
  EXPECT_EQ(emphasis("2*3*4 snake_case_names __init__ f*** s**t 5* *67* * a\n* b"), Strings{});
  EXPECT_EQ(emphasis("**Name:** Ines **Order**: 5"), Strings{});
  EXPECT_EQ(emphasis("*one\ntwo*"), Strings{});
}

TEST(Claps, AreOneCueEach) {
  constexpr std::string_view kClap = "\xF0\x9F\x91\x8F";
  const std::string cue = "emoji:" + std::string(kClap);
  EXPECT_EQ(emphasis("the " + std::string(kClap) + " slow " + std::string(kClap) + " bus"),
            (Strings{cue, cue}));
}

}  // namespace
}  // namespace attune
