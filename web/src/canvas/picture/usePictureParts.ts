import { useCallback, useMemo, useRef, useState } from 'react';
import type { MenuItem } from '../../components/MenuList';
import type { DiagramSession } from '../session/DiagramSession';
import { ownWords, type Detail } from '../session/Field';
import type { Point } from './Geometry';
import type { KindClient, PictureParts } from './KindClient';
import { openDetail } from './fields';
import { reportEditError } from './reportEditError';
import { realClock } from './tools/Clock';
import type { ViewportControls } from './useViewport';

/** Where the first element of a picture has its middle, about. */
const begin = { x: 64, y: 44 };

/** A choice that is offered somewhere, in pixels of the window. */
type Popup = { readonly at: Point; readonly items: ReadonlyArray<MenuItem>; readonly key: number };

/** What tools and toolbars work with, and the menu that they may open. */
export function usePictureParts(
  session: DiagramSession,
  kind: KindClient,
  geometry: PictureParts['geometry'],
  controls: ViewportControls,
  grid: number | null,
): { parts: PictureParts; popup: Popup | null; offer: PictureParts['offer']; closePopup: () => void } {
  const [popup, setPopup] = useState<Popup | null>(null);
  const view = useRef(controls);
  view.current = controls;
  const latestGrid = useRef(grid);
  latestGrid.current = grid;
  // One menu may open another one: that is a new one, with a focus of its own.
  const count = useRef(0);
  const offer = useCallback(
    (at: Point, items: ReadonlyArray<MenuItem>) => setPopup({ at: view.current.toScreen(at), items, key: ++count.current }),
    [],
  );
  const beginAt = useCallback(({ x, y }: Point) => {
    const { pan, viewport } = view.current;
    pan((x - begin.x) * viewport.scale, (y - begin.y) * viewport.scale);
  }, []);
  const closePopup = useCallback(() => setPopup(null), []);
  const parts = useMemo((): PictureParts => {
    const onEdit = (id: string, asked?: Detail) => {
      const element = session.current().outline.element(id);
      if (!element) return;
      const detail = asked ?? kind.details.first(element);
      const range = detail ? null : session.rangeOf(id);
      if (range) session.showInSource(range);
      else openDetail(session, kind, element, detail ?? ownWords);
    };
    return {
      session,
      geometry,
      onEdit,
      report: reportEditError,
      clock: realClock,
      grid: () => latestGrid.current,
      beginAt,
      offer,
      isMainPart: kind.isMainPart,
    };
  }, [session, kind, geometry, offer, beginAt]);
  return { parts, popup, offer, closePopup };
}
