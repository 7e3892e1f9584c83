import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Box, Point } from './Geometry';

export type Viewport = { readonly scale: number; readonly x: number; readonly y: number };

export const scales = { least: 0.1, most: 4 };
const margin = 32;
/** Above the picture, for what stands there. */
const headroom = 68;

export type ViewportControls = {
  readonly viewport: Viewport;
  readonly size: { readonly width: number; readonly height: number };
  readonly zoom: (factor: number, center?: Point) => void;
  readonly pan: (x: number, y: number) => void;
  readonly fit: () => void;
  readonly actualSize: () => void;
  /** The view stays where it is, whatever becomes of the picture. */
  readonly hold: () => void;
  /** Brings a part of the picture into the middle: as large as there is room for it, or only if it is not seen. */
  readonly reveal: (box: Box, isToFit: boolean) => void;
  /** Of what is seen, in the picture. */
  readonly middle: () => Point;
  /** Where a point of the screen lies in the picture. */
  readonly toPicture: (event: { clientX: number; clientY: number }) => Point;
  /** Where a point of the picture is on the screen. */
  readonly toScreen: (point: Point) => Point;
};

type Size = { readonly width: number; readonly height: number };

type Stillness = {
  /** Where something on the picture is that stays where it is on the screen, whatever comes to its left. */
  readonly origin: Point;
  /** Whether a picture that is seen as a whole stays where it is when it changes. */
  readonly isStill: boolean;
  /** Whether somebody moves something on it. */
  readonly isHeld: boolean;
};

/** The part of the picture that is seen, and how large. */
export function useViewport(element: RefObject<HTMLElement>, picture: Size, { origin, isStill, isHeld }: Stillness): ViewportControls {
  const [viewport, setViewport] = useState<Viewport>({ scale: 1, x: margin, y: margin });
  const [size, setSize] = useState({ width: 0, height: 0 });
  const isFitted = useRef(true);

  const place = useCallback(
    (scale: number): Viewport => {
      const box = element.current?.getBoundingClientRect();
      const width = box?.width ?? 0;
      return { scale, x: Math.max((width - picture.width * scale) / 2, margin / 2), y: headroom };
    },
    [element, picture.width],
  );

  const fit = useCallback(() => {
    const box = element.current?.getBoundingClientRect();
    if (!box || picture.width === 0 || box.width === 0) return;
    const scale = Math.min((box.width - 2 * margin) / picture.width, (box.height - 2 * headroom) / picture.height, 1);
    // What would get too small to read is shown from its beginning instead.
    setViewport(place(Math.max(scale, Math.min(0.55, (box.width - margin) / picture.width), scales.least)));
    isFitted.current = true;
  }, [element, picture.width, picture.height, place]);

  const actualSize = useCallback(() => {
    isFitted.current = false;
    setViewport(place(1));
  }, [place]);

  const zoom = useCallback(
    (factor: number, center?: Point) => {
      isFitted.current = false;
      setViewport((before) => {
        const scale = Math.min(Math.max(before.scale * factor, scales.least), scales.most);
        const box = element.current?.getBoundingClientRect();
        const middle = center ?? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
        const ratio = scale / before.scale;
        return { scale, x: middle.x - (middle.x - before.x) * ratio, y: middle.y - (middle.y - before.y) * ratio };
      });
    },
    [element],
  );

  const pan = useCallback((x: number, y: number) => {
    isFitted.current = false;
    setViewport((before) => ({ ...before, x: before.x + x, y: before.y + y }));
  }, []);

  const toPicture = useCallback(
    (event: { clientX: number; clientY: number }): Point => {
      const box = element.current?.getBoundingClientRect();
      return {
        x: (event.clientX - (box?.left ?? 0) - viewport.x) / viewport.scale,
        y: (event.clientY - (box?.top ?? 0) - viewport.y) / viewport.scale,
      };
    },
    [element, viewport],
  );

  const toScreen = useCallback(
    ({ x, y }: Point): Point => {
      const box = element.current?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + viewport.x + x * viewport.scale, y: (box?.top ?? 0) + viewport.y + y * viewport.scale };
    },
    [element, viewport],
  );

  const middle = useCallback((): Point => {
    const box = element.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0, height: 0 };
    return toPicture({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
  }, [element, toPicture]);

  const reveal = useCallback(
    ({ x, y, width, height }: Box, isToFit: boolean) => {
      const view = element.current?.getBoundingClientRect();
      if (!view) return;
      isFitted.current = false;
      setViewport((before) => {
        const fitting = Math.min((view.width - 4 * margin) / width, (view.height - 2 * headroom) / height, 2);
        const scale = isToFit ? Math.max(fitting, scales.least) : before.scale;
        const [left, top] = [before.x + x * scale, before.y + y * scale];
        const isInside = left >= 0 && top >= 0 && left + width * scale <= view.width && top + height * scale <= view.height;
        if (isInside && !isToFit) return before;
        return { scale, x: view.width / 2 - (x + width / 2) * scale, y: view.height / 2 - (y + height / 2) * scale };
      });
    },
    [element],
  );

  const hold = useCallback(() => {
    isFitted.current = false;
  }, []);

  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: watched.clientWidth, height: watched.clientHeight }));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);

  const latest = useRef({ viewport, size, isInside: false });
  const lastOrigin = useRef(origin);
  useLayoutEffect(() => {
    const [x, y] = [origin.x - lastOrigin.current.x, origin.y - lastOrigin.current.y];
    lastOrigin.current = origin;
    if (x === 0 && y === 0) return;
    const shift = (before: Viewport) => ({ ...before, x: before.x - x * before.scale, y: before.y - y * before.scale });
    latest.current.viewport = shift(latest.current.viewport);
    setViewport(shift);
  }, [origin]);

  useEffect(() => {
    if (isHeld) isFitted.current = false;
  }, [isHeld]);

  // A picture that nobody has moved stays fitted when it, or the window, changes its size; a still one only when it begins to reach beyond.
  useEffect(() => {
    const { viewport: current, size: before, isInside: wasInside } = latest.current;
    const isInside = isSeen(picture, current, size);
    latest.current.size = size;
    latest.current.isInside = isInside;
    if (isFitted.current && !(isStill && before === size && (isInside || !wasInside))) fit();
  }, [fit, size, picture, isStill]);
  useEffect(() => {
    latest.current.viewport = viewport;
    latest.current.isInside = isSeen(picture, viewport, size);
  }, [viewport, picture, size]);

  return { viewport, size, zoom, pan, fit, actualSize, hold, reveal, middle, toPicture, toScreen };
}

/** Whether all of a picture is on the screen. */
function isSeen(picture: Size, { x, y, scale }: Viewport, size: Size): boolean {
  return x >= 0 && y >= 0 && x + picture.width * scale <= size.width && y + picture.height * scale <= size.height;
}
