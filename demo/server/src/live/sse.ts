import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Sink } from './feed.ts';

/** A console that has this much unread is not reading: it is cut off and may connect again. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** Takes the response over from Fastify and answers with an open event stream. */
export function openEventStream(reply: FastifyReply): { sink: Sink; response: ServerResponse } {
  reply.hijack();
  const response = reply.raw;
  response.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Reverse proxies, nginx for one, would otherwise hold events back until a buffer is full.
    'x-accel-buffering': 'no',
  });
  const sink: Sink = {
    write(chunk) {
      if (response.writableEnded || response.destroyed) return;
      response.write(chunk);
      if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    },
    end: () => void response.end(),
  };
  return { sink, response };
}
