// Measures of agreement between scores and what people said.

/** Pearson's correlation of two lists of equal length; NaN when one of them is constant. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const meanA = mean(a);
  const meanB = mean(b);
  let covariance = 0;
  let varianceA = 0;
  let varianceB = 0;
  a.forEach((x, i) => {
    const y = b[i] ?? 0;
    covariance += (x - meanA) * (y - meanB);
    varianceA += (x - meanA) ** 2;
    varianceB += (y - meanB) ** 2;
  });
  return covariance / Math.sqrt(varianceA * varianceB);
}

/**
 * The chance that a positive scores higher than a negative, where equal scores count half
 * (Mann-Whitney U); NaN when there is only one sort.
 */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0));
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) ++end;
    const sharedRank = (start + end + 1) / 2;
    for (const i of order.slice(start, end)) if (positive[i]) rankSum += sharedRank;
    start = end;
  }
  const positives = positive.filter(Boolean).length;
  const negatives = positive.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
