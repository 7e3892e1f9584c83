import { useSyncExternalStore } from 'react';

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
};

const lifetime = 8000;
let toasts: ReadonlyArray<Toast> = [];
let count = 0;
const listeners = new Set<() => void>();

function set(next: ReadonlyArray<Toast>): void {
  toasts = next;
  for (const listener of listeners) listener();
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
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
