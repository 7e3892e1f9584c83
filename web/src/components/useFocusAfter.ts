import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to a part when the state has changed, if what had the focus went away with that. Not when the state gets known: a page that
 * has just been opened keeps its focus.
 */
export function useFocusAfter<Part extends HTMLElement>(state: boolean | undefined): RefObject<Part> {
  const part = useRef<Part>(null);
  const known = useRef(state);
  useEffect(() => {
    if (state === undefined) return;
    const hasChanged = known.current !== undefined && known.current !== state;
    known.current = state;
    if (hasChanged && document.activeElement === document.body) part.current?.focus();
  }, [state]);
  return part;
}
