/** What the page and the worker say to each other: a request with an id, and one answer to it. */
import { AttuneError, type AttuneErrorCode } from '../errors.ts';
import type {
  Assessment,
  AttributeChanges,
  ConversationConfig,
  ConversationEventName,
  TurnResult,
} from '../types.ts';

/** Each call's parameters and result. `conversation` is a number that `open` gave out. */
export interface Calls {
  load: {
    params: { url?: string; module?: WebAssembly.Module; bytes?: BufferSource };
    result: { version: string };
  };
  assess: { params: { text: string }; result: Assessment };
  open: { params: { config: ConversationConfig | undefined }; result: number };
  customerTurn: { params: { conversation: number; text: string; at: number }; result: TurnResult };
  botTurn: {
    params: { conversation: number; text: string; at: number; unanswered: boolean };
    result: null;
  };
  event: {
    params: { conversation: number; name: ConversationEventName; at: number };
    result: null;
  };
  setAttributes: {
    params: { conversation: number; attributes: AttributeChanges; at: number };
    result: null;
  };
  save: { params: { conversation: number }; result: string };
  restore: { params: { conversation: number; saved: string }; result: null };
  close: { params: { conversation: number }; result: null };
}

export type CallName = keyof Calls;

export type Request = {
  [Name in CallName]: { id: number; call: Name; params: Calls[Name]['params'] };
}[CallName];

export type Answer =
  | { id: number; result: Calls[CallName]['result'] }
  | { id: number; error: WireError };

/** An error as it crosses: structured clone would keep the message and lose the rest. */
export interface WireError {
  message: string;
  /** Absent for an error that is not an `AttuneError`, such as a wrong argument's `TypeError`. */
  code?: AttuneErrorCode;
  pointer?: string;
  expected?: string;
}

/** The part of `Worker`, `MessagePort` and a worker's global scope that the protocol needs. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  /** Only a `MessagePort` has it, and keeps its messages back until then. */
  start?(): void;
}

export function toWire(error: unknown): WireError {
  if (!(error instanceof AttuneError)) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  const wire: WireError = { message: error.message, code: error.code };
  if (error.pointer !== undefined) wire.pointer = error.pointer;
  if (error.expected !== undefined) wire.expected = error.expected;
  return wire;
}

export function fromWire(wire: WireError): Error {
  if (wire.code === undefined) return new TypeError(wire.message);
  return new AttuneError(wire.code, wire.message, wire);
}
