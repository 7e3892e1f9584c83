import type { Draft } from '../src/canvas/saving/drafts';

type Request = { result?: unknown; onsuccess?: () => void };

/** Stands in for the browser's IndexedDB and its locks, as far as drafts use them, and shows what is kept. */
export class FakeDrafts {
  kept: ReadonlyArray<Draft> = [];
  /** The writers of other tabs. */
  atWork: ReadonlyArray<string> = [];

  constructor() {
    Object.assign(globalThis, { indexedDB: { open: () => this.opened() }, IDBKeyRange: { bound: ([id]: [string]) => id } });
    const held = () => this.atWork.map((writer) => ({ name: `zenuml-draft-${writer}` }));
    const locks = { request: () => Promise.resolve(), query: () => Promise.resolve({ held: held() }) };
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: true, locks }, configurable: true });
  }

  private opened(): Request {
    const request: Request = { result: { transaction: () => this.transaction(), close: () => undefined } };
    queueMicrotask(() => request.onsuccess?.());
    return request;
  }

  private transaction(): object {
    const transaction: { objectStore: () => object; oncomplete?: () => void } = { objectStore: () => this.store };
    queueMicrotask(() => transaction.oncomplete?.());
    return transaction;
  }

  private readonly store = {
    put: (draft: Draft): Request => {
      this.kept = [...this.without(draft.id, draft.writer), structuredClone(draft)];
      return {};
    },
    delete: ([id, writer]: [string, string]): Request => {
      this.kept = this.without(id, writer);
      return {};
    },
    getAll: (id: string): Request => ({ result: this.kept.filter((draft) => draft.id === id) }),
  };

  private without(id: string, writer: string): ReadonlyArray<Draft> {
    return this.kept.filter((draft) => draft.id !== id || draft.writer !== writer);
  }
}
