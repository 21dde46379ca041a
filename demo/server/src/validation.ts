import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** One reason why an event is refused. Never holds a value from the event: it may be text. */
export interface EventError {
  /** RFC 6901 pointer into the request's body. */
  pointer: string;
  detail: string;
  /** `id` of the event, when it has one. */
  event_id: string | null;
}

export type EventValidator = (event: unknown, pointer: string) => EventError[];

const SCHEMA_DIR = resolve(import.meta.dirname, '../../../web/schema');

/** Enough to mend a sender; a body of nothing but errors must not make an answer of megabytes. */
const MAX_ERRORS_PER_EVENT = 20;

/** Compiles `web/schema` once. The validator answers with no errors for an `AttuneEvent`. */
export function createEventValidator(): EventValidator {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  // The package is CommonJS: its default import is the module, seen with the types of ESM.
  (ajvFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const eventFiles = readdirSync(join(SCHEMA_DIR, 'events')).map((file) => join('events', file));
  for (const file of ['common.schema.json', ...eventFiles]) ajv.addSchema(readSchema(file));
  const validate = ajv.compile(readSchema('event.schema.json'));

  return (event, pointer) => {
    if (validate(event)) return [];
    return toEventErrors(validate.errors ?? [], event, pointer);
  };
}

function readSchema(file: string): object {
  return JSON.parse(readFileSync(join(SCHEMA_DIR, file), 'utf8'));
}

function toEventErrors(errors: ErrorObject[], event: unknown, pointer: string): EventError[] {
  const byPointer = new Map<string, EventError>();
  for (const error of errors) {
    // These repeat, for the whole, what another error says of the part.
    if (error.keyword === 'if' || error.keyword === 'propertyNames') continue;
    const at = pointer + error.instancePath + memberOf(error);
    if (!byPointer.has(at)) {
      byPointer.set(at, { pointer: at, detail: describe(error), event_id: idOf(event) });
    }
    if (byPointer.size === MAX_ERRORS_PER_EVENT) break;
  }
  return [...byPointer.values()];
}

/** The pointer of the missing or unwanted member, from the object that ajv points at. */
function memberOf(error: ErrorObject): string {
  const member =
    error.params.missingProperty ?? error.params.additionalProperty ?? error.propertyName;
  if (member === undefined) return '';
  return `/${String(member).slice(0, 128).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function describe(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not a known member';
    case 'enum':
      return `must be one of ${error.params.allowedValues.join(', ')}`;
    case 'const':
      return `must be ${JSON.stringify(error.params.allowedValue)}`;
    default:
      return error.message ?? 'is not valid';
  }
}

function idOf(event: unknown): string | null {
  const id = (event as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id.length <= 128 ? id : null;
}
