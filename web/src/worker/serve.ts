import { AttuneError } from '../errors.ts';
import { loadCore } from '../load.ts';
import type { Conversation, Core } from '../types.ts';
import {
  type Answer,
  type CallName,
  type Calls,
  type Port,
  type Request,
  toWire,
} from './protocol.ts';

type Handlers = {
  [Name in CallName]: (
    params: Calls[Name]['params'],
  ) => Calls[Name]['result'] | Promise<Calls[Name]['result']>;
};

/**
 * Answers the requests that come in through `port` with a core of this thread.
 *
 * @param port the worker's global scope, or one end of a `MessageChannel`.
 */
export function serveCore(port: Port): void {
  const handlers = createHandlers();
  port.addEventListener('message', async ({ data }) => {
    const request = data as Request;
    port.postMessage(await answer(handlers, request));
  });
  port.start?.();
}

async function answer(handlers: Handlers, request: Request): Promise<Answer> {
  try {
    // The request's `call` and `params` belong together by its type; indexing loses that.
    const handle = handlers[request.call] as (params: unknown) => Calls[CallName]['result'];
    return { id: request.id, result: await handle(request.params) };
  } catch (error) {
    return { id: request.id, error: toWire(error) };
  }
}

function createHandlers(): Handlers {
  let core: Core | undefined;
  let opened = 0;
  const conversations = new Map<number, Conversation>();

  const loaded = (): Core => {
    if (core) return core;
    throw new AttuneError('disposed', 'The worker holds no core; load it first.');
  };
  const find = (id: number): Conversation => {
    const conversation = conversations.get(id);
    if (conversation) return conversation;
    throw new AttuneError('disposed', 'This conversation was disposed; start another.');
  };

  return {
    load: async (options) => {
      core = await loadCore(options);
      return { version: core.version };
    },
    assess: ({ text }) => loaded().assess(text),
    open: ({ config }) => {
      const conversation = loaded().conversation(config);
      opened += 1;
      conversations.set(opened, conversation);
      return opened;
    },
    customerTurn: ({ conversation, text, at }) => find(conversation).customerTurn(text, at),
    botTurn: ({ conversation, text, at, unanswered }) => {
      find(conversation).botTurn(text, at, { unanswered });
      return null;
    },
    event: ({ conversation, name, at }) => {
      find(conversation).event(name, at);
      return null;
    },
    setAttributes: ({ conversation, attributes, at }) => {
      find(conversation).setAttributes(attributes, at);
      return null;
    },
    save: ({ conversation }) => find(conversation).save(),
    restore: ({ conversation, saved }) => {
      find(conversation).restore(saved);
      return null;
    },
    close: ({ conversation }) => {
      conversations.get(conversation)?.dispose();
      conversations.delete(conversation);
      return null;
    },
  };
}
