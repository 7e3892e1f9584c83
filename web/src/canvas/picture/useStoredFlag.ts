import { useState } from 'react';

/** A choice that this browser keeps. */
export function useStoredFlag(key: string): [value: boolean, set: (value: boolean) => void] {
  const [value, setValue] = useState(() => localStorage.getItem(key) === '1');
  function set(next: boolean): void {
    setValue(next);
    localStorage.setItem(key, next ? '1' : '');
  }
  return [value, set];
}
