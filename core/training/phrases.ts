// Which phrases a pattern of the tables stands for: core/data/README.md, "Patterns".

/** Every phrase of a pattern; classes, numbers and gaps stay as they are written. */
export function phrasesOf(pattern: string): string[] {
  const tokens = pattern.match(/[()[\]|]|[^()[\]| ]+/g) ?? [];
  let at = 0;

  function alternatives(): string[] {
    const all = sequence();
    while (tokens[at] === '|') {
      ++at;
      all.push(...sequence());
    }
    return all;
  }

  function sequence(): string[] {
    let heads = [''];
    for (let token = tokens[at]; token && !'|)]'.includes(token); token = tokens[at]) {
      ++at;
      let tails = [token];
      if (token === '(' || token === '[') {
        tails = alternatives();
        if (token === '[') tails.push('');
        ++at;
      }
      heads = heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`.trim()));
    }
    return heads;
  }

  return [...new Set(alternatives())];
}
