// Layout of the compiled tables: written by core/data/compile, read by text/tables.
//
//   +--------+------------------------------------------------------------------+
//   | Header | magic, version, size, checksum, sections[]                       |
//   +--------+------------------------------------------------------------------+
//   | words, sorted: characters, classes, flags                                 |
//   | graph of patterns: edges (symbols and targets) and entries of each node   |
//   | numbers | weights | texts, sorted by key                                  |
//   | languages; what groups of letters and words tell about the language       |
//   +---------------------------------------------------------------------------+
//
// Little-endian; every section starts at a multiple of 8 bytes. The reader checks magic, version,
// size and checksum, unpacks words, graph, texts and hints (text/unpack.h), and points into the
// block for all else. The tables are half of what a page downloads, so columns that are alike side
// by side stand in sections of their own, sorted lists are written as the steps from one element to
// the next, and numbers in the variable-length form of NumberReader (text/unpack.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace attune::table {

inline constexpr std::uint32_t kMagic = 0x544E5441;  // "ATNT"
inline constexpr std::uint32_t kVersion = 7;         // raised with every change of this file
inline constexpr std::size_t kAlignment = 8;

enum SectionId : std::size_t {
  kWords,            // each word: how many characters of the one before it go, below
                     // kMostDropped, and in UTF-8 the characters that follow what stays
  kWordClassCounts,  // uint8
  kFirstClasses,     // numbers: first class of the words that have any; those of the root's edges
                     // have the lowest ids
  kClassSteps,       // numbers: from there to the next one, less one
  kWordFlags,        // uint8: WordFlag
  kWordNumbers,      // uint16: first of its numbers + 1, 0 when the word is none
  kEdges,            // uint8: EdgeTarget, + kLastEdge; by node, in the order of unpack_graph
  kFirstSymbols,     // numbers: symbol of the first edge of each node
  kSymbolSteps,      // numbers: from there to the next ones, sorted
  kLeafTargets,      // numbers: for EdgeTarget::kLeaf
  kNodeTargets,      // numbers: for EdgeTarget::kNode
  kEntryCounts,      // uint8: entries of each node, leaves last
  kNodeEntries,      // numbers: entry ids + 1, 0 for the one behind the highest so far
  kEntries,
  kNumbers,
  kWeights,
  kTexts,           // char: key, NUL, text, NUL
  kLanguages,       // by id; 0 is English
  kHints,           // uint8: sets of language and weight (text/language_keys.h), each ended by 0;
                    // the first one is empty
  kGramHints,       // numbers: set of each group of three letters
  kWordHintCounts,  // uint8: words of each bucket
  kWordChecks,      // uint8
  kWordHints,       // numbers: set of each word
  kSectionCount,
};

inline constexpr std::uint8_t kMostDropped = 0x20;

// Where an edge leads. Nodes without edges are leaves. What was met last is cheapest to name.
enum class EdgeTarget : std::uint8_t {
  kNewNode,
  kNewLeaf,
  kAsBefore,    // where the edge before it leads, of the same node
  kSameSymbol,  // where the edge before it with the same symbol leads, of any node
  kLeaf,        // a leaf that was met: how many leaves were named since
  kNode,        // a node that was met: 1 is the newest
};
inline constexpr std::uint8_t kLastEdge = 8;  // flag: the node has no more edges

// Sets of hints are numbered as they are met: 0 stands for the empty set, 1 for the next new one,
// and n + 1 for set n.
inline constexpr std::uint32_t kNewSet = 1;

struct Section {
  std::uint32_t offset;  // bytes from the start of the block
  std::uint32_t count;   // elements
};

struct Header {
  std::uint32_t magic;
  std::uint32_t version;
  std::uint32_t size;      // bytes of the whole block
  std::uint32_t checksum;  // FNV-1a over everything behind the header
  std::array<Section, kSectionCount> sections;
};

enum WordFlag : std::uint8_t {
  kFunctionWord = 1,  // a common word that tells the language
  kAcronym = 2,       // written in capitals without shouting
  kEnglishWord = 4,   // stands in the English tables
  kEnglishOnly = 8,   // a common word of English and of no other listed language
  kIdentity = 16,     // names who somebody is: a nationality, religion, gender, age, ...
};

