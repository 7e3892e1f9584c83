import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { MenuList, type MenuItem } from './MenuList';

type Props = {
  readonly label: string;
  readonly items: ReadonlyArray<MenuItem>;
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
};

/** Room that is left to the edges of the window, in pixels. */
const margin = 8;

/** A menu that opens where the pointer is. */
export function PopupMenu({ label, items, at, onClose }: Props): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);

  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    if (!box) return;
    const within = (wanted: number, length: number, most: number) => Math.max(Math.min(wanted, most - length - margin), margin);
    setPlace({ x: within(at.x, box.width, window.innerWidth), y: within(at.y, box.height, window.innerHeight) });
  }, [at]);

  useEffect(() => {
    const leave = (event: Event) => {
      if (!list.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', leave, true);
    window.addEventListener('wheel', leave, true);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      window.removeEventListener('wheel', leave, true);
    };
  }, [onClose]);

  return (
    <MenuList ref={list} label={label} items={items} onClose={onClose} style={{ position: 'fixed', right: 'auto', left: place.x, top: place.y }} />
  );
}
