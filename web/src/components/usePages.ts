import { useCallback } from 'react';
import type { Page } from '../api/pages';
import { useLoad } from './useLoad';

type Pages<Record> = {
  readonly records: ReadonlyArray<Record> | null;
  readonly error: string | null;
  readonly reload: () => Promise<void>;
  /** Loads the next page; null at the end of the list. */
  readonly more: (() => Promise<void>) | null;
  readonly remove: (id: string) => void;
};

/** A list that is loaded page by page. */
export function usePages<Record extends { readonly id: string }>(load: (next?: string) => Promise<Page<Record>>, key: string): Pages<Record> {
  const { value, error, reload, set } = useLoad(() => load(), key);
  const next = value?.next;
  const more = useCallback(async () => {
    if (!next) return;
    const page = await load(next);
    // Two clicks bring one page.
    set((before) => (before.next === next ? { records: [...before.records, ...page.records], next: page.next } : before));
  }, [next, load, set]);
  const remove = useCallback((id: string) => set((before) => ({ ...before, records: before.records.filter((one) => one.id !== id) })), [set]);
  return { records: value?.records ?? null, error, reload, more: next ? more : null, remove };
}
