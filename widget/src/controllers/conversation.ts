import type { CloudEvent, EventData, EventType } from '@attune/web/delivery';
import type {
  ConversationEventName,
  Decision,
  ReplyAction,
  Tone,
  TurnResult,
} from '@attune/web/types';
import type { ReactiveControllerHost } from 'lit';
import { ConversationRecord, type EscalationReason } from '../conversation-record.ts';
import type { Emit } from '../events.ts';
import type { Locale } from '../locales/locale.ts';
import type { Ports } from '../ports.ts';
import type { Report } from '../report.ts';
import type { Announcer } from './announcer.ts';
import type { Delivery } from './delivery.ts';
import { Escalation } from './escalation.ts';
import type { Knowledge } from './knowledge.ts';
import type { Answer, Responder } from './responder.ts';
import type { Transcript } from './transcript.ts';

/** A conversation without a word for so long has ended (contract, section 6). */
const idleMs = 30 * 60 * 1000;

export interface ConversationOptions {
  readonly ports: Pick<Ports, 'now' | 'typingMs'>;
  readonly emit: Emit;
  readonly report: Report;
  readonly texts: Locale;
  /** Language of the chat and path of the page, as events report them. */
  readonly place: () => { locale: string; page: string };
  readonly transcript: Transcript;
  readonly announcer: Announcer;
  readonly delivery: Delivery;
  readonly knowledge: Knowledge;
}

interface Session {
  readonly record: ConversationRecord;
  responder: Promise<Responder>;
  /** Messages that wait for their answer. */
  pending: number;
}

/** Takes the customer's turns to whoever answers, and does what the answer asks for. */
export class ConversationController {
  readonly escalation: Escalation;
  /** Undefined until it is known whether the core runs. */
  mode: Responder['mode'] | undefined;
  register: Tone['register'] = 'plain';

  readonly #host: ReactiveControllerHost;
  readonly #options: ConversationOptions;
  #session: Session | undefined;
  /** Calls to the responder, one after the other. */
  #calls: Promise<void> = Promise.resolve();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #lastTurnAt = 0;
  #lastCustomerAt: number | undefined;

  constructor(host: ReactiveControllerHost, options: ConversationOptions) {
    this.#host = host;
    this.#options = options;
    const { texts, announcer, emit } = options;
    this.escalation = new Escalation({
      texts,
      emit,
      announce: (text) => announcer.say(text),
      record: (event) => this.#recordEvent(event),
      request: (reason, decision) => this.#requestPerson(reason, decision),
      declined: (decision) => this.#publish('attune.offer.declined.v1', { decision }),
      changed: () => host.requestUpdate(),
    });
  }

