import type { Escalation, Priority } from '../types.ts';

const RANK: Record<Priority, number> = { urgent: 3, high: 2, normal: 1, low: 0 };

/** The order of the queue: priority, then how upset, then how long they wait. As the server's. */
export function compareEscalations(a: Escalation, b: Escalation): number {
  return (
    RANK[b.priority] - RANK[a.priority] ||
    (b.mood?.frustration ?? 0) - (a.mood?.frustration ?? 0) ||
    Date.parse(a.requested_at) - Date.parse(b.requested_at) ||
    a.id - b.id
  );
}

/** Those who wait, as far as the server has told. */
export class Queue {
  private readonly byId = new Map<number, Escalation>();

  get size(): number {
    return this.byId.size;
  }

  get(id: number): Escalation | undefined {
    return this.byId.get(id);
  }

  /** In order. */
  list(): Escalation[] {
    return [...this.byId.values()].sort(compareEscalations);
  }

  /** Returns those that were not known: what is new since the connection was lost. */
  replaceAll(escalations: readonly Escalation[]): Escalation[] {
    const added = escalations.filter(({ id }) => !this.byId.has(id));
    this.byId.clear();
    for (const escalation of escalations) this.byId.set(escalation.id, escalation);
    return added;
  }

  /** Takes an escalation as it is now; true when it is one more that waits. */
  apply(escalation: Escalation): boolean {
    if (escalation.state === 'resolved') {
      this.byId.delete(escalation.id);
      return false;
    }
    const isNew = !this.byId.has(escalation.id);
    this.byId.set(escalation.id, escalation);
    return isNew;
  }
}
