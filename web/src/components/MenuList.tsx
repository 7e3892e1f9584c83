import { forwardRef, useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { Icon, type IconName } from './Icon';

export type MenuItem = {
  readonly label: string;
  readonly icon?: IconName;
  readonly shortcut?: string;
  readonly isDangerous?: boolean;
  /** Whether it offers more, rather than to do something. */
  readonly opensMenu?: boolean;
  readonly action: () => void;
};

type Props = {
  readonly label: string;
  readonly items: ReadonlyArray<MenuItem>;
  readonly onClose: () => void;
  readonly style?: CSSProperties;
};

/** The items of a menu, the first of which gets the focus (WAI-ARIA 1.2, menu pattern). */
export const MenuList = forwardRef<HTMLDivElement, Props>(function MenuList({ label, items, onClose, style }, ref) {
  const list = useRef<HTMLDivElement | null>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);

  function move(event: KeyboardEvent): void {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const index = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }

  return (
    <div
      className="menu-list"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      ref={(element) => {
        list.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      style={style}
      onKeyDown={move}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={item.isDangerous ? 'menu-item dangerous' : 'menu-item'}
          onClick={() => {
            onClose();
            item.action();
          }}
        >
          {item.icon && <Icon name={item.icon} />}
          <span className="menu-item-label">{item.label}</span>
          {item.shortcut && <kbd aria-hidden="true">{item.shortcut}</kbd>}
        </button>
      ))}
    </div>
  );
});
