// Replaces ICU's brkeng.cpp, which would bring dictionaries, their engines, resource bundles and
// UnicodeSet. RuleBasedBreakIterator asks for an engine only for characters of a category named
// $dictionary in the rules, and the rules of this project (core/src/text/*_break.txt) have none.
// So nothing below runs; were it to run, it would say "no engine, no further boundaries".
#include "brkeng.h"

U_NAMESPACE_BEGIN

LanguageBreakEngine::LanguageBreakEngine() = default;
LanguageBreakEngine::~LanguageBreakEngine() = default;

LanguageBreakFactory::LanguageBreakFactory() = default;
LanguageBreakFactory::~LanguageBreakFactory() = default;

UnhandledEngine::UnhandledEngine(UErrorCode& /*status*/) : fHandled(nullptr) {}
UnhandledEngine::~UnhandledEngine() = default;
UBool UnhandledEngine::handles(UChar32 /*c*/) const { return false; }
void UnhandledEngine::handleCharacter(UChar32 /*c*/) {}
int32_t UnhandledEngine::findBreaks(UText* /*text*/, int32_t /*start*/, int32_t /*end*/,
                                    UVector32& /*breaks*/, UBool /*phrases*/,
                                    UErrorCode& /*status*/) const {
  return 0;
}

ICULanguageBreakFactory::ICULanguageBreakFactory(UErrorCode& /*status*/) : fEngines(nullptr) {}
ICULanguageBreakFactory::~ICULanguageBreakFactory() = default;
const LanguageBreakEngine* ICULanguageBreakFactory::getEngineFor(UChar32 /*c*/) { return nullptr; }
const LanguageBreakEngine* ICULanguageBreakFactory::loadEngineFor(UChar32 /*c*/) { return nullptr; }
DictionaryMatcher* ICULanguageBreakFactory::loadDictionaryMatcherFor(UScriptCode /*script*/) {
  return nullptr;
}

U_NAMESPACE_END
