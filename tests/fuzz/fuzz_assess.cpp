// Any bytes are a message: the answer is well formed, and the same when asked twice.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "attune_abi.h"

namespace {

std::string_view assess(attune_analyzer* analyzer, const char* text, std::size_t size) {
  if (attune_analyzer_assess(analyzer, text, size) != ATTUNE_STATUS_OK) std::abort();
  return {attune_analyzer_result(analyzer), attune_analyzer_result_size(analyzer)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static attune_analyzer* analyzer = attune_analyzer_create();
  if (analyzer == nullptr) std::abort();

  const char* text = reinterpret_cast<const char*>(data);
  const std::string first(assess(analyzer, text, size));
  if (first.size() < 2 || first.front() != '{' || first.back() != '}') std::abort();
  if (assess(analyzer, text, size) != first) std::abort();
  return 0;
}
