import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeOutbox, goTo, Page, settle } from './support/mount.ts';

beforeEach(() => goTo('https://shop.example/help/returns?order=17#top'));
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function openPage(attributes: Record<string, string> = {}) {
  const outbox = new FakeOutbox();
  const open = vi.fn(outbox.open);
  const page = new Page({
    ports: { openOutbox: open },
    attributes: { endpoint: '/v1/events', ...attributes },
  });
  await page.open();
  return { page, outbox, open };
}

describe('what leaves the page', () => {
  it('is nothing before the first message', async () => {
    const { page, open } = await openPage();
    page.type('I am writing something');
    await page.click('More options');
    page.element.close();
    await settle();
    expect(open).not.toHaveBeenCalled();
    expect(page.detail('attune-event')).toEqual([]);
    expect(localStorage).toHaveLength(0);
    expect(document.cookie).toBe('');
  });

  it('holds no word of the customer and no query of the page', async () => {
    const { page, outbox } = await openPage();
    await page.send('I am angry, my name is Ada');
    await page.click('Talk to a person');
    page.element.clear();
    await settle();
    const sent = JSON.stringify(outbox.stored);
    expect(sent).not.toContain('Ada');
    expect(sent).not.toContain('order=17');
    expect(sent).toContain('"page":"/help/returns"');
  });

  it('fits the schema of the events', async () => {
    const isEvent = await eventValidator();
    const { page, outbox } = await openPage({ 'widget-id': 'help', locale: 'en-GB' });
    await page.send('I am angry');
    await page.click('Keep chatting');
    await page.send('I am angry again');
    await page.click('Talk to a person');
    page.element.clear();
    await settle();
    expect(outbox.stored.map(({ type }) => type)).toEqual([
      'attune.conversation.started.v1',
      'attune.mood.changed.v1',
      'attune.offer.declined.v1',
      'attune.escalation.requested.v1',
      'attune.conversation.ended.v1',
    ]);
    for (const event of outbox.stored) {
      isEvent(event);
      expect(isEvent.errors ?? []).toEqual([]);
      expect(event.source).toBe('https://shop.example/#help');
    }
    expect(new Set(outbox.stored.map(({ subject }) => subject)).size).toBe(1);
  });

  it('tells of the mood only when its level changes', async () => {
    const { page, outbox } = await openPage();
    const moods = () => outbox.of('attune.mood.changed.v1').length;
    await page.send('Hello');
    expect(moods()).toBe(0);
    await page.send('I am angry');
    expect(moods()).toBe(1);
    await page.send('Very angry');
    expect(moods()).toBe(1);
    await page.send('Fine');
    expect(moods()).toBe(2);
  });

  it('is no text, whatever the page asks for, as long as nothing masks it', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { page, outbox } = await openPage({ share: 'transcript' });
    await page.send('I am angry, my name is Ada');
    await page.click('Talk to a person');
    expect(JSON.stringify(outbox.stored)).not.toContain('Ada');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('share="transcript"'));
  });
});

describe('delivery', () => {
  it('tells the page how each event goes', async () => {
    const { page, outbox } = await openPage();
    await page.send('Hello');
    await outbox.report('sent');
    expect(page.detail('attune-event').map(({ state }) => state)).toEqual(['queued', 'sent']);
  });

  it('leaves the events of another chat to it', async () => {
    const { page, outbox } = await openPage({ 'widget-id': 'one' });
    const other = await openPage({ 'widget-id': 'two' });
    await other.page.send('Hello');
    await page.send('Hello');
    for (const event of other.outbox.stored) outbox.stored.push(event);
    await outbox.report('sent');
    expect(page.detail('attune-event').filter(({ state }) => state === 'sent')).toHaveLength(1);
  });

  it('says that a request failed when it could not even be stored', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const page = new Page({
      ports: { openOutbox: () => Promise.reject(new Error('no storage')) },
      attributes: { endpoint: '/v1/events' },
    });
    await page.open();
    await page.send('human');
    expect(page.text('.request')).toContain('This could not be passed on.');
    expect(error).toHaveBeenCalledWith(expect.stringContaining('no storage'));
  });
});

async function eventValidator() {
  const folder = join(import.meta.dirname, '../../web/schema');
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));
  const ajv = addFormats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
  ajv.addSchema(await read('common.schema.json'));
  for (const file of await readdir(join(folder, 'events'))) {
    ajv.addSchema(await read(`events/${file}`));
  }
  return ajv.compile(await read('event.schema.json'));
}
