/* Compiled as strict C99: the header must not need C++. */
#include "attune_abi.h"

attune_status attune_test_call_from_c(attune_analyzer *analyzer, const char *text, size_t size) {
  return attune_analyzer_assess(analyzer, text, size);
}
