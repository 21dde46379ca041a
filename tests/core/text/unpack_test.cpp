#include "text/unpack.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "text/table_format.h"

namespace attune {
namespace {

using Bytes = std::vector<std::uint8_t>;

Span<std::uint8_t> span_of(const Bytes& elements) {
  return {elements.data(), static_cast<std::uint32_t>(elements.size())};
}

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

TEST(NumberReader, ReadsNumbersOfAnyLengthAndThenZeros) {
  const Bytes bytes = {0, 127, 0x80, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F};
  NumberReader numbers(span_of(bytes));
  EXPECT_EQ(numbers.next(), 0U);
  EXPECT_EQ(numbers.next(), 127U);
  EXPECT_EQ(numbers.next(), 128U);
  EXPECT_TRUE(numbers.more());
  EXPECT_EQ(numbers.next(), 0xFFFFFFFFU);
  EXPECT_FALSE(numbers.more());
  EXPECT_EQ(numbers.next(), 0U);
  const Bytes endless(20, 0xFF);
  NumberReader damaged(span_of(endless));
  damaged.next();
  EXPECT_FALSE(damaged.more());
}

TEST(Unpack, GivesWordsBackTheirSharedBeginnings) {
  Lists<std::uint32_t, char16_t> words;
  const Bytes packed = bytes_of(std::string_view("\0late\2ter\5no\1\xC3\xA9\xF0\x9F\x98\x80", 19));
  ASSERT_TRUE(unpack_words(span_of(packed), words));
  EXPECT_EQ(words.starts, (std::vector<std::uint32_t>{0, 4, 9, 11, 15}));
  EXPECT_EQ(std::u16string(words.flat.begin(), words.flat.end()), u"latelaternon\u00E9\U0001F600");
  ASSERT_TRUE(unpack_words({}, words));
}

TEST(Unpack, RefusesWordsThatDropMoreThanThereIs) {
  Lists<std::uint32_t, char16_t> words;
  EXPECT_TRUE(unpack_words(span_of(bytes_of(std::string_view("\0ab\2c", 5))), words));
  EXPECT_FALSE(unpack_words(span_of(bytes_of(std::string_view("\0ab\3c", 5))), words));
  EXPECT_FALSE(unpack_words(span_of(bytes_of("\1ab")), words));
  EXPECT_FALSE(unpack_words(span_of(bytes_of("ab")), words));
}

TEST(Unpack, AddsUpClasses) {
  const Bytes counts = {2, 0, 3};
  const Bytes firsts = {5, 0};
  const Bytes steps = {1, 0, 39};
  Lists<std::uint16_t, std::uint16_t> lists;
  ASSERT_TRUE(unpack_classes(span_of(counts), span_of(firsts), span_of(steps), lists));
  EXPECT_EQ(lists.starts, (std::vector<std::uint16_t>{0, 2, 2, 5}));
  EXPECT_EQ(lists.flat, (std::vector<std::uint16_t>{5, 7, 0, 1, 41}));
  EXPECT_FALSE(unpack_classes(span_of({2, 0, 2}), span_of(firsts), span_of(steps), lists));
}

TEST(Unpack, RanksLargeCountsFirstAndEqualOnesInOrder) {
  std::vector<std::uint16_t> ranks;
  rank_by_count(span_of({1, 255, 0, 1, 3}), ranks);
  EXPECT_EQ(ranks, (std::vector<std::uint16_t>{2, 0, 4, 3, 1}));
}

// A graph of three nodes and two leaves; every way of naming a target is in it.
struct GraphColumns {
  static std::uint8_t edge(table::EdgeTarget target, bool last = false) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(target) + (last ? table::kLastEdge : 0));
  }
  using Target = table::EdgeTarget;

  Bytes edges = {
      edge(Target::kNewNode),  // the root: 33 -> node A, 34 -> leaf a, 40 -> leaf a, 41 -> leaf b
      edge(Target::kNewLeaf),
      edge(Target::kAsBefore),
      edge(Target::kNewLeaf, true),
      edge(Target::kNewNode),           // node A: 33 -> node B, 34 -> leaf a (as at the root)
      edge(Target::kSameSymbol, true),  //
      edge(Target::kLeaf),              // node B: 35 -> leaf a (one leaf was named since), 36 -> A
      edge(Target::kNode, true),
  };
  Bytes first_symbols = {33, 33, 35};
  Bytes symbol_steps = {1, 6, 1, 1, 1};
  Bytes leaf_targets = {1};
  Bytes node_targets = {2};
  Bytes entry_counts = {0, 1, 0, 1, 2};
  Bytes entries = {0, 0, 1, 0};

