import type { CloudEvent } from '@attune/web/delivery';
import type { ConversationEventName, Decision } from '@attune/web/types';
import type { EscalationReason } from '../conversation-record.ts';
import type { Emit, EventState } from '../events.ts';
import type { Locale } from '../locales/locale.ts';
import type { OutboxChange } from '../ports.ts';

export interface Requested {
  readonly kind: 'requested';
  readonly reason: EscalationReason;
  readonly decision: Decision | null;
  readonly eventId: string;
  readonly state: EventState;
}

/** How far the way to a person has been walked. */
export type EscalationStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'offered'; readonly decision: Decision }
  | Requested;

export interface EscalationOptions {
  readonly texts: Locale;
  readonly announce: (text: string) => void;
  readonly emit: Emit;
  readonly record: (event: ConversationEventName) => void;
  readonly request: (reason: EscalationReason, decision: Decision | null) => CloudEvent;
  readonly declined: (decision: Decision) => void;
  readonly changed: () => void;
}

/** The offer of a person, the customer's choice, and what became of the request. */
export class Escalation {
  stage: EscalationStage = { kind: 'none' };
  readonly #options: EscalationOptions;

  constructor(options: EscalationOptions) {
    this.#options = options;
  }

  /** Does what the core decided. An offer stands until the customer answers it. */
  follow(decision: Decision): void {
    if (this.stage.kind === 'requested') return;
    if (decision.action === 'connect_person') this.#request('connected', decision);
    if (decision.action === 'offer_person') this.#offer(decision);
  }

  /** The customer presses "Talk to a person", in the offer or anywhere else. */
  ask(lastDecision: Decision | null): void {
    if (this.stage.kind === 'offered') this.#request('accepted', this.stage.decision);
    else if (this.stage.kind === 'none') this.#request('asked', lastDecision);
    else if (this.stage.state === 'refused') this.retry();
    else this.#announceStatus();
  }

  decline(): void {
    if (this.stage.kind !== 'offered') return;
    const { decision } = this.stage;
    this.#set({ kind: 'none' });
    this.#options.record('offer_declined');
    this.#options.declined(decision);
  }

  /** Asks again after a refusal: as a new event, for the receiver has settled the former one. */
  retry(): void {
    if (this.stage.kind === 'requested' && this.stage.state === 'refused') {
      this.#request(this.stage.reason, this.stage.decision);
    }
  }

  deliveryChanged({ event, state }: OutboxChange): void {
    const { stage } = this;
    if (stage.kind !== 'requested' || stage.eventId !== event.id || stage.state === state) return;
    // Nobody will come: the core must not tell the customer so, nor call again by itself.
    if (state === 'refused') this.#options.record('handoff_failed');
    this.#enter({ ...stage, state });
  }

  clear(): void {
    this.#set({ kind: 'none' });
  }

  /** The request's state in the customer's words. */
  statusText(): string {
    const texts = this.#options.texts;
    if (this.stage.kind !== 'requested') return '';
    switch (this.stage.state) {
      case 'queued':
        return texts.passing;
      case 'sent':
        return texts.passed;
      case 'waiting':
        return navigator.onLine ? texts.waitingServer : texts.waitingOffline;
      case 'refused':
        return texts.refused;
      case 'shown':
        return texts.notConnected;
    }
  }

  #offer(decision: Decision): void {
    this.#set({ kind: 'offered', decision });
    this.#options.announce(`${decision.explanation} ${this.#options.texts.offer}`);
  }

  #request(reason: EscalationReason, decision: Decision | null): void {
    const { id } = this.#options.request(reason, decision);
    this.#options.record('escalated');
    this.#enter({ kind: 'requested', reason, decision, eventId: id, state: 'queued' });
  }

  #enter(stage: Requested): void {
    const { decision, state } = stage;
    const untouched = this.#options.emit('attune-escalation', { decision, state });
    // Without an endpoint the page may take the request itself, and says so by preventDefault().
    const isTaken = state === 'shown' && !untouched;
    this.#set(isTaken ? { ...stage, state: 'sent' } : stage);
    this.#announceStatus();
  }

  #announceStatus(): void {
    const { texts, announce } = this.#options;
    const isSent = this.stage.kind === 'requested' && this.stage.state === 'sent';
    announce(isSent ? `${texts.passed} ${texts.passedHint}` : this.statusText());
  }

  #set(stage: EscalationStage): void {
    this.stage = stage;
    this.#options.changed();
  }
}
