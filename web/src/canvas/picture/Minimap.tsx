import { useEffect, useState, type PointerEvent } from 'react';
import { texts } from '../../texts';
import type { ViewportControls } from './useViewport';

/** In pixels. */
const most = { width: 160, height: 140 };
/** In milliseconds. */
const pause = 300;
/** The picture must be so much larger than the window before an overview helps. */
const worthIt = 1.6;

/** @param picture Null for one that is too large to be drawn twice: then only the place of what is seen is shown. */
type Props = { picture: string | null; size: { width: number; height: number }; controls: ViewportControls };

/** A small picture of all of a large diagram, and the part that is seen. */
export function Minimap({ picture, size, controls }: Props): JSX.Element | null {
  const [address, setAddress] = useState<string>();
  const { viewport, size: view } = controls;
  const isShown = view.width > 480 && (size.width * viewport.scale > view.width * worthIt || size.height * viewport.scale > view.height * worthIt);

  useEffect(() => {
    if (!isShown || picture === null) return undefined;
    // Drawing it costs as much as the picture itself, so it waits for a pause.
    let made: string | undefined;
    const timer = window.setTimeout(() => {
      made = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
      setAddress(made);
    }, pause);
    return () => {
      window.clearTimeout(timer);
      if (made) URL.revokeObjectURL(made);
    };
  }, [isShown, picture]);

  if (!isShown || (picture !== null && !address)) return null;
  const factor = Math.min(most.width / size.width, most.height / size.height);
  const scale = factor / viewport.scale;

  function go(event: PointerEvent<HTMLElement>): void {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    event.stopPropagation();
    const box = event.currentTarget.getBoundingClientRect();
    const wanted = { x: (event.clientX - box.left) / factor, y: (event.clientY - box.top) / factor };
    controls.pan(view.width / 2 - wanted.x * viewport.scale - viewport.x, view.height / 2 - wanted.y * viewport.scale - viewport.y);
  }

  return (
    <div
      className="minimap"
      style={{ width: size.width * factor, height: size.height * factor }}
      onPointerDown={go}
      onPointerMove={go}
      title={texts.canvas.minimap}
    >
      {picture !== null && <img src={address} alt="" draggable={false} />}
      <div
        className="minimap-view"
        style={{ left: -viewport.x * scale, top: -viewport.y * scale, width: view.width * scale, height: view.height * scale }}
      />
    </div>
  );
}
