import type { Layout, PlanePoint, Position } from '../../engine/Layout';
import type { Part } from '../../picture/Geometry';
import type { DiagramSession } from '../../session/DiagramSession';
import { isRelationship } from './outline';

/** Where an element is drawn; null for what can't be moved by itself, such as a line. */
export function positionOf(session: DiagramSession, id: string): Position | null {
  const position = session.positions[id];
  return position && !position.path ? position : null;
}

/** Where those elements are drawn that move when one is moved: itself, or all that is in a package; null for what can't be moved. */
export function positionsOf(session: DiagramSession, { id, part, box }: Part): Layout | null {
  const own = positionOf(session, id);
  if (own) return { [id]: own };
  if (part !== 'package') return null;
  const { origin } = session.current();
  const inside = Object.entries(session.positions).filter(([, one]) => {
    const [x, y] = [one.x + origin.x + (one.width ?? 0) / 2, one.y + origin.y + (one.height ?? 0) / 2];
    return !one.path && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  });
  return inside.length > 0 ? Object.fromEntries(inside) : null;
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
