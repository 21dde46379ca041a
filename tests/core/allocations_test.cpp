// Counts what one assessment asks of the heap: every allocation of this program is counted.
#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "model/model.h"
#include "tests/core/model/weights_block.h"
#include "tests/core/support.h"

namespace {

std::atomic<std::size_t> allocations{0};
std::atomic<std::size_t> allocated_bytes{0};

void* counted(std::size_t size) {
  ++allocations;
  allocated_bytes += size;
  return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace attune {
namespace {

std::string repeated(const std::string& sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sentence;
  return text;
}

std::size_t allocations_of(Analyzer& analyzer, const std::string& text) {
  analyzer.assess(text);  // lets the scratch memory grow
  const std::size_t before = allocations;
  analyzer.assess(text);
  return allocations - before;
}

// Lists that a call makes anew double their size: that many more allocations are no growth.
constexpr std::size_t kDoublings = 12;  // of a text 100 times as long
constexpr std::size_t kLists = 16;

void expect_no_growth(const std::string& sentence) {
  Analyzer analyzer = testing::new_analyzer();
  const std::size_t few = allocations_of(analyzer, repeated(sentence, 10));
  const std::size_t many = allocations_of(analyzer, repeated(sentence, 1000));
  EXPECT_LE(many, few + kLists * kDoublings) << "10 sentences take " << few;
}

TEST(Allocations, DoNotGrowWithTheWordsOfACalmMessage) {
  expect_no_growth("the parcel with the blue lamp goes to my other address, number 7. ");
}

TEST(Allocations, DoNotGrowWithTheWordsOfAnUpsetMessage) {
  expect_no_growth("I am NOT happy!!! Third time I write about this useless lamp :( ");
}

struct Cost {
  std::size_t allocations;
  std::size_t bytes;
};

// What opening a block of so many n-grams takes, each with so many weights.
Cost cost_of_opening(std::uint32_t ngrams, std::size_t weights) {
  model::testing::WeightsBlock written;
  for (std::uint32_t i = 0; i < ngrams; ++i) {
    written.ngrams.push_back({i * 256, {weights, {model::kFrustration, 1}}});
  }
  const std::string block = written.bytes();
  const Cost before{allocations, allocated_bytes};
  const Result<model::Model> model = model::Model::open(block);
  const Cost after{allocations, allocated_bytes};
  EXPECT_TRUE(model.ok());
  return {after.allocations - before.allocations, after.bytes - before.bytes};
}

TEST(Allocations, OfOpeningWeightsDoNotGrowWithTheirNumber) {
  const Cost few = cost_of_opening(4000, 1);
  const Cost many = cost_of_opening(4000, 15);
  EXPECT_EQ(many.allocations, few.allocations);
  EXPECT_EQ(many.bytes, few.bytes);
  EXPECT_EQ(cost_of_opening(10, 1).allocations, few.allocations);
  EXPECT_LE(few.allocations, 4U);
}

TEST(Allocations, OfOpeningWeightsStaySmall) {
  const Cost cost = cost_of_opening(20000, 15);
  EXPECT_LE(cost.bytes, (20000 + model::kBuckets) * 8);
}

}  // namespace
}  // namespace attune
