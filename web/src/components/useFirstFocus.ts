import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to what has just taken the place of something else, with which the focus would be lost. */
export function useFirstFocus<Part extends HTMLElement>(): RefObject<Part> {
  const part = useRef<Part>(null);
  useEffect(() => part.current?.focus(), []);
  return part;
}
