import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { texts } from '../../texts';
import { hand, selectKey } from './commonTools';
import { ToolButton } from './ToolButton';
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

const arrow = <path className="filled" d="M5 3l10.5 8.2-4.9.6 2.7 5-2 1.1-2.7-5L5 16.4z" />;

/** What can be drawn: clicked and then put somewhere, or dragged to its place. One stop of the Tab key, with arrow keys inside (WAI-ARIA 1.2, toolbar). */
export function Toolbox({ groups, chosen, onChoose, onDrag, onDrop }: Props): JSX.Element {
  const toolbar = useRef<HTMLDivElement>(null);

  function walk(event: KeyboardEvent): void {
    const all = [...(toolbar.current?.querySelectorAll('button') ?? [])];
    const index = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: index + 1, ArrowRight: index + 1, ArrowUp: index - 1, ArrowLeft: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  }

  return (
    <div ref={toolbar} className="toolbox" role="toolbar" aria-label={texts.canvas.tools} aria-orientation="vertical" tabIndex={-1} onKeyDown={walk}>
      <div className="tool-group">
        <ToolButton
          label={texts.canvas.select}
          shortcut={selectKey}
          symbol={arrow}
          isChosen={chosen === null}
          isDraggable={false}
          onChoose={() => onChoose(null)}
          {...{ onDrag, onDrop }}
        />
        <ItemButton item={hand} {...{ chosen, onChoose, onDrag, onDrop }} />
      </div>
      {groups.map((group) => (
        <div key={group[0]?.label} className="tool-group">
          {group.map((item) => (
            <ItemButton key={item.label} item={item} {...{ chosen, onChoose, onDrag, onDrop }} />
          ))}
        </div>
      ))}
    </div>
  );
}

function ItemButton({ item, chosen, onChoose, onDrag, onDrop }: Omit<Props, 'groups'> & { readonly item: ToolboxItem }): JSX.Element {
  return (
    <ToolButton
      label={item.label}
      shortcut={item.key}
      symbol={item.symbol}
      isChosen={chosen === item}
      isDraggable={item !== hand}
      onChoose={(isChosen) => onChoose(isChosen ? item : null)}
      onDrag={onDrag}
      onDrop={onDrop}
    />
  );
}
