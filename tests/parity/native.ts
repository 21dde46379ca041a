/** The native command line as a stream of assessments. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Runs `attune assess --jsonl` over `texts` and yields one output line for each, in order. */
export async function* assessNatively(binary: string, texts: string[]): AsyncGenerator<string> {
  const child = spawn(binary, ['assess', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const written = feed(child.stdin, texts);
  yield* createInterface({ input: child.stdout });
  await written;
  const [code] = await closed;
  if (code !== 0) throw new Error(`${binary} ended with exit code ${code}`);
}

async function feed(stdin: NodeJS.WritableStream, texts: string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const line = JSON.stringify({ id: String(index), text });
    if (!stdin.write(`${line}\n`)) await once(stdin, 'drain');
  }
  stdin.end();
}
