import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Problem details (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  [extension: string]: unknown;
}

/** A refusal that the client may read: throw it from any handler. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly slug: string;
  readonly extensions: Record<string, unknown>;

  /** `slug` names the kind of problem for programs and never changes its meaning. */
  constructor(
    status: number,
    slug: string,
    detail: string,
    extensions: Record<string, unknown> = {},
  ) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.extensions = extensions;
  }
}

/** The handler of addresses that are not. */
export async function nothingHere({ method, url }: FastifyRequest): Promise<never> {
  throw new Problem(404, 'not-found', `There is nothing at ${method} ${url}.`);
}

export function problemBody(
  status: number,
  slug: string,
  detail: string,
  extensions: Record<string, unknown> = {},
): ProblemBody {
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: `urn:attune:problem:${slug}`, title, status, detail, ...extensions };
}

/** What Fastify itself refuses, in the words of this API. */
const FRAMEWORK_PROBLEMS: Record<string, { slug: string; detail: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    slug: 'too-large',
    detail: 'The body is too large. Send at most 256 KiB at a time.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    slug: 'media-type',
    detail: 'The content type of the body is not one that this address takes.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    slug: 'content-length',
    detail: 'The body is not as long as the Content-Length header says.',
  },
  FST_ERR_BAD_URL: { slug: 'bad-url', detail: 'The address is not a valid URL.' },
};

/** Turns whatever a handler throws into problem details. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  if (problem !== error && problem.status >= 500) {
    request.log.error({ error: summary(error) }, 'request failed');
  }
  reply
    .code(problem.status)
    .header('content-type', PROBLEM_JSON)
    .send(problemBody(problem.status, problem.slug, problem.message, problem.extensions));
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, code, validation } = error as FastifyError;
  const known = FRAMEWORK_PROBLEMS[code];
  if (known) return new Problem(statusCode ?? 400, known.slug, known.detail);
  if (validation) {
    const invalid = validation.map(({ instancePath, message }) => `${instancePath} ${message}`);
    return new Problem(400, 'bad-parameter', `Bad parameter: ${invalid.join('; ')}.`);
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem(statusCode, 'bad-request', 'The request could not be understood.');
  }
  return new Problem(500, 'internal', 'Something went wrong here. Trying again later is safe.');
}

/** What may be logged of an error: its message can quote what a customer wrote. */
function summary(error: unknown): { name: string; code: unknown; stack: string | undefined } {
  const { name, code, message, stack } = error as Error & { code?: unknown };
  return { name, code, stack: stack?.replace(message, '') };
}
