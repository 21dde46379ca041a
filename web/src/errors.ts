/** Why a call of the API failed, for code to branch on. */
export type AttuneErrorCode =
  | 'wasm_unavailable' // the browser has no WebAssembly
  | 'wasm_blocked' // the page's content security policy forbids it
  | 'wasm_fetch_failed' // the module could not be downloaded
  | 'wasm_invalid' // what was downloaded is not a module this loader can start
  | 'version_mismatch' // module and loader are of different releases
  | 'invalid_config' // policy or playbook: see `pointer` and `expected`
  | 'invalid_turn' // a turn back in time
  | 'invalid_state' // a saved conversation that does not fit: see `pointer` and `expected`
  | 'out_of_memory'
  | 'core_failed' // the core stopped in the middle of a call; load it anew
  | 'worker_failed' // the worker could not start, or it died
  | 'disposed';

/** The one error type of the API. `message` says what happened, where, and what to do. */
export class AttuneError extends Error {
  override readonly name = 'AttuneError';
  readonly code: AttuneErrorCode;
  /** RFC 6901 JSON pointer of the offending value, for `invalid_config` and `invalid_state`. */
  readonly pointer: string | undefined;
  /** What would have been accepted, for `invalid_config` and `invalid_state`. */
  readonly expected: string | undefined;

  constructor(
    code: AttuneErrorCode,
    message: string,
    details: { pointer?: string; expected?: string; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.pointer = details.pointer;
    this.expected = details.expected;
  }
}
