#include "text/language.h"

#include <string>

#include "tests/core/support.h"

namespace attune {
namespace {

Language identify(std::string_view message) {
  const testing::Read read(message);
  return identify_language(read.tables, read.text, read.phrases.units);
}

std::string tag_of(std::string_view message) { return identify(message).tag; }

TEST(Language, TellsShortLinesWithoutAccents) {
  EXPECT_EQ(tag_of("where is my order"), "en");
  EXPECT_EQ(tag_of("donde esta mi pedido"), "es");
  EXPECT_EQ(tag_of("wo ist mein paket"), "de");
  EXPECT_EQ(tag_of("ou est ma commande"), "fr");
  EXPECT_EQ(tag_of("siparisim nerede kaldi"), "tr");
}

TEST(Language, TellsNeighboursApart) {
  EXPECT_EQ(tag_of("quando chega a minha encomenda"), "pt");
  EXPECT_EQ(tag_of("cuando llega mi paquete"), "es");
  EXPECT_EQ(tag_of("hvorn\xC3\xA5r kommer min pakke"), "da");
  EXPECT_EQ(tag_of("n\xC3\xA4r kommer mitt paket"), "sv");
}

TEST(Language, TellsScriptsOfOneLanguage) {
  EXPECT_EQ(tag_of("\u05D0\u05D9\u05E4\u05D4 \u05D4\u05D4\u05D6\u05DE\u05E0\u05D4"), "he");
  EXPECT_EQ(tag_of("\uD658\uBD88\uD574 \uC8FC\uC138\uC694"), "ko");
  EXPECT_EQ(tag_of("\u8FD4\u54C1\u3057\u305F\u3044\u3067\u3059"), "ja");
  EXPECT_EQ(tag_of("\u6211\u7684\u8BA2\u5355\u5728\u54EA\u91CC"), "zh");
}

TEST(Language, IsHonestAboutOneWordNamesAndMixtures) {
  for (const char* message :
       {"", "ok", "refund", "hola", "iPhone 12", "4531 22", "Maria Fernandez",
        "Hola team my order kaput", "https://example.com/de/hilfe-und-kontakt"}) {
    const Language language = identify(message);
    EXPECT_EQ(language.tag, "und") << message;
    EXPECT_EQ(language.id, table::kAnyLanguage) << message;
    EXPECT_EQ(language.confidence, 0.0) << message;
  }
}

TEST(Language, IgnoresLinksNamesAndNumbers) {
  EXPECT_EQ(tag_of("my order 88213 https://example.com/es/mi-cuenta/donde-esta is late"), "en");
  EXPECT_EQ(tag_of("can I send it to Rue de Rivoli in Paris?"), "en");
}

TEST(Language, GrowsSurerWithMoreWords) {
  EXPECT_LT(identify("mi pedido").confidence, identify("mi pedido no ha llegado").confidence);
  EXPECT_LE(identify("mi pedido no ha llegado").confidence, 1.0);
}

TEST(Language, TakesWordsWithoutFoldedLetters) {
  EXPECT_EQ(tag_of("\u115F\u1160 \u3164"), tag_of("\u115F\u1160 \u3164"));
  EXPECT_EQ(tag_of("\xF0\x9D\x94\x84"), "und");
}

}  // namespace
}  // namespace attune
