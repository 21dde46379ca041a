#include "eval/corpus.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::eval {
namespace {

using labelled::BadRows;
using labelled::Table;

constexpr std::string_view kMessage =
    R"({"id":"a","text":"Late again","upset":2,"sentiment":-2,"urgency":0,)"
    R"("emotions":["anger","frustration"],"topics":["delivery"],"flags":[],"sarcasm":false})";

TEST(AppendCorpus, MakesCellsOfTheLabels) {
  BadRows bad;
  Table table;
  EXPECT_EQ(append_corpus(kMessage, "a.jsonl", table, bad), std::nullopt);
  EXPECT_EQ(append_corpus(kMessage, "b.jsonl", table, bad), std::nullopt);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"Late again", "2", "-2", "0",
                                                           "anger,frustration", "delivery", ""}));
  EXPECT_EQ(table.columns.size(), table.rows[0].cells.size());
  EXPECT_EQ(table.files[table.rows[1].file], "b.jsonl");
}

TEST(AppendCorpus, NamesBadLinesUnlessAllAre) {
  BadRows bad;
  Table table;
  EXPECT_NE(append_corpus("{\"id\":1}\nnonsense", "turns.jsonl", table, bad), std::nullopt);
  EXPECT_NE(append_corpus("", "empty.jsonl", table, bad), std::nullopt);
  EXPECT_FALSE(bad.any());
  EXPECT_TRUE(table.rows.empty());
  EXPECT_EQ(append_corpus(std::string(kMessage) + "\n{}", "a.jsonl", table, bad), std::nullopt);
  EXPECT_TRUE(bad.any());
  EXPECT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(bad.report("attune eval"),
            "attune eval: a.jsonl:2: the member \"upset\" is missing (and 6 more problems)\n");
}

}  // namespace
}  // namespace attune::eval
