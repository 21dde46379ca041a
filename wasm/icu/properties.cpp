// Replaces ICU's uprops.cpp: its table of all 70 binary properties would keep bidirectional,
// layout and normalisation data alive. Here are those that core/src/text/unicode.cpp asks for;
// any other is false.
#include <unicode/uchar.h>

#include "emojiprops.h"
#include "ucase.h"
#include "uprops.h"

U_CAPI UBool U_EXPORT2 u_hasBinaryProperty(UChar32 c, UProperty which) {
  const auto in_vector = [c](int32_t bit) {
    return (u_getUnicodeProperties(c, 1) & U_MASK(bit)) != 0;
  };
  switch (which) {
    case UCHAR_ALPHABETIC:
      return in_vector(UPROPS_ALPHABETIC);
    case UCHAR_WHITE_SPACE:
      return in_vector(UPROPS_WHITE_SPACE);
    case UCHAR_VARIATION_SELECTOR:
      return in_vector(UPROPS_VARIATION_SELECTOR);
    case UCHAR_UPPERCASE:
      return ucase_getType(c) == UCASE_UPPER;
    case UCHAR_LOWERCASE:
      return ucase_getType(c) == UCASE_LOWER;
    case UCHAR_EMOJI:
    case UCHAR_EMOJI_PRESENTATION:
    case UCHAR_EMOJI_MODIFIER:
      return icu::EmojiProps::hasBinaryProperty(c, which);
    default:
      return false;
  }
}
