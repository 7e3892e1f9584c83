/** Stands in for the page's timers: nothing waits, and what was to happen later happens when the test says so. */
export class Timers {
  private readonly real = { set: window.setTimeout, clear: window.clearTimeout };
  private readonly pending = new Map<number, () => void>();
  private last = 0;

  constructor() {
    window.setTimeout = ((run: () => void) => {
      this.pending.set(++this.last, run);
      return this.last;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => void this.pending.delete(Number(id));
  }

  /** All time goes by. */
  elapse(): void {
    const due = [...this.pending.values()];
    this.pending.clear();
    for (const run of due) run();
  }

  restore(): void {
    window.setTimeout = this.real.set;
    window.clearTimeout = this.real.clear;
  }
}
