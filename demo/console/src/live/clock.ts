/**
 * The server's time, ticking once a second for all who show a waiting time: one timer, and no
 * trust in the clock of this computer.
 */
class Clock {
  private offsetMs = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly listeners = new Set<() => void>();

  /** Milliseconds since the Unix epoch. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** `serverTime` is RFC 3339, as just received. */
  synchronise(serverTime: string): void {
    this.offsetMs = Date.parse(serverTime) - Date.now();
  }

  /** Calls `listener` each second until the returned function is called. */
  onTick(listener: () => void): () => void {
    this.listeners.add(listener);
    this.timer ??= setInterval(() => {
      for (const each of this.listeners) each();
    }, 1000);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }
}

export const clock = new Clock();
