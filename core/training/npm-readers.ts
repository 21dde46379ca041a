/** Sentiment readers that people use from npm, called alike: what the benchmark times and `attune eval` compares. */
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';

/** Gives one number: below 0 is negative, above is positive. */
export type ReadSentiment = (text: string) => number;

const sentiment = new Sentiment();
const nlp = wink(model, ['sbd', 'negation', 'sentiment']);

/** By the name of the package. */
export const npmReaders = {
  /** The compound score, -1 to 1. */
  'vader-sentiment': (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
  /** From -1 to 1. */
  'wink-nlp': (text) => Number(nlp.readDoc(text).out(nlp.its.sentiment as never)),
  /** AFINN: the sum of the ratings of the words, without bound. */
  sentiment: (text) => sentiment.analyze(text).score,
} as const satisfies Record<string, ReadSentiment>;
