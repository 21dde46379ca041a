declare module 'vader-sentiment' {
  export const SentimentIntensityAnalyzer: { polarity_scores(text: string): object };
}
declare module 'sentiment' {
  export default class Sentiment {
    analyze(text: string): object;
  }
}
