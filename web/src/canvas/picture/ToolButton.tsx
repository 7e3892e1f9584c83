import { useRef, type PointerEvent, type ReactNode } from 'react';
import { dragThreshold } from './tools/PointerTracker';

type Props = {
  readonly label: string;
  /** That chooses it, too. */
  readonly shortcut: string;
  readonly symbol: ReactNode;
  readonly isChosen: boolean;
  /** Whether it can be dragged to where it is to be used. */
  readonly isDraggable: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onDrag: (event: PointerEvent<HTMLElement>) => void;
  readonly onDrop: (event: PointerEvent<HTMLElement>) => void;
};

/** A button of the toolbox: clicked it is chosen or let go, dragged it is used where it is let go. */
export function ToolButton({ label, shortcut, symbol, isChosen, isDraggable, onChoose, onDrag, onDrop }: Props): JSX.Element {
  const press = useRef<{ readonly x: number; readonly y: number; isDrag: boolean } | null>(null);

  function down(event: PointerEvent<HTMLElement>): void {
    press.current = isDraggable && event.button === 0 ? { x: event.clientX, y: event.clientY, isDrag: false } : null;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent<HTMLElement>): void {
    const { current } = press;
    if (!current) return;
    if (current.isDrag) return onDrag(event);
    if (Math.hypot(event.clientX - current.x, event.clientY - current.y) < dragThreshold) return;
    current.isDrag = true;
    if (!isChosen) onChoose(true);
  }

  function click(): void {
    // A drag ends with a click as well.
    if (!press.current?.isDrag) onChoose(!isChosen);
    press.current = null;
  }

  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={`${label} (${shortcut.toUpperCase()})`}
      aria-pressed={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={(event) => press.current?.isDrag && onDrop(event)}
      onPointerCancel={() => (press.current = null)}
      onClick={click}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {symbol}
      </svg>
      <kbd aria-hidden="true">{shortcut.toUpperCase()}</kbd>
    </button>
  );
}
