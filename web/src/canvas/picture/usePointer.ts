import { useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { realClock } from './tools/Clock';
import type { PictureTools } from './tools/PictureTools';
import { PointerTracker, type Drag, type Pointer, type View } from './tools/PointerTracker';
import type { ViewportControls } from './useViewport';

/** Hands what the pointer does on an element of the page to the tools of the picture. */
export function usePointer(
  element: RefObject<HTMLElement>,
  controls: ViewportControls,
  tools: PictureTools,
  isSpaceDown: RefObject<boolean>,
): { drag: Drag | null; tracker: PointerTracker; handlers: Record<string, (event: PointerEvent<HTMLElement>) => void> } {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(controls);
  latest.current = controls;

  const tracker = useMemo(() => {
    const view: View = {
      toPicture: (screen) => latest.current.toPicture({ clientX: screen.x, clientY: screen.y }),
      pan: (x, y) => latest.current.pan(x, y),
      zoom: (factor, center) => {
        const box = element.current?.getBoundingClientRect();
        latest.current.zoom(factor, { x: center.x - (box?.left ?? 0), y: center.y - (box?.top ?? 0) });
      },
      beyond: ({ x, y }) => {
        const box = element.current?.getBoundingClientRect();
        return box ? { x: outside(x, box.left + edge, box.right - edge), y: outside(y, box.top + edge, box.bottom - edge) } : { x: 0, y: 0 };
      },
    };
    return new PointerTracker(view, tools, realClock, setDrag);
  }, [element, tools]);

  useEffect(() => () => tracker.cancel(), [tracker]);
  useWheel(element, controls);

  const handlers = useMemo(() => {
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (isOnControl(event)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        // A finger is a mouse once more afterwards, which would take the focus from a field that has opened meanwhile.
        if (event.pointerType === 'touch') {
          event.preventDefault();
          event.currentTarget.focus();
        }
        const movesView = event.button === 1 || isSpaceDown.current === true;
        if (movesView) event.preventDefault();
        tracker.down(pointerOf(event), movesView ? 'view' : event.button === 0 ? 'tool' : 'other');
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => tracker.move(pointerOf(event)),
      onPointerUp: (event: PointerEvent<HTMLElement>) => tracker.up(pointerOf(event)),
      onPointerCancel: () => tracker.cancel(),
      onPointerLeave: () => tracker.leave(),
      onDoubleClick: (event: PointerEvent<HTMLElement>) => {
        if (!isOnControl(event)) tracker.doubleClick({ x: event.clientX, y: event.clientY });
      },
    };
  }, [tracker, isSpaceDown]);
  return { drag, tracker, handlers };
}

/** How near to the edge of the view something is dragged for the view to move, in pixels of the screen. */
const edge = 24;

function outside(at: number, start: number, end: number): number {
  return Math.min(at - start, 0) + Math.max(at - end, 0);
}

export function pointerOf(event: PointerEvent<HTMLElement>): Pointer {
  return {
    id: event.pointerId,
    x: event.clientX,
    y: event.clientY,
    isFinger: event.pointerType === 'touch',
    modifiers: { shift: event.shiftKey, alt: event.altKey, control: event.ctrlKey || event.metaKey },
  };
}

/** What lies over the picture, and has a meaning of its own. */
const controlSelector = 'button, input, select, textarea, .picture-tools, .element-toolbar, .toolbox, .properties, .find-field, .menu-list, .minimap';

export function isOnControl({ target }: { readonly target: EventTarget | null }): boolean {
  return target instanceof Element && target.closest(controlSelector) !== null;
}

/** What may have more than it shows, and is scrolled by itself. */
const scrolled = '.properties, .toolbox, .member-list, .menu-list, textarea';

/** The wheel moves the view, and with Ctrl or Cmd its scale. */
function useWheel(element: RefObject<HTMLElement>, { zoom, pan }: ViewportControls): void {
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const wheel = (event: WheelEvent) => {
      const area = event.target instanceof Element ? event.target.closest(scrolled) : null;
      if (area && area.scrollHeight > area.clientHeight) return;
      event.preventDefault();
      const box = watched.getBoundingClientRect();
      const unit = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey) zoom(Math.exp((-event.deltaY * unit) / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
      else pan(-(event.shiftKey ? event.deltaY : event.deltaX) * unit, event.shiftKey ? 0 : -event.deltaY * unit);
    };
    watched.addEventListener('wheel', wheel, { passive: false });
    return () => watched.removeEventListener('wheel', wheel);
  }, [element, zoom, pan]);
}