// An article counts only before what it counts: "a week" is 7 days, but "a person" is no number.
// A counter makes a frequency of the number before it: "3 times".
enum class NumberKind : std::uint8_t {
  kCardinal,
  kOrdinal,
  kTimes,
  kUnit,
  kArticle,
  kCounter,
  kSuffix,   // makes an ordinal of the digits that it is glued to: "3rd"
  kScale,    // "dozen": multiplies the number before it
  kHalf,     // "half"
  kAnd,      // joins parts of a number: "two and a half"
  kRange,    // "3 to 4"; with the value 1 also behind the unit, "a week or two"
  kFactor,   // "working": stretches the unit behind it
  kFiller,   // may stand between number and unit in any number
  kBar,      // ends the search for a unit: "3 last week"; with the value 1 dates stand behind it
  kSince,    // makes a duration of what is named behind it: "since yesterday"; with 0 dates too
  kDayBack,  // "yesterday"; value in days
  kLast,     // "last" of "since last week", "past" of "the past week"
};

struct Number {
  double value;  // of units: days
  NumberKind kind;
  std::uint8_t language;
  std::uint8_t more;  // 1: the next number is the same word in another language
  std::array<std::uint8_t, 5> reserved;
};

// What the script of a message tells: a language of its own, or one of several. Names as in
// `script` of core/data/<tag>/language.tsv.
struct Language {
  std::array<char, 10> tag;  // BCP-47, padded with NUL
  std::uint8_t script;       // unicode::Script
  std::int8_t prior;         // steps of weight: how much more often it is met than others
};

// What an edge of the graph stands for.
using Symbol = std::uint16_t;
inline constexpr Symbol kSymbolStart = 1;  // start of a sentence
inline constexpr Symbol kSymbolEnd = 2;    // end of a sentence
inline constexpr Symbol kSymbolNum = 3;    // a cardinal
inline constexpr Symbol kSymbolNth = 4;    // an ordinal
inline constexpr Symbol kSymbolDur = 5;    // a duration
inline constexpr Symbol kSymbolTimes = 6;  // a frequency
inline constexpr Symbol kSymbolGap = 16;   // + N: any 0 .. N words
inline constexpr Symbol kMaxGap = 8;
inline constexpr Symbol kSymbolWord = 0x20;     // + rank of the word (rank_by_count)
inline constexpr Symbol kSymbolClass = 0x8000;  // + class id
inline constexpr std::size_t kMaxWords = kSymbolClass - kSymbolWord;
inline constexpr std::size_t kMaxClasses = 0x10000 - kSymbolClass;
inline constexpr std::size_t kMaxNodes = 0x8000;

enum class EntryType : std::uint8_t { kLexicon, kScope, kCue, kNearMiss, kTopic };
// What scope words do to the words around them. `Entry::value` is a factor, or of negators and
// concessions how many words they reach (0: the usual reach; of concessions up to the comma).
enum class ScopeRole : std::uint8_t {
  kPlain,        // nothing: hides shorter scope words inside it ("not only")
  kNegator,      // turns what follows
  kIntensifier,  // strengthens what follows
  kDowntoner,    // weakens what follows
  kPostposed,    // strengthens or weakens what stands before it
  kContrast,     // what follows counts more than what stands before
  kConcession,   // sets aside what follows ("although", "despite")
  kBoundary,     // a new clause: negation ends
  kCoordinate,   // a new main clause: what is supposed or reported ends as well
  kSupposed,     // what it holds and what follows is only asked, supposed or told by others
  kAgreed,       // the customer takes what others say as their own
  kResolved,     // what was bad before it is over
  kToneTag,      // behind a slash: the sentence means its opposite
};

inline constexpr std::uint8_t kNone = 0xFF;
inline constexpr std::uint8_t kAnyLanguage = 0xFF;
inline constexpr std::uint8_t kEnglish = 0;
inline constexpr std::size_t kEntryEmotions = 8;  // all but neutral
inline constexpr double kScale = 100.0;           // fixed point: 1.25 is stored as 125

struct Entry {
  EntryType type;
  std::uint8_t kind;   // CueKind, or ScopeRole of scope entries
  std::uint8_t flag;   // Flag, or kNone
  std::uint8_t topic;  // Topic, or kNone
  std::int16_t valence;
  std::int16_t upset;
  std::int16_t value;           // urgency of cues, factor of scope entries, score of topics
  std::uint8_t needs_negative;  // 1: counts only beside other evidence of dissatisfaction
  std::uint8_t language;        // of its folder; kAnyLanguage of emoji
  std::array<std::uint8_t, kEntryEmotions> emotions;  // probability x 100
};

inline std::uint32_t checksum(const unsigned char* bytes, std::size_t size) {
  std::uint32_t hash = 2166136261U;
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ bytes[i]) * 16777619U;
  return hash;
}

}  // namespace attune::table
