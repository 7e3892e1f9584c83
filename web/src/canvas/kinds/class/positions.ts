import type { Layout, PlanePoint, Position } from '../../engine/Layout';
import type { Box, Part } from '../../picture/Geometry';
import type { DiagramSession } from '../../session/DiagramSession';
import { isPackaged, isRelationship } from './outline';

/** Where an element is drawn; null for what can't be moved by itself, such as a line. */
export function positionOf(session: DiagramSession, id: string): Position | null {
  const position = session.positions[id];
  return position && !position.path ? position : null;
}

/** Where those elements are drawn that move when one is moved: itself, and all that is in a package; null for what can't be moved. */
export function positionsOf(session: DiagramSession, { id, part, box }: Part): Layout | null {
  const own = positionOf(session, id);
  if (part !== 'package') return own && { [id]: own };
  const all = { ...positionsTogether(session, [id]), ...(own ? { [id]: placeOf(session, box) } : {}) };
  return Object.keys(all).length > 0 ? all : null;
}

/** Where elements are drawn, and all that is in those that are packages. */
export function positionsTogether(session: DiagramSession, ids: ReadonlyArray<string>): Layout {
  const moved = (id: string) => ids.some((one) => one === id || isWithin(session, id, one));
  return Object.fromEntries(Object.entries(session.positions).filter(([id, { path }]) => !path && moved(id)));
}

function isWithin({ current }: DiagramSession, id: string, packageId: string): boolean {
  const { outline } = current();
  let element = outline.element(id);
  while (element && isPackaged(element) && element.package !== undefined) {
    if (element.package === packageId) return true;
    element = outline.element(element.package);
  }
  return false;
}

/** A box of the picture in the layout's plane. Lines are drawn half a pixel beside where their boxes begin. */
export function placeOf(session: DiagramSession, { x, y, width, height }: Box): Position {
  const { origin } = session.current();
  return { x: Math.floor(x - origin.x), y: Math.floor(y - origin.y), width: Math.round(width), height: Math.round(height) };
}

/** What leads from elements that are moved to such that stay: to their middles. */
export function linksOf(session: DiagramSession, moved: Layout): ReadonlyArray<{ readonly moved: string; readonly other: PlanePoint }> {
  const { positions } = session;
  return session.current().outline.elements.flatMap((element) => {
    if (!isRelationship(element)) return [];
    const { first, second } = element;
    if (first in moved === second in moved) return [];
    const [id, other] = first in moved ? [first, second] : [second, first];
    const { x, y, width, height } = positions[other] ?? {};
    return x === undefined || y === undefined ? [] : [{ moved: id, other: { x: x + (width ?? 0) / 2, y: y + (height ?? 0) / 2 } }];
  });
}
