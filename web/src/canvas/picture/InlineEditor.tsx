import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Box } from './Geometry';
import type { Viewport } from './useViewport';

type Props = {
  /** What the element says when the field is opened. */
  words: string;
  isName: boolean;
  /** What the field is for. */
  label: string;
  box: Box | null;
  viewport: Viewport;
  /** Gets the new words; null when all is to stay as it was. */
  onClose: (words: string | null) => void;
};

/** A field over the element whose text or name is being changed. Enter takes it, Escape leaves it as it was. */
export function InlineEditor({ words, isName, label, box, viewport, onClose }: Props): JSX.Element {
  const [text, setText] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => input.current?.select(), []);

  function finish(isTaken: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    onClose(isTaken ? text : null);
  }

  function keyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(true);
    else if (event.key === 'Escape') finish(false);
    else return;
    event.preventDefault();
  }

  const width = Math.max((box?.width ?? 120) * viewport.scale, 160);
  const left = viewport.x + ((box?.x ?? 40) + (box?.width ?? 0) / 2) * viewport.scale - width / 2;
  const top = viewport.y + (box ? box.y + (isName ? box.height / 2 : 8) : 40) * viewport.scale - 16;
  return (
    <input
      ref={input}
      className="inline-editor"
      style={{ left, top, width }}
      value={text}
      aria-label={label}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={keyDown}
      onBlur={() => finish(true)}
    />
  );
}
