import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttuneError } from '../../web/src/errors.ts';
import type { Core } from '../../web/src/types.ts';
import { repository, startCoreWith } from './support/core.ts';

const parts = ['policy', 'playbook', 'lexicon'] as const;

type Schema = { $id: string; examples: unknown[] };
const read = async (name: string): Promise<Schema> =>
  JSON.parse(await readFile(resolve(repository, `web/schema/${name}.schema.json`), 'utf8'));

let core: Core;
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const examples: { config: object; name: string }[] = [];
for (const name of parts) {
  const schema = await read(name);
  ajv.addSchema(schema);
  for (const example of schema.examples) examples.push({ name, config: { [name]: example } });
}
const config = await read('config');
for (const example of config.examples) {
  examples.push({ name: 'config', config: example as object });
}
const validate = ajv.compile(config);

beforeAll(async () => {
  ({ core } = await startCoreWith());
});
afterAll(() => core.dispose());

/** What the core says about a configuration; nothing when it takes it. */
function refusal(configuration: object): string | undefined {
  try {
    core.conversation(configuration).dispose();
    return undefined;
  } catch (error) {
    return error instanceof AttuneError ? error.message : String(error);
  }
}

describe('the schema of the configuration', () => {
  it.each(examples)('has an example of $name that schema and core take: $config', ({ config }) => {
    expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
    expect(refusal(config)).toBeUndefined();
  });

  it.each([
    { lexicon: {} },
    { lexicon: [{}] },
    { lexicon: [{ phrase: '' }] },
    { lexicon: [{ phrase: 'x'.repeat(81) }] },
    { lexicon: [{ phrase: 'x', valence: 4.5 }] },
    { lexicon: [{ phrase: 'x', upset: -3.5 }] },
    { lexicon: [{ phrase: 'x', flag: 'angry' }] },
    { lexicon: [{ phrase: 'x', emotions: { neutral: 1 } }] },
    { lexicon: [{ phrase: 'x', emotions: { anger: 2 } }] },
    { lexicon: [{ phrase: 'x', weight: 2 }] },
    { lexicon: Array.from({ length: 2001 }, (_, i) => ({ phrase: `word${i}` })) },
  ])('refuses what the core refuses (%#)', (config) => {
    expect(validate(config)).toBe(false);
    expect(refusal(config)).toMatch(/^\/lexicon/);
  });

  const open = { open: true };
  const span = { days: ['mon'], open: '09:00', close: '17:00' };
  it.each([
    { policy: { high_amount: 0 } },
    { policy: { several_requests: 1 } },
    { policy: { reasons: { company_rule: { action: 'offer_person', priority: 'low' } } } },
    { policy: { rules: {} } },
    { policy: { rules: [{ id: 'x' }] } },
    { policy: { rules: [{ id: 'X', when: open }] } },
    { policy: { rules: [{ id: 'x', when: {} }] } },
    { policy: { rules: [{ id: 'x', when: { topics: [] } }] } },
    { policy: { rules: [{ id: 'x', when: { topics: [''] } }] } },
    { policy: { rules: [{ id: 'x', when: { languages: ['e'] } }] } },
    { policy: { rules: [{ id: 'x', when: { attributes: {} } }] } },
    { policy: { rules: [{ id: 'x', when: { attributes: { plan: 'gold' } } }] } },
    { policy: { rules: [{ id: 'x', when: { attributes: { plan: [null] } } }] } },
    { policy: { rules: [{ id: 'x', when: { reasons: ['company_rule'] } }] } },
    { policy: { rules: [{ id: 'x', when: { rules: [] } }] } },
    { policy: { rules: [{ id: 'x', when: { amount_at_least: -1 } }] } },
    { policy: { rules: [{ id: 'x', when: { frustration_at_least: 2 } }] } },
    { policy: { rules: [{ id: 'x', when: { open: 1 } }] } },
    {
      policy: {
        rules: [{ id: 'x', when: open, takeover: { action: 'continue', priority: 'low' } }],
      },
    },
    { policy: { rules: [{ id: 'x', when: open, takeover: { action: 'offer_person' } }] } },
    { policy: { rules: [{ id: 'x', when: open, policy: { several_topics: 2 } }] } },
    { policy: { rules: [{ id: 'x', when: open, explanation: {} }] } },
    { policy: { rules: [{ id: 'x', when: open, explanation: { en: 'Done.' } }] } },
    { policy: { rules: Array.from({ length: 65 }, (_, i) => ({ id: `r${i}`, when: open })) } },
    { policy: { hours: {} } },
    { policy: { hours: { weekly: [] } } },
    { policy: { hours: { weekly: [{ ...span, days: ['monday'] }] } } },
    { policy: { hours: { weekly: [{ ...span, open: '9:00' }] } } },
    { policy: { hours: { weekly: [{ ...span, close: '24:01' }] } } },
    { policy: { hours: { weekly: [span], closed: ['25 December'] } } },
    { policy: { hours: { weekly: [span], answer_within_minutes: -1 } } },
    { policy: { hours: { weekly: [span], offsets: [{ minutes: 900 }] } } },
    { attributes: [] },
    { attributes: { plan: null } },
    { attributes: { plan: {} } },
    { attributes: { '': 'x' } },
    { attributes: { plan: 'x'.repeat(257) } },
    { attributes: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`a${i}`, i])) },
  ])('refuses the policy and the attributes that the core refuses (%#)', (config) => {
    expect(validate(config)).toBe(false);
    expect(refusal(config)).toMatch(/^\/(policy|attributes)/);
  });
});
