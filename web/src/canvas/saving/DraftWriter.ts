import { randomKey } from '../../api/randomKey';

const prefix = 'zenuml-draft-';

/**
 * One who keeps drafts. As long as a writer is at work it holds a lock (Web Locks), which the browser frees when the tab is gone:
 * so others see which drafts are left behind, and which still have somebody who saves them.
 */
export class DraftWriter {
  readonly id = randomKey();
  private end: () => void = () => undefined;

  begin(): void {
    const ended = new Promise<void>((resolve) => (this.end = resolve));
    void navigator.locks?.request(prefix + this.id, () => ended);
  }

  stop(): void {
    this.end();
  }

  /** The identifiers of those at work in any tab; none where the browser cannot tell. */
  static async atWork(): Promise<ReadonlySet<string>> {
    const held = (await navigator.locks?.query())?.held ?? [];
    return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
  }
}
