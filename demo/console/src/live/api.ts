import type { Escalation, EscalationDetail } from '../types.ts';

/** The API lies beside the console, wherever both are mounted. */
const API = new URL('../v1/escalations', document.baseURI);

export const STREAM_URL = `${API}/stream`;

/** Throws an error whose message is a sentence for the team. */
export async function fetchEscalation(id: number, signal: AbortSignal): Promise<EscalationDetail> {
  return request(`${API}/${id}`, { signal });
}

/** Throws as `fetchEscalation`. Asking twice is harmless. */
export async function resolveEscalation(id: number): Promise<Escalation> {
  return request(`${API}/${id}/resolve`, { method: 'POST' });
}

async function request<Result>(url: string, init: RequestInit): Promise<Result> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new Error('The server cannot be reached.', { cause });
  });
  if (response.ok) return response.json();
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new Error(problem.detail ?? `The server answered with the status ${response.status}.`);
}
