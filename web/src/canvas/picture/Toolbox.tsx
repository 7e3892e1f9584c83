import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { texts } from '../../texts';
import { hand, selectKey } from './commonTools';
import type { ToolboxItem } from './ToolboxItem';

type Props = {
  readonly groups: ReadonlyArray<ReadonlyArray<ToolboxItem>>;
  /** Null for what selects and moves. */
  readonly chosen: ToolboxItem | null;
  readonly onChoose: (item: ToolboxItem | null) => void;
  /** Something of it is dragged over the picture, and let go there. */
  readonly onDrag: (event: PointerEvent<HTMLElement>) => void;
  readonly onDrop: (event: PointerEvent<HTMLElement>) => void;
};

/** A press that moves less than this is a click, in pixels. */
const threshold = 5;

/** What can be drawn: clicked and then put somewhere, or dragged to its place. One stop of the Tab key, with arrow keys inside (WAI-ARIA 1.2, toolbar). */
export function Toolbox({ groups, chosen, onChoose, onDrag, onDrop }: Props): JSX.Element {
  const toolbar = useRef<HTMLDivElement>(null);
  const press = useRef<{ x: number; y: number; isDrag: boolean } | null>(null);

  function walk(event: KeyboardEvent): void {
    const all = [...(toolbar.current?.querySelectorAll('button') ?? [])];
    const index = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: index + 1, ArrowRight: index + 1, ArrowUp: index - 1, ArrowLeft: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  }

  /** @param item Null for what selects, which can't be dragged anywhere. */
  function handlers(item: ToolboxItem | null): Record<string, (event: PointerEvent<HTMLElement>) => void> {
    return {
      onPointerDown: (event) => {
        press.current = item && event.button === 0 ? { x: event.clientX, y: event.clientY, isDrag: false } : null;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        const { current } = press;
        if (!current) return;
        if (!current.isDrag && Math.hypot(event.clientX - current.x, event.clientY - current.y) < threshold) return;
        if (current.isDrag) onDrag(event);
        else if (chosen !== item) onChoose(item);
        current.isDrag = true;
      },
      onPointerUp: (event) => {
        if (press.current?.isDrag) onDrop(event);
        else press.current = null;
      },
      onPointerCancel: () => {
        press.current = null;
      },
    };
  }

  function button(item: ToolboxItem | null, label: string, key: string, symbol: JSX.Element): JSX.Element {
    const isChosen = chosen === item;
    return (
      <button
        key={label}
        type="button"
        className="tool"
        aria-label={label}
        aria-keyshortcuts={key}
        title={`${label} (${key.toUpperCase()})`}
        aria-pressed={isChosen}
        tabIndex={isChosen ? 0 : -1}
        {...handlers(item)}
        onClick={() => {
          // A drag ends with a click as well.
          if (!press.current?.isDrag) onChoose(isChosen ? null : item);
          press.current = null;
        }}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          {symbol}
        </svg>
        <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
      </button>
    );
  }

  return (
    <div ref={toolbar} className="toolbox" role="toolbar" aria-label={texts.canvas.tools} aria-orientation="vertical" tabIndex={-1} onKeyDown={walk}>
      <div className="tool-group">
        {button(null, texts.canvas.select, selectKey, <path className="filled" d="M5 3l10.5 8.2-4.9.6 2.7 5-2 1.1-2.7-5L5 16.4z" />)}
        {button(hand, hand.label, hand.key, hand.symbol)}
      </div>
      {groups.map((group) => (
        <div key={group[0]?.label} className="tool-group">
          {group.map((item) => button(item, item.label, item.key, item.symbol))}
        </div>
      ))}
    </div>
  );
}
