import { useEffect, useRef, useState, type ReactNode } from 'react';
import { MenuList, type MenuItem } from './MenuList';

type Props = {
  /** Draws the button that opens the menu. */
  button: (open: { onClick: () => void; 'aria-haspopup': 'menu'; 'aria-expanded': boolean }) => ReactNode;
  items: ReadonlyArray<MenuItem>;
  label: string;
};

/** A menu that opens from a button (WAI-ARIA 1.2, menu button pattern). */
export function Menu({ button, items, label }: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }

  return (
    <div className="menu" ref={root}>
      {button({ onClick: () => setOpen(!isOpen), 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      {isOpen && <MenuList label={label} items={items} onClose={close} />}
    </div>
  );
}
