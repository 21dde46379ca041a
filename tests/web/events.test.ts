import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, expect, it, vi } from 'vitest';
import { createEvent, EventType, eventSource, randomId } from '../../web/src/delivery/events.ts';
import { repository } from './support/core.ts';
import { escalation, moodChanged, started } from './support/delivery.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

async function compileSchema() {
  const folder = resolve(repository, 'web/schema');
  const read = async (file: string) => JSON.parse(await readFile(resolve(folder, file), 'utf8'));
  const ajv = addFormats.default(new Ajv2020({ allErrors: true }));
  ajv.addSchema(await read('common.schema.json'));
  for (const file of await readdir(resolve(folder, 'events'))) {
    ajv.addSchema(await read(`events/${file}`));
  }
  return ajv.compile(await read('event.schema.json'));
}

const source = eventSource('https://shop.example', 'help desk/1');
const options = { source, now: () => Date.UTC(2026, 2, 2, 9, 14, 4, 120) };
const decision = {
  action: 'offer_person',
  priority: 'high',
  reasons: ['repeat_contact'],
  explanation: 'You have told us about this 3 times.',
} as const;

it('makes events that the schema takes, of every type', async () => {
  const validate = await compileSchema();
  const { escalationRequested, feedbackGiven } = EventType;
  const asked = escalation();
  if (asked.type !== escalationRequested) throw new Error('an escalation was made');
  const events = [
    started(),
    moodChanged(),
    asked,
    createEvent(
      escalationRequested,
      'c1',
      {
        ...asked.data,
        reason: 'accepted',
        decision: { ...decision, reasons: [...decision.reasons] },
        mood: null,
        assessments: [
          {
            frustration: 0.9,
            sentiment: { score: -0.8, level: 'very_negative' },
            flags: ['repeat_contact'],
            topics: [],
            urgency: 0.2,
          },
        ],
        transcript: [{ from: 'customer', text: '[email]', at: '2026-03-02T09:14:03Z' }],
      },
      options,
    ),
    createEvent(
      EventType.offerDeclined,
      'c1',
      { decision: { ...decision, reasons: [...decision.reasons] } },
      options,
    ),
    createEvent(
      EventType.conversationEnded,
      'c1',
      {
        topics: [{ id: 'delivery', score: 0.4 }],
        mood: { start: -0.2, end: 0.1, peak: 0.9 },
        escalated: true,
        resolved: null,
        rating: null,
      },
      options,
    ),
    createEvent(feedbackGiven, 'c1', { kind: 'rating', rating: 4, resolved: true }, options),
  ];
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(Object.values(EventType)));
  for (const event of events) {
    validate(event);
    expect(validate.errors, event.type).toBeNull();
  }
});

it("keeps the customer's words of the note for the team in the page", async () => {
  const contact = { times: 3, waiting_days: 21 };
  const facts = { trend: 'rising', contact, amount: 349.5, references: 1 } as const;
  const signals = { frustration: 0.81, ...facts, rules: ['large-bills'] };
  const words = ['still nothing'];
  const team = { text: 'strongest words: "still nothing"', ...signals, words };
  const told = { ...decision, reasons: ['company_rule' as const], team };
  const declined = createEvent(EventType.offerDeclined, 'c1', { decision: told }, options);
  const asked = escalation();
  if (asked.type !== EventType.escalationRequested) throw new Error('an escalation was made');
  const data = { ...asked.data, decision: told };
  const escalated = createEvent(EventType.escalationRequested, 'c1', data, options);
  const validate = await compileSchema();
  for (const event of [declined, escalated]) {
    expect(JSON.stringify(event)).not.toContain('still nothing');
    expect(event.data.decision?.team).toEqual(signals);
    expect(validate(event), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...event, data: { ...event.data, decision: told } })).toBe(false);
  }
  expect(told.team.words).toEqual(words);
});

it('fills in the attributes of CloudEvents', () => {
  const data = { locale: 'en', page: '/' };
  const event = createEvent(EventType.conversationStarted, 'c1', data, options);
  expect(event).toEqual({
    specversion: '1.0',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    source: 'https://shop.example/#help%20desk%2F1',
    type: 'attune.conversation.started.v1',
    subject: 'c1',
    time: '2026-03-02T09:14:04.120Z',
    datacontenttype: 'application/json',
    data,
  });
});

it('makes random version 4 UUIDs, also on pages that are not secure', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(randomId()).toMatch(uuid);
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const ids = Array.from({ length: 1_000 }, randomId);
  for (const id of ids) expect(id).toMatch(uuid);
  expect(new Set(ids).size).toBe(ids.length);
});
