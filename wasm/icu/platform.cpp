// Replaces ICU's putil.cpp (time zones, default locale, folders, shared libraries), which would
// make the module import the environment. Strings use this one function of it.
#include "putilimp.h"

U_CAPI UBool U_EXPORT2 uprv_add32_overflow(int32_t a, int32_t b, int32_t* result) {
  return __builtin_add_overflow(a, b, result);
}