  get isTyping(): boolean {
    return (this.#session?.pending ?? 0) > 0;
  }

  /** Shows the greeting when nothing has been said yet. Stores and sends nothing. */
  async greet(): Promise<void> {
    const { transcript, knowledge, texts } = this.#options;
    if (this.#session || transcript.entries.length > 0) return;
    const session = this.#begin();
    const { greeting = texts.greeting } = await knowledge.menu;
    if (session !== this.#session || transcript.entries.length > 0) return;
    this.#show(greeting);
    this.#call(session, (responder) => {
      responder.botTurn(greeting, this.#tick());
      const introduction = responder.introduction();
      if (introduction) this.#show(introduction.text, introduction.actions);
    });
  }

  /** Takes what the customer wrote, or the quick reply (`action`) that they pressed. */
  say(text: string, action?: ReplyAction): void {
    const { transcript, emit, place, ports } = this.#options;
    // A timer sleeps when the device does, so the clock is asked as well.
    if (this.#isIdle()) this.#end();
    const session = this.#begin();
    this.#touch();
    transcript.add('customer', text, ports.now());
    emit('attune-message', { from: 'customer', text });
    if (!session.record.started) {
      session.record.started = true;
      this.#publish('attune.conversation.started.v1', place());
    }
    session.pending++;
    this.#call(session, () => this.#answer(session, text, action));
  }

  /** The customer presses "Talk to a person". */
  talkToPerson(): void {
    if (this.escalation.stage.kind !== 'requested') this.#note(this.#options.texts.askedForPerson);
    this.escalation.ask(this.#session?.record.decision ?? null);
  }

  /** Ends the conversation and forgets it. */
  clear(): void {
    this.#end();
    this.escalation.clear();
    this.#options.transcript.clear();
    this.#options.announcer.clear();
    this.register = 'plain';
    this.#host.requestUpdate();
  }

  #begin(): Session {
    if (this.#session) return this.#session;
    this.escalation.clear();
    const responder = this.#options.knowledge.startConversation();
    this.#session = { record: new ConversationRecord(), responder, pending: 0 };
    void responder.then(({ mode }) => this.#setMode(mode));
    return this.#session;
  }

  /** Runs `call` when the calls before it are done, unless the conversation ends first. */
  #call(session: Session, call: (responder: Responder) => void | Promise<void>): void {
    this.#calls = this.#calls.then(async () => {
      const responder = await session.responder;
      if (session !== this.#session) return;
      try {
        await call(responder);
      } catch (error) {
        this.#options.report(error as Error, 'The chat goes on.');
      }
    });
  }

  async #answer(session: Session, text: string, action?: ReplyAction): Promise<void> {
    const { reply, result } = await this.#turn(session, text, action);
    if (result) this.#react(session, text, result);
    await delay(this.#options.ports.typingMs);
    if (session !== this.#session) return;
    session.pending--;
    this.#show(reply.text, reply.actions);
    if (result) this.escalation.follow(result.decision);
    const responder = await session.responder;
    responder.botTurn(reply.text, this.#tick());
  }

  /** Asks the responder; a core that fails is replaced for the rest of the conversation. */
  async #turn(session: Session, text: string, action?: ReplyAction): Promise<Answer> {
    const responder = await session.responder;
    try {
      return responder.customerTurn(text, this.#tick(), action);
    } catch (error) {
      const { report, knowledge } = this.#options;
      report(error as Error, 'The chat goes on with set answers and without reading messages.');
      session.responder = knowledge.plainMode();
      const plainMode = await session.responder;
      this.#setMode(plainMode.mode);
      return plainMode.customerTurn(text, this.#tick(), action);
    }
  }

  #react(session: Session, text: string, result: TurnResult): void {
    const { emit } = this.#options;
    const isNewLevel = session.record.add(result);
    this.register = result.tone.register;
    emit('attune-assessment', { text, result });
    emit('attune-decision', { decision: result.decision });
    if (isNewLevel) this.#publish('attune.mood.changed.v1', session.record.moodData(result.mood));
    // Connecting does not wait for the answer; an offer comes after it.
    if (result.decision.action === 'connect_person') this.escalation.follow(result.decision);
  }

  #show(text: string, actions: readonly ReplyAction[] = []): void {
    const { transcript, announcer, emit, ports } = this.#options;
    transcript.add('bot', text, ports.now(), actions);
    announcer.say(text);
    emit('attune-message', { from: 'bot', text });
  }

  #requestPerson(reason: EscalationReason, decision: Decision | null): CloudEvent {
    const { record } = this.#begin();
    this.#touch();
    record.escalated = true;
    const data = record.escalationData(reason, decision, this.#options.place());
    return this.#publish('attune.escalation.requested.v1', data);
  }

  #recordEvent(name: ConversationEventName): void {
    this.#call(this.#begin(), (responder) => responder.event(name, this.#tick()));
  }

  #publish<Type extends EventType>(type: Type, data: EventData[Type]): CloudEvent {
    return this.#options.delivery.publish(type, this.#begin().record.id, data);
  }

  #setMode(mode: Responder['mode']): void {
    this.mode = mode;
    this.#host.requestUpdate();
  }

  #touch(): void {
    this.#lastCustomerAt = this.#options.ports.now();
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#endIdle(), idleMs);
  }

  #isIdle(): boolean {
    const { now } = this.#options.ports;
    return this.#lastCustomerAt !== undefined && now() - this.#lastCustomerAt >= idleMs;
  }

  #endIdle(): void {
    this.#end();
    this.#note(this.#options.texts.ended);
  }

  #end(): void {
    const session = this.#session;
    if (!session) return;
    clearTimeout(this.#idleTimer);
    this.#lastCustomerAt = undefined;
    const { record } = session;
    if (record.started || record.escalated) {
      this.#publish('attune.conversation.ended.v1', record.endedData());
    }
    this.#session = undefined;
    void session.responder.then((responder) => responder.dispose());
  }

  #note(text: string): void {
    const { transcript, ports } = this.#options;
    transcript.add('notice', text, ports.now());
  }

  /** The time of a turn: the core takes none that is earlier than the one before. */
  #tick(): number {
    this.#lastTurnAt = Math.max(this.#lastTurnAt, this.#options.ports.now());
    return this.#lastTurnAt;
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
