#include "text/order.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

TEST(SortStably, KeepsEqualItemsInTheirOrder) {
  std::vector<std::string> words = {"late", "a", "lamp", "b", "no"};
  sort_stably(words,
              [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  EXPECT_EQ(words, (std::vector<std::string>{"a", "b", "no", "late", "lamp"}));
}

TEST(SortStably, TakesNothingAndOne) {
  std::vector<int> none;
  sort_stably(none, [](int a, int b) { return a < b; });
  EXPECT_TRUE(none.empty());
  std::vector<int> one = {7};
  sort_stably(one, [](int a, int b) { return a < b; });
  EXPECT_EQ(one, std::vector<int>{7});
}

}  // namespace
}  // namespace attune