  bool unpack(std::uint32_t entry_count, Graph& out) const {
    const PackedGraph packed = {
        .edges = span_of(edges),
        .first_symbols = span_of(first_symbols),
        .symbol_steps = span_of(symbol_steps),
        .leaf_targets = span_of(leaf_targets),
        .node_targets = span_of(node_targets),
        .entry_counts = span_of(entry_counts),
        .entries = span_of(entries),
    };
    return unpack_graph(packed, entry_count, out);
  }
};

TEST(UnpackGraph, FindsTargetsAndEntries) {
  Graph graph;
  ASSERT_TRUE(GraphColumns().unpack(3, graph));
  using Numbers = std::vector<std::uint16_t>;
  EXPECT_EQ(graph.symbols.starts, (Numbers{0, 4, 6, 8, 8, 8}));
  EXPECT_EQ(graph.symbols.flat, (Numbers{33, 34, 40, 41, 33, 34, 35, 36}));
  EXPECT_EQ(graph.targets, (Numbers{1, 3, 3, 4, 2, 3, 3, 1}));
  EXPECT_EQ(graph.entries.starts, (Numbers{0, 0, 1, 1, 2, 4}));
  EXPECT_EQ(graph.entries.flat, (Numbers{0, 1, 0, 2}));
}

TEST(UnpackGraph, RefusesColumnsThatDoNotFit) {
  Graph graph;
  EXPECT_FALSE(GraphColumns().unpack(2, graph)) << "an entry that is not there";
  const auto unpacks = [&](auto change) {
    GraphColumns columns;
    change(columns);
    return columns.unpack(3, graph);
  };
  EXPECT_TRUE(unpacks([](GraphColumns&) {}));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.edges.clear(); }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.edges.pop_back(); }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.edges[0] = c.edges[1]; })) << "a node never met";
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.edges[0] = 2; })) << "no edge before the first";
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.edges[0] = 7; })) << "no such target";
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.edges[5] += 8; }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.leaf_targets[0] = 2; }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.node_targets[0] = 0; }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.node_targets[0] = 4; }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.symbol_steps.push_back(1); }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.first_symbols = {33, 0xFF, 0xFF, 0x7F, 35}; }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.entry_counts.pop_back(); }));
  EXPECT_FALSE(unpacks([](GraphColumns& c) { c.entries.push_back(1); }));
}

TEST(UnpackHints, NumbersSetsAsTheyAreMet) {
  const Bytes hints = {0, 11, 12, 0, 13, 0, 14, 0};
  std::vector<std::uint16_t> sets;
  std::vector<std::uint16_t> starts;
  ASSERT_TRUE(unpack_hints(span_of(hints), span_of({0, 1, 2, 1}), 4, sets, starts));
  EXPECT_EQ(starts, (std::vector<std::uint16_t>{0, 1, 1, 4}));
  ASSERT_TRUE(unpack_hints(span_of(hints), span_of({3, 1}), 2, sets, starts));
  EXPECT_EQ(starts, (std::vector<std::uint16_t>{4, 6}));
  EXPECT_FALSE(unpack_hints(span_of(hints), span_of({1}), 1, sets, starts)) << "no more sets";
  EXPECT_FALSE(unpack_hints(span_of(hints), span_of({9}), 1, sets, starts)) << "never met";
  EXPECT_FALSE(unpack_hints(span_of(hints), span_of({2, 2}), 1, sets, starts)) << "too many";
  EXPECT_FALSE(unpack_hints({}, span_of({0}), 1, sets, starts));
}

TEST(UnpackTexts, PairsKeysAndTexts) {
  const std::vector<TextEntry> texts = unpack_texts(std::string_view("a\0one\0b\0\0c", 10));
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[0].key, "a");
  EXPECT_EQ(texts[0].text, "one");
  EXPECT_EQ(texts[1].text, "");
  EXPECT_EQ(texts[2].key, "c");
  EXPECT_EQ(texts[2].text, "");
}

}  // namespace
}  // namespace attune
