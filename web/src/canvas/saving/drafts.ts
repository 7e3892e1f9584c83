import type { Diagram } from '../../api/schema';
import type { DiagramKind } from '../engine/DiagramKind';

/** What a diagram consists of, as far as this page changes it. */
export type Content = { readonly name: string; readonly source: string; readonly layout: Diagram['layout'] };

/** Changes that the server does not have yet, and what they were made from. */
export type Draft = {
  readonly id: string;
  readonly userId: string;
  /** Which `DraftWriter` keeps it: each has a draft of its own, so that tabs do not overwrite one another's. */
  readonly writer: string;
  /** Those of before this was kept have none. */
  readonly kind?: DiagramKind;
  /** When it was changed last, in milliseconds; those of before this was kept have no time. */
  readonly changedAt?: number;
  readonly revision: number;
  readonly base: Content;
  readonly content: Content;
  /** What was sent from that revision, and may have reached the server without an answer. */
  readonly sent: ReadonlyArray<Content>;
};

const store = 'drafts';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('zenuml', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: ['id', 'writer'] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<Result>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest<Result>): Promise<Result | undefined> {
  try {
    const database = await open();
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    }).finally(() => database.close());
  } catch {
    // A browser that keeps nothing (a private window, a full disk): the page still works, and saves to the server.
    return undefined;
  }
}

export async function keepDraft(draft: Draft): Promise<void> {
  await run('readwrite', (drafts) => drafts.put(draft));
}

export async function dropDraft(id: string, writer: string): Promise<void> {
  await run('readwrite', (drafts) => drafts.delete([id, writer]));
}

/** @param userId Another person's drafts are none of one's business. */
export async function findDrafts(id: string, userId: string): Promise<Draft[]> {
  const all = await run('readonly', (drafts) => drafts.getAll(IDBKeyRange.bound([id], [id, []])) as IDBRequest<Draft[]>);
  return (all ?? []).filter((draft) => draft.userId === userId);
}
