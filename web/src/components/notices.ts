import { useSyncExternalStore } from 'react';
import { Listeners } from '../Listeners';

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
};

const lifetime = 8000;
let toasts: ReadonlyArray<Toast> = [];
let count = 0;
const listeners = new Listeners();

function set(next: ReadonlyArray<Toast>): void {
  toasts = next;
  listeners.notify();
}

/** Shows a short message at the edge of the page for a while. */
export function toast(text: string, options: { isError?: boolean; action?: Toast['action'] } = {}): void {
  const id = ++count;
  const { isError = false, action } = options;
  set([...toasts.slice(-2), action ? { id, text, isError, action } : { id, text, isError }]);
  window.setTimeout(() => dismiss(id), lifetime);
}

export function dismiss(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

export function useToasts(): ReadonlyArray<Toast> {
  return useSyncExternalStore(listeners.subscribe, () => toasts);
}
