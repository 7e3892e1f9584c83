import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import type { CaretWish, Range } from '../session/DiagramState';
import { lineHeight } from './lineHeight';

/** Puts the caret where it is wanted, each wish once. */
export function useCaret(area: RefObject<HTMLTextAreaElement>, source: string, caret: CaretWish | null, onMoved: () => void): void {
  const lastWish = useRef(0);
  useLayoutEffect(() => {
    const field = area.current;
    if (!field || !caret || caret.count === lastWish.current) return;
    lastWish.current = caret.count;
    onMoved();
    if (caret.isFocused) field.focus();
    if (caret.isFocused || document.activeElement === field) field.setSelectionRange(caret.start, caret.end);
    reveal(field, source, caret);
  }, [area, caret, source, onMoved]);
}

/** What is selected on the picture comes into view in the source, too. */
export function useRevealed(area: RefObject<HTMLTextAreaElement>, source: string, marked: Range | null): void {
  const lastMarked = useRef<Range | null>(null);
  useEffect(() => {
    const field = area.current;
    if (marked === lastMarked.current) return;
    lastMarked.current = marked;
    if (field && marked && document.activeElement !== field) reveal(field, source, marked);
  }, [area, marked, source]);
}

/** The browser's own undo, e.g. of its menu, undoes what the diagram's does. */
export function useFieldHistory(area: RefObject<HTMLTextAreaElement>, session: DiagramSession): void {
  useEffect(() => {
    const field = area.current;
    if (!field) return undefined;
    const beforeInput = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') session.undo();
      else session.redo();
    };
    field.addEventListener('beforeinput', beforeInput);
    return () => field.removeEventListener('beforeinput', beforeInput);
  }, [area, session]);
}

/** @param onHeight Gets the height of the field, also when it changes; the same function at each call. */
export function useFieldHeight(area: RefObject<HTMLTextAreaElement>, onHeight: (height: number) => void): void {
  useEffect(() => {
    const field = area.current;
    if (!field) return undefined;
    const observer = new ResizeObserver(() => onHeight(field.clientHeight));
    observer.observe(field);
    return () => observer.disconnect();
  }, [area, onHeight]);
}

/** Scrolls a range into view, if it isn't. */
function reveal(field: HTMLTextAreaElement, source: string, range: Range): void {
  const line = source.slice(0, range.start).split('\n').length - 1;
  const top = line * lineHeight;
  if (top < field.scrollTop || top > field.scrollTop + field.clientHeight - 3 * lineHeight)
    field.scrollTop = Math.max(top - field.clientHeight / 3, 0);
}
