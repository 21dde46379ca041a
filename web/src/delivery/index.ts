/** Delivery of events: made here, stored until a receiver has acknowledged them, sent in order. */
export * from './events.ts';
export { withMemoryFallback } from './fallback-store.ts';
export { type HttpTransportOptions, httpTransport } from './http-transport.ts';
export { indexedDbStore } from './indexeddb-store.ts';
export { memoryStore } from './memory-store.ts';
export { type OpenOutboxOptions, openOutbox } from './open-outbox.ts';
export { Outbox, type OutboxOptions, type Timers } from './outbox.ts';
export { defaultQueueLimits, type QueueLimits } from './queue-policy.ts';
export { defaultRetryPolicy, type RetryPolicy } from './retry-policy.ts';
export { type SenderLock, senderLock } from './sender-lock.ts';
export type * from './types.ts';
export { pageSignals, type WakeSignals } from './wake-signals.ts';
