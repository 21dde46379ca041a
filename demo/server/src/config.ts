import { resolve } from 'node:path';

export interface Config {
  host: string;
  port: number;
  /** Absolute path of the SQLite file, or ":memory:" for none. */
  database: string;
  logLevel: string;
}

/** A setting that the server cannot start with; the message lists all of them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const DEFAULT_DATABASE = resolve(import.meta.dirname, '../data/attune.sqlite');

/** Reads the environment; a variable that is empty counts as not set. Throws `ConfigError`. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const port = env.PORT || '8400';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    problems.push(`PORT must be a whole number from 0 to 65535, not "${port}".`);
  }
  const host = env.HOST || '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) {
    problems.push(`HOST must be an address or a name such as 127.0.0.1, not "${host}".`);
  }
  const logLevel = env.LOG_LEVEL || 'info';
  if (!LOG_LEVELS.includes(logLevel)) {
    problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${logLevel}".`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    host,
    port: Number(port),
    database: databasePath(env.ATTUNE_DB),
    logLevel,
  };
}

function databasePath(path: string | undefined): string {
  if (!path) return DEFAULT_DATABASE;
  return path === ':memory:' ? path : resolve(path);
}
