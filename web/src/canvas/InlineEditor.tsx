import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { texts } from '../texts';
import type { DiagramSession } from './DiagramSession';
import type { DiagramState } from './DiagramState';
import type { Box } from './Geometry';
import { participantOf, statementOf } from './outline';
import type { Viewport } from './useViewport';

type Props = {
  session: DiagramSession;
  state: DiagramState;
  id: string;
  box: Box | null;
  viewport: Viewport;
  onError: (error: string) => void;
  onClose: () => void;
};

/** A field over the element whose text or name is being changed. Enter takes it, Escape leaves it as it was. */
export function InlineEditor({ session, state, id, box, viewport, onError, onClose }: Props): JSX.Element {
  const number = Number(id.slice(1));
  const isParticipant = id.startsWith('p');
  const before = participantOf(state.outline, id)?.name ?? statementOf(state.outline, id)?.text ?? '';
  const [text, setText] = useState(before);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => input.current?.select(), []);

  function finish(isTaken: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    if (isTaken && text !== before) {
      const error = session.edit(
        (engine, source) => (isParticipant ? engine.renameParticipant(source, number, text.trim()) : engine.changeText(source, number, text)),
        () => id,
      );
      if (error) onError(error);
    }
    onClose();
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
  const top = viewport.y + (box ? box.y + (isParticipant ? box.height / 2 : 8) : 40) * viewport.scale - 16;
  return (
    <input
      ref={input}
      className="inline-editor"
      style={{ left, top, width }}
      value={text}
      aria-label={isParticipant ? texts.canvas.elementName : texts.canvas.elementText}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={keyDown}
      onBlur={() => finish(true)}
    />
  );
}
