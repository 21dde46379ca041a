import { describe, expect, it } from 'vitest';
import { readConfig } from '../../demo/server/src/config.ts';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({ PORT: '', HOST: '' });
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8400, logLevel: 'info' });
    expect(config.database).toMatch(/demo\/server\/data\/attune\.sqlite$/);
  });

  it('comes from the environment', () => {
    const env = { PORT: '0', HOST: '::', ATTUNE_DB: '/var/lib/attune.sqlite', LOG_LEVEL: 'warn' };
    expect(readConfig(env)).toEqual({
      host: '::',
      port: 0,
      database: '/var/lib/attune.sqlite',
      logLevel: 'warn',
    });
  });

  it.each(['65536', '-1', '8400.5', 'http', ' 8400'])('refuses the port %j by name', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(/^PORT must be a whole number from 0 to 65535/);
  });

  it('tells all that is wrong at once', () => {
    const wrong = { PORT: 'x', HOST: 'http://x', LOG_LEVEL: 'loud' };
    expect(() => readConfig(wrong)).toThrow(/PORT.*\nHOST.*\nLOG_LEVEL/);
  });
});
