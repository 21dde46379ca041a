#include "text/tables.h"

#include <cstring>
#include <vector>

#include "tests/core/support.h"

namespace attune {
namespace {

// A copy of the compiled block that a test may damage; 64-bit words keep it aligned.
class Block {
 public:
  Block() : words_(Tables::built_in().size() / 8 + 1), size_(Tables::built_in().size()) {
    std::memcpy(words_.data(), Tables::built_in().data(), size_);
  }
  char* bytes() { return reinterpret_cast<char*>(words_.data()); }
  std::size_t size() const { return size_; }
  Result<Tables> open(std::size_t size) { return Tables::open({bytes(), size}); }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

TEST(Tables, OpensTheCompiledBlock) {
  Block block;
  EXPECT_TRUE(block.open(block.size()).ok());
}

TEST(Tables, RefusesABlockThatIsCutShort) {
  Block block;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{8}, block.size() / 2, block.size() - 1}) {
    const Result<Tables> tables = block.open(size);
    ASSERT_FALSE(tables.ok()) << size;
    EXPECT_EQ(tables.error().code, ErrorCode::kInvalidData);
    EXPECT_NE(tables.error().message.find("cut short"), std::string::npos);
  }
}

TEST(Tables, RefusesAFlippedBitAnywhereBehindTheHeader) {
  for (std::size_t at = sizeof(table::Header); at < Tables::built_in().size(); at += 4093) {
    Block block;
    block.bytes()[at] = static_cast<char>(block.bytes()[at] ^ 1);
    EXPECT_FALSE(block.open(block.size()).ok()) << at;
  }
}

TEST(Tables, RefusesAnotherVersionAndNamesBoth) {
  Block block;
  block.bytes()[offsetof(table::Header, version)] = 99;
  const Result<Tables> tables = block.open(block.size());
  ASSERT_FALSE(tables.ok());
  EXPECT_NE(tables.error().message.find("version 99"), std::string::npos);
}

TEST(Tables, FindsWordsByTheirFoldedForm) {
  const Tables tables = testing::built_in_tables();
  EXPECT_NE(tables.word_id(u"refund"), kNoWord);
  EXPECT_EQ(tables.word_id(u"xqzzt"), kNoWord);
  EXPECT_EQ(tables.word_id(u""), kNoWord);
}

TEST(Tables, AnswersUnknownTextsWithNothing) {
  EXPECT_EQ(testing::built_in_tables().text("no_such_key"), "");
}

}  // namespace
}  // namespace attune
