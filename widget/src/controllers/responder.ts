import type {
  Conversation,
  ConversationEventName,
  Reply,
  ReplyAction,
  TurnResult,
} from '@attune/web/types';

export interface Answer {
  readonly reply: Reply;
  /** What the core read; undefined when it could not run, for nothing else scores. */
  readonly result: TurnResult | undefined;
}

/** Who answers the customer: the core, or without it the plain mode. */
export interface Responder {
  readonly mode: 'core' | 'plain';
  /** What the bot says of itself after the greeting, if anything. */
  introduction(): Reply | undefined;
  /** `action` is the quick reply that was pressed, if the message was not typed. */
  customerTurn(text: string, at: number, action?: ReplyAction): Answer;
  botTurn(text: string, at: number): void;
  event(name: ConversationEventName, at: number): void;
  dispose(): void;
}

export class CoreResponder implements Responder {
  readonly mode = 'core';
  readonly #conversation: Conversation;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
  }

  introduction(): undefined {}

  customerTurn(text: string, at: number): Answer {
    const result = this.#conversation.customerTurn(text, at);
    return { reply: result.reply, result };
  }

  botTurn(text: string, at: number): void {
    this.#conversation.botTurn(text, at);
  }

  event(name: ConversationEventName, at: number): void {
    this.#conversation.event(name, at);
  }

  dispose(): void {
    this.#conversation.dispose();
  }
}
