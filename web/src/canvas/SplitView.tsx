import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { IconButton } from '../components/IconButton';
import { texts } from '../texts';

const keys = { share: 'zenuml-split', folded: 'zenuml-folded' };
/** The share of the left side, in percent. */
const limits = { least: 15, most: 80, usual: 36 };

const sides = ['left', 'right'] as const;
type Side = (typeof sides)[number];

/** Two sides with a divider that can be moved; each can be folded away. */
export function SplitView({ left, right }: { left: ReactNode; right: ReactNode }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => Number(localStorage.getItem(keys.share)) || limits.usual);
  const [folded, setFolded] = useState<Side | null>(() => sides.find((side) => side === localStorage.getItem(keys.folded)) ?? null);

  function set(next: number): void {
    const kept = Math.min(Math.max(next, limits.least), limits.most);
    setShare(kept);
    localStorage.setItem(keys.share, String(kept));
  }

  function fold(side: Side | null): void {
    setFolded(side);
    localStorage.setItem(keys.folded, side ?? '');
  }

  function drag(event: PointerEvent<HTMLElement>): void {
    const box = root.current?.getBoundingClientRect();
    if (event.buttons === 0 || !box) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    set(((event.clientX - box.left) / box.width) * 100);
  }

  function keyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(share + step);
  }

  return (
    <div ref={root} className={`split ${folded ? `split-no-${folded}` : ''}`} style={{ '--share': `${share}%` } as Record<string, string>}>
      {folded !== 'left' && <div className="split-left">{left}</div>}
      {!folded && (
        // A divider that can be moved is a widget (WAI-ARIA 1.2, separator).
        <div
          className="divider"
          role="separator"
          aria-orientation="vertical"
          aria-label={texts.canvas.splitter}
          aria-valuenow={Math.round(share)}
          aria-valuemin={limits.least}
          aria-valuemax={limits.most}
          tabIndex={0}
          onPointerDown={drag}
          onPointerMove={drag}
          onKeyDown={keyDown}
          onDoubleClick={() => set(limits.usual)}
        />
      )}
      {folded !== 'right' && <div className="split-right">{right}</div>}
      <div className="fold-buttons">
        <IconButton
          icon="code"
          label={folded === 'left' ? texts.canvas.showSource : texts.canvas.foldSource}
          aria-pressed={folded !== 'left'}
          onClick={() => fold(folded === 'left' ? null : 'left')}
        />
        <IconButton
          icon="picture"
          label={folded === 'right' ? texts.canvas.showPicture : texts.canvas.foldPicture}
          aria-pressed={folded !== 'right'}
          onClick={() => fold(folded === 'right' ? null : 'right')}
        />
      </div>
    </div>
  );
}
