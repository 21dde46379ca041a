/** The fixtures in WebAssembly: the same JSON as natively, where their expectations are checked. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AttributeChanges,
  Conversation,
  ConversationConfig,
  ConversationEventName,
} from '@attune/web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessNatively } from '../parity/native.ts';
import { repository, startCoreWith } from './support/core.ts';

interface RecordedTurn {
  from: 'customer' | 'bot' | 'system';
  at: number | string;
  text: string;
  event: ConversationEventName | 'attributes';
  attributes?: AttributeChanges;
  unanswered?: boolean;
}

interface Recorded {
  id: string;
  config?: ConversationConfig;
  turns: RecordedTurn[];
}

const fixtures = join(repository, 'tests/fixtures');
const binary = process.env.ATTUNE_BINARY ?? join(repository, 'build/dev/attune');

function read<Case>(kind: string): [file: string, cases: Case[]][] {
  const files = readdirSync(join(fixtures, kind)).filter((file) => file.endsWith('.jsonl'));
  return files.sort().map((file) => {
    const lines = readFileSync(join(fixtures, kind, file), 'utf8')
      .split('\n')
      .filter(Boolean);
    return [file, lines.map((line) => JSON.parse(line) as Case)];
  });
}

beforeAll(() => {
  if (!existsSync(binary)) {
    throw new Error(`${binary} is missing: build it with \`cmake --build --preset dev\`.`);
  }
});

describe('messages', () => {
  it.each(read<{ text: string }>('assess'))('of %s read as natively', async (_file, cases) => {
    const { core } = await startCoreWith();
    const texts = cases.map(({ text }) => text);
    let index = 0;
    for await (const line of assessNatively(binary, texts)) {
      const { id: _, ...native } = JSON.parse(line);
      expect(JSON.stringify(core.assess(texts[index] ?? ''))).toBe(JSON.stringify(native));
      index += 1;
    }
    expect(index).toBe(texts.length);
  });
});

describe('conversations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-fixtures-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(read<Recorded>('conversations'))('of %s decide as natively', async (_file, cases) => {
    const { core } = await startCoreWith();
    for (const recorded of cases) {
      const conversation = core.conversation(recorded.config);
      const turns = recorded.turns.map((turn) => play(conversation, turn));
      expect(turns.filter(Boolean), recorded.id).toEqual(replayNatively(recorded));
    }
  });

  it.each(read<Recorded>('conversations'))(
    'of %s go on the same when saved and restored after every turn',
    async (_file, cases) => {
      const { core } = await startCoreWith();
      const { core: other } = await startCoreWith();
      for (const recorded of cases) {
        const whole = core.conversation(recorded.config);
        let parts = core.conversation(recorded.config);
        for (const [index, turn] of recorded.turns.entries()) {
          const expected = withoutQuotes(play(whole, turn));
          expect(withoutQuotes(play(parts, turn)), recorded.id).toBe(expected);
          const saved = parts.save();
          parts.dispose();
          parts = (index % 2 === 0 ? other : core).conversation(recorded.config);
          parts.restore(saved);
          expect(parts.save(), recorded.id).toBe(saved);
        }
        whole.dispose();
        parts.dispose();
      }
    },
  );

  /** Without what a restored conversation can't know: no words of the customer are saved. */
  function withoutQuotes(result: string | undefined): string | undefined {
    if (result === undefined) return undefined;
    return JSON.stringify(JSON.parse(result), (key, value) =>
      key === 'team' ? { ...value, words: undefined, text: undefined } : value,
    );
  }

  /** What the core says to a customer's turn, as JSON; nothing for other turns. */
  function play(conversation: Conversation, turn: RecordedTurn): string | undefined {
    const at = typeof turn.at === 'string' ? Date.parse(turn.at) : turn.at;
    if (turn.from === 'customer') return JSON.stringify(conversation.customerTurn(turn.text, at));
    if (turn.from === 'bot') {
      conversation.botTurn(turn.text, at, { unanswered: turn.unanswered ?? false });
    } else if (turn.event === 'attributes') {
      conversation.setAttributes(turn.attributes ?? {}, at);
    } else {
      conversation.event(turn.event, at);
    }
    return undefined;
  }

  function replayNatively(recorded: Recorded): string[] {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(recorded.config ?? {}));
    const output = execFileSync(binary, ['replay', '--config', config], {
      input: `${JSON.stringify(recorded)}\n`,
      encoding: 'utf8',
    });
    const { turns } = JSON.parse(output) as { turns: Record<string, unknown>[] };
    return turns
      .filter(({ from }) => from === 'customer')
      .map(({ from: _from, at: _at, ...result }) => JSON.stringify(result));
  }
});
