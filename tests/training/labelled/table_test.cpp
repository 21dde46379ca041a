#include "labelled/table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::labelled {
namespace {

TEST(ReadTsv, TakesNamesFromTheFirstRowAndQuotesAsTheyAre) {
  BadRows bad;
  const Table table = read_tsv("text\tlabel\n\"so\" 'it\tgoes\n", "a.tsv", bad);
  EXPECT_EQ(table.columns, (std::vector<std::string>{"text", "label"}));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].cells[0], "\"so\" 'it");
  EXPECT_EQ(table.rows[0].line, 2U);
  EXPECT_EQ(table.column("label"), 1U);
  EXPECT_EQ(table.column("score"), std::nullopt);
  EXPECT_FALSE(bad.any());
}

TEST(ReadTsv, ReadsWindowsLinesMarksAndComments) {
  BadRows bad;
  const Table table = read_tsv("\xEF\xBB\xBF# origin\r\ntext\tlabel\r\n#tag\t1\r\n", "a.tsv", bad);
  EXPECT_EQ(table.columns, (std::vector<std::string>{"text", "label"}));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"#tag", "1"}));
  EXPECT_EQ(table.rows[0].line, 3U);
}

TEST(ReadTsv, ReadsFilesOfNoRows) {
  BadRows bad;
  EXPECT_TRUE(read_tsv("", "a.tsv", bad).columns.empty());
  EXPECT_TRUE(read_tsv("text\tlabel", "a.tsv", bad).rows.empty());
  EXPECT_FALSE(bad.any());
}

TEST(ReadTsv, NamesRowsOfAnotherWidthAndKeepsTheRest) {
  BadRows bad;
  const Table table = read_tsv("a\tb\n1\n1\t2\n\n1\t2\t3\n", "dir/x.tsv", bad);
  EXPECT_EQ(bad.report("attune eval"),
            "attune eval: dir/x.tsv:2: the row has 1 cells, not 2\n"
            "attune eval: dir/x.tsv:4: the row has 1 cells, not 2\n"
            "attune eval: dir/x.tsv:5: the row has 3 cells, not 2\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].line, 3U);
}

TEST(BadRowsTest, AreCountedOnce) {
  BadRows bad;
  EXPECT_EQ(bad.count(), 0U);
  bad.add("x.tsv", 1, "wrong");
  bad.add("x.tsv", 1, "wrong again");
  bad.add("y.tsv", 1, "wrong");
  EXPECT_EQ(bad.count(), 2U);
}

TEST(BadRowsTest, NameFiveOfAFileThenTheirCount) {
  BadRows bad;
  for (std::size_t line = 8; line > 0; --line) bad.add("x.tsv", line, "wrong");
  bad.add("x.tsv", 1, "wrong again");
  bad.add("y.tsv", 1, "wrong");
  bad.add("z.tsv", 1, "wrong");
  bad.forget("z.tsv");
  EXPECT_EQ(bad.report("attune eval"),
            "attune eval: x.tsv:1: wrong\nattune eval: x.tsv:2: wrong\n"
            "attune eval: x.tsv:3: wrong\nattune eval: x.tsv:4: wrong\n"
            "attune eval: x.tsv:5: wrong\nattune eval: x.tsv: 3 more bad rows\n"
            "attune eval: y.tsv:1: wrong\n");
}

TEST(RowTest, GivesCellsByTheNamesOfTheirColumns) {
  BadRows bad;
  const Table table = read_tsv("text\tlabel\nso\t1\n", "a.tsv", bad);
  const Row row(table, table.rows[0]);
  EXPECT_EQ(row["label"], "1");
  EXPECT_EQ(row["score"], "");
}

}  // namespace
}  // namespace attune::labelled
