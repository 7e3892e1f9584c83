import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { Box } from './Geometry';
import type { Viewport } from './useViewport';

type Props = {
  /** What the element says when the field is opened. */
  words: string;
  isName: boolean;
  /** Whether it may have several lines. */
  isLong: boolean;
  /** What the field is for. */
  label: string;
  box: Box | null;
  viewport: Viewport;
  /** Gets the new words; null when all is to stay as it was. */
  onClose: (words: string | null) => void;
};

/** A field over the element whose text or name is being changed. Enter takes it, and in a long one Ctrl+Enter; Escape leaves it as it was. */
export function InlineEditor({ words, isName, isLong, label, box, viewport, onClose }: Props): JSX.Element {
  const [text, setText] = useState(words);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(isTaken: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    onClose(isTaken ? text : null);
  }

  function keyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) finish(true);
    else if (event.key === 'Escape') finish(false);
    else return;
    event.preventDefault();
  }

  const { scale, x, y } = viewport;
  const width = Math.max((box?.width ?? 120) * scale, 160);
  const height = isLong ? Math.max((box?.height ?? 0) * scale, 72) : 32;
  const left = x + ((box?.x ?? 40) + (box?.width ?? 0) / 2) * scale - width / 2;
  const top = y + (box ? box.y + (isName || isLong ? box.height / 2 : 8) : 40) * scale - height / 2;
  const shared = {
    ref: field,
    className: isLong ? 'inline-editor inline-editor-long' : 'inline-editor',
    style: { left, top, width, height },
    value: text,
    'aria-label': label,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(event.target.value),
    onKeyDown: keyDown,
    onBlur: () => finish(true),
  };
  return isLong ? <textarea {...shared} /> : <input {...shared} />;
}
