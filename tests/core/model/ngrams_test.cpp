#include "model/ngrams.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/core/support.h"

namespace attune::model {
namespace {

using Keys = std::vector<std::uint32_t>;

// A message and its n-grams.
struct Cut {
  explicit Cut(std::string_view message) : read(message) {
    words = read_ngrams(read.tables, read.text, read.phrases, ngrams);
  }

  Keys keys() const {
    Keys out;
    for (const Ngram& each : ngrams) out.push_back(each.key);
    return out;
  }
  // Of the n-grams that are exactly this part of the message.
  std::set<std::uint32_t> keys_of(std::string_view part) const {
    std::set<std::uint32_t> out;
    for (const Ngram& each : ngrams) {
      if (read.span(each.start, each.end) == part) out.insert(each.key);
    }
    return out;
  }

  attune::testing::Read read;
  std::vector<Ngram> ngrams;
  std::uint32_t words = 0;
};

Keys keys(std::string_view message) { return Cut(message).keys(); }

std::set<std::uint32_t> minus(std::set<std::uint32_t> from, const std::set<std::uint32_t>& what) {
  for (const std::uint32_t key : what) from.erase(key);
  return from;
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Ngrams, OfNothingAreNone) {
  for (const char* message : {"", "   ", "\n\n"}) {
    const Cut cut(message);
    EXPECT_TRUE(cut.ngrams.empty()) << message;
    EXPECT_EQ(cut.words, 0U) << message;
  }
}

TEST(Ngrams, AreWordsPairsAndTriples) {
  const Cut cut("refund my order");
  for (const char* part : {"refund", "my", "order", "refund my", "my order", "refund my order"}) {
    EXPECT_FALSE(cut.keys_of(part).empty()) << part;
  }
  EXPECT_EQ(cut.words, 3U);
}

TEST(Ngrams, HaveKeysOfSoManyBits) {
  for (const Ngram& each : Cut("Where on earth is my refund, it was due on Monday!").ngrams) {
    EXPECT_LT(each.key, 1U << kKeyBits);
  }
}

TEST(Ngrams, DependOnTheOrderOfTheWords) {
  EXPECT_NE(Cut("never again").keys_of("never again"), Cut("again never").keys_of("again never"));
  EXPECT_EQ(Cut("it is late").keys_of("late"), Cut("so late").keys_of("late"));
}

TEST(Ngrams, SpanUtf16UnitsInsideTheText) {
  const Cut cut("\xF0\x9F\x98\xA1\xF0\x9F\x98\xA1 caf\xC3\xA9 refund \xF0\x9F\x92\xA9!! NOW");
  EXPECT_FALSE(cut.keys_of("caf\xC3\xA9").empty());
  EXPECT_FALSE(cut.keys_of("refund").empty());
  EXPECT_FALSE(cut.keys_of("NOW").empty());
  ASSERT_FALSE(cut.ngrams.empty());
  for (const Ngram& each : cut.ngrams) {
    EXPECT_LT(each.start, each.end);
    EXPECT_LE(each.end, cut.read.text.text.size());
  }
  // Two emoji of two units each and a space stand before it.
  EXPECT_TRUE(std::any_of(cut.ngrams.begin(), cut.ngrams.end(),
                          [](const Ngram& each) { return each.start == 5 && each.end == 9; }));
}

TEST(Ngrams, StandInTheOrderOfTheirEnds) {
  for (const char* message :
       {"I am not happy, but the lamp is GREAT!!!! Thanks @shop, see https://a.example/b?c=d",
        "??? ... !!! :( ok", "b\xC3\xBCro \xF0\x9F\x98\xA1 12 34 56"}) {
    const Cut cut(message);
    EXPECT_TRUE(std::is_sorted(cut.ngrams.begin(), cut.ngrams.end(),
                               [](const Ngram& a, const Ngram& b) { return a.end < b.end; }))
        << message;
  }
}

TEST(Ngrams, TakeNumbersAlike) {
  EXPECT_EQ(keys("order 4711 came late"), keys("order 8 came late"));
  EXPECT_NE(keys("order 4711 came late"), keys("order blue came late"));
}

TEST(Ngrams, TakeLinksAlike) {
  EXPECT_EQ(keys("look at https://shop.example please"),
            keys("look at https://mail.example please"));
  EXPECT_EQ(keys("write to ann@shop.example please"), keys("write to bob@mail.example please"));
  EXPECT_EQ(keys("look at https://shop.example please"),
            keys("look at https://www.my-shop.example/orders/2024?id=7&lang=en#top please"));
  EXPECT_EQ(keys("write to ann@shop.example please"),
            keys("write to bob.smith-jones+help@mail.my-shop.co.example please"));
}

TEST(Ngrams, TakeNamesBehindAtAlike) {
  EXPECT_EQ(keys("@brightlamps where is it"), keys("@acme where is it"));
  EXPECT_NE(keys("@brightlamps where is it"), keys("acme where is it"));
}

TEST(Ngrams, TakeARunOfASignForOne) {
  EXPECT_EQ(keys("where is it!!!!"), keys("where is it!"));
  EXPECT_EQ(keys("where is it??????"), keys("where is it?"));
  EXPECT_NE(keys("where is it!!"), keys("where is it??"));
}

TEST(Ngrams, SpanTheWholeRunOfASign) {
  const Cut cut("late!!!!");
  EXPECT_FALSE(cut.keys_of("late!!!!").empty());
}

TEST(Ngrams, KeepWordsThatAreRepeated) {
  EXPECT_NE(keys("very very very late"), keys("very very late"));
}

TEST(Ngrams, ReadAWordWithAndWithoutItsApostropheAlike) {
  for (const std::string word : {"don't", "can't", "won't", "isn't", "I'm", "shouldn't"}) {
    const std::size_t at = word.find('\'');
    const std::string bare = word.substr(0, at) + word.substr(at + 1);
    const std::string curly = word.substr(0, at) + "\xE2\x80\x99" + word.substr(at + 1);
    EXPECT_EQ(Cut("so " + word + " wait").keys_of(word), Cut("so " + bare + " wait").keys_of(bare))
        << word;
    EXPECT_EQ(keys("so " + word + " wait"), keys("so " + curly + " wait")) << word;
  }
}

// With the apostrophe these have as many characters as words that have a stem.
TEST(Ngrams, CountLettersButNoApostrophesForAStem) {
  EXPECT_EQ(Cut("it doesn't").keys_of("doesn't"), Cut("it doesnt").keys_of("doesnt"));
  EXPECT_EQ(Cut("I haven't").keys_of("haven't"), Cut("I havent").keys_of("havent"));
}

TEST(Ngrams, FoldDrawnOutLetters) {
  EXPECT_EQ(keys("this is sooo slow"), keys("this is soooo slow"));
  EXPECT_EQ(keys("this is sooo slow"), keys("this is so slow"));
}

TEST(Ngrams, FoldDrawnOutLettersHoweverMany) {
  EXPECT_EQ(keys("this is soooooooooooo slow"), keys("this is so slow"));
  EXPECT_EQ(keys("sloooow"), keys("slooow"));
}

TEST(Ngrams, IgnoreCaseButForTheMarkOfShouting) {
  EXPECT_EQ(Cut("it is late").keys_of("late"), Cut("It is Late").keys_of("Late"));
  const auto calm = Cut("it is late").keys_of("late");
  const auto loud = Cut("it is LATE").keys_of("LATE");
  EXPECT_TRUE(std::includes(loud.begin(), loud.end(), calm.begin(), calm.end()));
  EXPECT_EQ(minus(loud, calm).size(), 1U);
  EXPECT_EQ(keys("IT IS LATE"), keys("it is late"));  // all of it says nothing of one word
}

TEST(Ngrams, MarkWordsBehindANegation) {
  const auto plain = Cut("it is very good").keys_of("good");
  const auto negated = minus(Cut("it is not good").keys_of("good"), plain);
  EXPECT_EQ(negated.size(), 1U);
  EXPECT_EQ(negated, minus(Cut("it was never good").keys_of("good"), plain));
  EXPECT_EQ(negated, minus(Cut("it isn't good").keys_of("good"), plain));
}

TEST(Ngrams, EndANegationWithTheSentence) {
  EXPECT_EQ(Cut("it is not. good then").keys_of("good"),
            Cut("it is so. good then").keys_of("good"));
}

TEST(Ngrams, MarkWordsBehindABut) {
  const auto plain = Cut("nice lamp and it buzzes").keys_of("buzzes");
  const auto contrasted = Cut("nice lamp but it buzzes").keys_of("buzzes");
  EXPECT_TRUE(std::includes(contrasted.begin(), contrasted.end(), plain.begin(), plain.end()));
  EXPECT_EQ(minus(contrasted, plain).size(), 1U);
  EXPECT_EQ(Cut("nice lamp but old. it buzzes").keys_of("buzzes"), plain);
}

TEST(Ngrams, PassOverWhoSomebodyIs) {
  const Keys without = keys("I am a customer and my order is late");
  for (const std::string who : {"Muslim", "Jewish", "gay", "Nigerian", "disabled", "deaf",
                                "wheelchair-using", "non-binary", "middle-aged", "transgender"}) {
    const std::string message = "I am a " + who + " customer and my order is late";
    EXPECT_EQ(keys(message), without) << message;
    EXPECT_EQ(Cut(message).words, 9U) << message;
  }
}

TEST(Ngrams, PassOverWhoSomebodyIsBehindANegation) {
  const Keys without = keys("this is not how a customer deserves to be treated");
  for (const std::string who : {"Muslim", "gay", "wheelchair-using", "non-binary", "middle-aged"}) {
    const std::string message = "this is not how a " + who + " customer deserves to be treated";
    EXPECT_EQ(keys(message), without) << message;
  }
}

TEST(Ngrams, AreAtMostSoManyAWord) {
  constexpr std::size_t kMostOfAWord = 9;
  const std::string sentence = "I was NOT told about this, but the delivery never arrived!! ";
  const Cut cut(repeated(sentence, 2000));
  std::size_t tokens = 0;
  for (const Token& token : cut.read.text.tokens) {
    tokens += token.kind == TokenKind::kSpace ? 0U : 1U;
  }
  EXPECT_EQ(cut.words, 22000U);
  EXPECT_GT(cut.ngrams.size(), 2 * tokens);
  EXPECT_LE(cut.ngrams.size(), kMostOfAWord * tokens);
}

TEST(Ngrams, ReplaceThoseOfTheMessageBefore) {
  const attune::testing::Read first("the lamp came broken");
  const attune::testing::Read second("thanks");
  std::vector<Ngram> ngrams;
  read_ngrams(first.tables, first.text, first.phrases, ngrams);
  read_ngrams(second.tables, second.text, second.phrases, ngrams);
  EXPECT_EQ(ngrams.size(), Cut("thanks").ngrams.size());
}

}  // namespace
}  // namespace attune::model
