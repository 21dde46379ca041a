import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/**
 * One line a request: route, status and time. Addresses, headers and bodies stay out of the
 * log, and so does everything that a customer wrote.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const { method, routeOptions } = request;
    const line = {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (error) request.log.error({ ...line, error: error.name }, 'request broke off');
    else request.log.info(line, 'request');
  }
}
