#include "cues/emoji.h"

#include "cues/emphasis.h"
#include "tests/core/support.h"

namespace attune {
namespace {

using Strings = std::vector<std::string>;

std::vector<Evidence> found_in(const testing::Read& read) {
  std::vector<Evidence> found;
  read_emoji(read.tables, read.text, read.phrases, found);
  return found;
}

// The spans of all emoji and emoticons of the message.
Strings signs(std::string_view message) {
  const testing::Read read(message);
  Strings spans;
  for (const Evidence& each : found_in(read)) spans.push_back(read.span(each.start, each.end));
  return spans;
}

double valence(std::string_view message) {
  const testing::Read read(message);
  double sum = 0.0;
  for (const Evidence& each : found_in(read)) sum += each.valence;
  return sum;
}

constexpr std::string_view kThumb = "\xF0\x9F\x91\x8E";
constexpr std::string_view kDarkSkin = "\xF0\x9F\x8F\xBF";
constexpr std::string_view kFacepalm = "\xF0\x9F\xA4\xA6";
constexpr std::string_view kFemale = "\xE2\x80\x8D\xE2\x99\x80\xEF\xB8\x8F";
constexpr std::string_view kFrown = "\xE2\x98\xB9";
constexpr std::string_view kClap = "\xF0\x9F\x91\x8F";
constexpr std::string_view kThrownTable = "\xE2\x94\xBB\xE2\x94\x81\xE2\x94\xBB";

std::string cat(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all += part;
  return all;
}

TEST(Emoji, ReadsSkinTonesAndJoinedSequencesWithTheirWholeSpan) {
  const std::string thumb = cat({kThumb, kDarkSkin});
  EXPECT_EQ(signs("no " + thumb), Strings{thumb});
  const std::string facepalm = cat({kFacepalm, kDarkSkin, kFemale});
  EXPECT_EQ(signs("again " + facepalm), Strings{facepalm});
}

TEST(Emoji, ReadsTextAndEmojiPresentationAlike) {
  const std::string text = cat({kFrown, "\xEF\xB8\x8E"});
  const std::string emoji = cat({kFrown, "\xEF\xB8\x8F"});
  EXPECT_EQ(signs(text), Strings{text});
  EXPECT_EQ(signs(emoji), Strings{emoji});
  EXPECT_EQ(valence(text), valence(emoji));
}

TEST(Emoji, FlagsAndKeycapsSayNothing) {
  EXPECT_EQ(signs("\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7 1\xEF\xB8\x8F\xE2\x83\xA3"), Strings{});
}

TEST(Emoji, ClapsBetweenWordsAreStressAndNoApplause) {
  EXPECT_EQ(signs(cat({"answer ", kClap, " the ", kClap, " phone"})), Strings{});
  EXPECT_EQ(signs(cat({"well done ", kClap})), Strings{std::string(kClap)});
}

TEST(Emoticons, ReadsFacesWithNosesAndSeveralMouths) {
  EXPECT_EQ(signs("oh :( no :-/ well :((("), (Strings{":(", ":-/", ":((("}));
  EXPECT_EQ(signs("late >:( again"), Strings{">:("});
}

TEST(Emoticons, ReadsTheLongestFace) {
  EXPECT_EQ(signs(":'("), Strings{":'("});
  EXPECT_EQ(signs("D:<"), Strings{"D:<"});
}

TEST(Emoticons, IgnoresTimesListsLabelsPathsAndLinks) {
  EXPECT_EQ(signs("open (8:30) or at 9:00) on 3:P"), Strings{});
  EXPECT_EQ(signs("a:(b) c:[d] (see below:) Size:D"), Strings{});
  EXPECT_EQ(signs("C:/x C:\\x http://a.example/:( D: is full |:|"), Strings{});
  EXPECT_EQ(signs("in <3 days x=(3)"), Strings{});
}

TEST(Emoticons, ReadsThoseThatAreSpelledLikeWords) {
  EXPECT_EQ(signs("xD T_T"), (Strings{"xD", "T_T"}));
}

TEST(Emoticons, AreNotAddedTwiceWhenTheyWereReadAsWords) {
  const testing::Read read("(T_T) no");
  Evidence word;
  word.kind = CueKind::kEmoji;
  word.start = 1;
  word.end = 4;
  std::vector<Evidence> found{word};
  read_emoji(read.tables, read.text, read.phrases, found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(read.span(found[0].start, found[0].end), "(T_T)");
}

TEST(Kaomoji, HaveTheirArmsAndBlanksInTheSpan) {
  EXPECT_EQ(signs("ok \\(^o^)/ go"), Strings{"\\(^o^)/"});
  EXPECT_EQ(signs("sorry m(_ _)m"), Strings{"m(_ _)m"});
  EXPECT_EQ(signs("(*^_^*)"), Strings{"(*^_^*)"});
}

TEST(Kaomoji, AThrownTableIsOneSign) {
  const std::string flip = cat({"(>_<)\xE2\x95\xAF\xEF\xB8\xB5 ", kThrownTable});
  EXPECT_EQ(signs("why " + flip), Strings{flip});
  EXPECT_EQ(valence(flip), valence(kThrownTable));
}

TEST(Kaomoji, BracketsAroundWordsAreNoFace) {
  EXPECT_EQ(signs("we met (twice) in (a-b) (*) (8) (o-o)"), Strings{});
}

}  // namespace
}  // namespace attune
