#include "text/tables.h"

#include <cstring>
#include <vector>

#include "tests/core/support.h"
#include "text/language_keys.h"

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

TEST(Tables, KnowsNumbersByLanguage) {
  const Tables tables = testing::built_in_tables();
  const auto id_of = [&](std::string_view tag) {
    std::uint8_t id = 0;
    while (tables.languages()[id].tag.data() != tag) ++id;
    return id;
  };
  const std::uint32_t six = tables.word_id(u"six");
  EXPECT_EQ(tables.number_of(six, table::kAnyLanguage)->value, 6.0);
  EXPECT_EQ(tables.number_of(six, id_of("fr"))->value, 6.0);
  EXPECT_EQ(tables.number_of(six, id_of("de")), nullptr);
  const std::uint32_t tres = tables.word_id(u"tres");
  EXPECT_EQ(tables.number_of(tres, id_of("es"))->value, 3.0);
  EXPECT_EQ(tables.number_of(tres, id_of("en")), nullptr);
}

TEST(Tables, KnowsWhatWordsTellAboutTheLanguage) {
  const Tables tables = testing::built_in_tables();
  EXPECT_GT(tables.word_hints(language_keys::word_hash(u"nicht")).size, 0U);
  EXPECT_EQ(tables.word_hints(language_keys::word_hash(u"qxzzqx")).size, 0U);
  EXPECT_GT(tables.gram_hints(language_keys::gram(0, 'd' - 'a' + 1, 'e' - 'a' + 1)).size, 0U);
}

TEST(Tables, AnswersUnknownTextsWithNothing) {
  EXPECT_EQ(testing::built_in_tables().text("no_such_key"), "");
}

}  // namespace
}  // namespace attune
