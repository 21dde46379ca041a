#include "core/data/compile/register.h"

#include <gtest/gtest.h>

namespace attune::compile {
namespace {

TEST(LexiconRegister, TakesOneRegisterOneVarietyAndMisspelling) {
  for (const char* cell : {"", "formal", "slang british", "vulgar american", "informal indian",
                           "dated australian", "misspelling", "slang british misspelling"}) {
    EXPECT_EQ(register_error(cell), "") << cell;
  }
}

TEST(LexiconRegister, NamesAnUnknownMarkAndTheKnownOnes) {
  const std::string error = register_error("slang welsh");
  EXPECT_NE(error.find("'welsh'"), std::string::npos);
  EXPECT_NE(error.find("misspelling"), std::string::npos);
}

TEST(LexiconRegister, RefusesTwoMarksOfOneSort) {
  EXPECT_NE(register_error("formal slang"), "");
  EXPECT_NE(register_error("british american"), "");
  EXPECT_NE(register_error("misspelling misspelling"), "");
}

}  // namespace
}  // namespace attune::compile
