import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** What the pages may load: their own files only, no inline code or style, no HTML strings. */
export const PAGE_CSP = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** For answers that are no pages, should a browser be made to show one. */
export const API_CSP = "default-src 'none'; frame-ancestors 'none'";

const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export async function apiHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    ...COMMON_HEADERS,
    'content-security-policy': API_CSP,
    'cache-control': 'no-store',
  });
}

export async function pageHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    ...COMMON_HEADERS,
    'content-security-policy': PAGE_CSP,
    'cache-control': 'no-cache',
  });
}

const LOOPBACK_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Refuses requests for any name but this machine's. A server that listens on the loopback
 * address only is still within reach of every page in the user's browser, by a name whose
 * address changes to 127.0.0.1 (DNS rebinding).
 */
export async function requireLoopbackHost(request: FastifyRequest): Promise<void> {
  if (LOOPBACK_NAMES.test(request.headers.host ?? '')) return;
  throw new Problem(
    421,
    'wrong-host',
    'This server answers to localhost and 127.0.0.1 only. Set HOST to serve other names.',
  );
}

/** Refuses requests that a page of another origin makes in the user's name. */
export async function requireSameOrigin(request: FastifyRequest): Promise<void> {
  const { origin, host } = request.headers;
  if (origin === undefined) return; // not a browser, or not across origins
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new Problem(403, 'cross-origin', 'Only pages of this server may do this.');
}
