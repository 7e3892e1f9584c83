import { useSyncExternalStore } from 'react';
import { Listeners } from '../Listeners';

const listeners = new Listeners();
/** The topmost last; the page itself counts as the first. */
let open: ReadonlyArray<symbol> = [];

function set(next: ReadonlyArray<symbol>): void {
  open = next;
  listeners.notify();
}

/** @returns What is to be called when the dialog is closed. */
export function dialogOpened(dialog: symbol): () => void {
  set([...open, dialog]);
  return () => set(open.filter((one) => one !== dialog));
}

/** The dialog that is above all others: what stands elsewhere is behind it, and can't be reached. Null while none is open. */
export function useTopDialog(): symbol | null {
  return useSyncExternalStore(listeners.subscribe, () => open[open.length - 1] ?? null);
}
