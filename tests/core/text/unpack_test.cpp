#include "text/unpack.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

template <typename T>
Span<T> span_of(const std::vector<T>& elements) {
  return {elements.data(), static_cast<std::uint32_t>(elements.size())};
}

TEST(Unpack, GivesWordsBackTheirSharedBeginnings) {
  const std::vector<std::uint8_t> shared = {0, 2, 0};
  const std::vector<std::uint8_t> endings = {4, 1, 2};
  const std::u16string text = u"lateyno";
  const std::vector<char16_t> chars(text.begin(), text.end());
  Lists<std::uint32_t, char16_t> words;
  ASSERT_TRUE(unpack_words(span_of(shared), span_of(endings), span_of(chars), words));
  EXPECT_EQ(words.starts, (std::vector<std::uint32_t>{0, 4, 7, 9}));
  EXPECT_EQ(std::u16string(words.flat.begin(), words.flat.end()), u"latelayno");
}

TEST(Unpack, RefusesWordsThatShareMoreThanThereIs) {
  const std::vector<char16_t> chars = {u'a', u'b'};
  Lists<std::uint32_t, char16_t> words;
  const auto unpacks = [&](const std::vector<std::uint8_t>& shared,
                           const std::vector<std::uint8_t>& endings) {
    return unpack_words(span_of(shared), span_of(endings), span_of(chars), words);
  };
  EXPECT_TRUE(unpacks({0, 1}, {1, 1}));
  EXPECT_FALSE(unpacks({0, 2}, {1, 1}));  // the first word has one character
  EXPECT_FALSE(unpacks({0, 0}, {1, 2}));  // more characters than there are
  EXPECT_FALSE(unpacks({0}, {1}));        // fewer
  EXPECT_FALSE(unpacks({0, 0}, {2}));     // a count is missing
}

TEST(Unpack, AddsUpAscendingLists) {
  const std::vector<std::uint8_t> counts = {2, 0, 3};
  const std::vector<std::uint16_t> steps = {5, 2, 0, 1, 40};
  Lists<std::uint16_t, std::uint16_t> lists;
  ASSERT_TRUE(unpack_ascending(span_of(counts), span_of(steps), lists));
  EXPECT_EQ(lists.starts, (std::vector<std::uint16_t>{0, 2, 2, 5}));
  EXPECT_EQ(lists.flat, (std::vector<std::uint16_t>{5, 7, 0, 1, 41}));
  EXPECT_FALSE(unpack_ascending(span_of(counts), Span<std::uint16_t>{steps.data(), 4}, lists));
}

TEST(Unpack, CountsTheNewThingsBehindZeros) {
  const std::vector<std::uint16_t> packed = {0, 0, 1, 0, 3};
  std::vector<std::uint16_t> out;
  ASSERT_TRUE(unpack_references(span_of(packed), 3, out));
  EXPECT_EQ(out, (std::vector<std::uint16_t>{1, 2, 1, 3, 3}));
  EXPECT_FALSE(unpack_references(span_of(packed), 2, out));
}

TEST(Unpack, RanksLargeCountsFirstAndEqualOnesInOrder) {
  std::vector<std::uint16_t> ranks;
  rank_by_count(span_of(std::vector<std::uint8_t>{1, 255, 0, 1, 3}), ranks);
  EXPECT_EQ(ranks, (std::vector<std::uint16_t>{2, 0, 4, 3, 1}));
}

}  // namespace
}  // namespace attune
