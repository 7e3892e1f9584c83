import { useEffect, useRef, useState, type ChangeEvent, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react';
import type { Leave } from './Details';
import type { Box } from './Geometry';
import type { Viewport } from './useViewport';

/** Where a field stands: over the middle of its element, over its upper edge, or on a line of words. */
type Place = 'middle' | 'top' | 'line';

type Props = {
  /** What the element says when the field is opened. */
  words: string;
  place: Place;
  /** Whether it may have several lines. */
  isLong: boolean;
  /** What the field is for. */
  label: string;
  placeholder: string;
  box: Box | null;
  viewport: Viewport;
  /** Gets the new words; null when all is to stay as it was. */
  onClose: (words: string | null, leave: Leave) => void;
  /** Moves what the words are up or down, where it has a place among its like. */
  onMove: ((words: string, step: 1 | -1) => void) | null;
};

/**
 * A field over the element whose words are being changed. Enter takes them, and in a long one Ctrl+Enter; Tab takes them, too, and goes on to
 * the next of the element; Escape leaves all as it was.
 */
export function InlineEditor({ words, place, isLong, label, placeholder, box, viewport, onClose, onMove }: Props): JSX.Element {
  const [text, setText] = useState(words);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(taken: string | null, leave: Leave): void {
    if (isDone.current) return;
    isDone.current = true;
    onClose(taken, leave);
  }

  function keyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const leave = leaveOf(event, isLong, onMove !== null);
    if (step !== null && event.altKey && onMove) {
      isDone.current = true;
      onMove(text, step);
    } else if (event.key === 'Escape') finish(null, 'away');
    else if (leave) finish(text, leave);
    else return;
    event.preventDefault();
  }

  /** A field of one line has no room for several: they are taken at once. */
  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const pasted = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n');
    if (place !== 'line' || !pasted.trim().includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    finish(text.slice(0, selectionStart ?? text.length) + pasted + text.slice(selectionEnd ?? text.length), 'enter');
  }

  const shared = {
    ref: field,
    className: `inline-editor inline-editor-${isLong ? 'long' : place}`,
    style: styleOf(box, viewport, place, isLong),
    value: text,
    'aria-label': label,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(event.target.value),
    onKeyDown: keyDown,
    onBlur: () => finish(text, 'away'),
  };
  return isLong ? <textarea {...shared} /> : <input {...shared} placeholder={placeholder} onPaste={paste} />;
}

/** How a key leaves the field; null for keys that don't. Those that stand in a list are left by the arrows, too. */
function leaveOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, isLong: boolean, isInList: boolean): Leave | null {
  if (key === 'Enter' && isInList && shiftKey) return 'more';
  if (key === 'Enter') return !isLong || ctrlKey || metaKey ? 'enter' : null;
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  if (!isInList || altKey) return null;
  return key === 'ArrowDown' ? 'next' : key === 'ArrowUp' ? 'previous' : null;
}

function styleOf(box: Box | null, { scale, x, y }: Viewport, place: Place, isLong: boolean): CSSProperties {
  const { x: boxX, y: boxY, width: boxWidth, height: boxHeight } = box ?? { x: 40, y: 32, width: 0, height: 0 };
  if (place === 'line') {
    const height = Math.max(boxHeight * scale + 4, 24);
    const width = Math.max(boxWidth * scale + 16, 180);
    // It covers more of the line below than of that above, which has been written already.
    return { left: x + boxX * scale - 8, top: y + boxY * scale - 2, width, height };
  }
  const width = Math.max((box ? boxWidth : 120) * scale, 160);
  const height = isLong ? Math.max(boxHeight * scale, 72) : 32;
  const middle = place === 'middle' || isLong ? boxHeight / 2 : 8;
  return { left: x + (boxX + boxWidth / 2) * scale - width / 2, top: y + (boxY + middle) * scale - height / 2, width, height };
}
