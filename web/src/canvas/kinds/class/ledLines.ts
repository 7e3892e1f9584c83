import { isPinned, type Layout, type PlanePoint, type Position } from '../../engine/Layout';
import { distanceToBox, type Box } from '../../picture/Geometry';
import type { DiagramSession } from '../../session/DiagramSession';
import { isUprightPiece, ledLine, middleOf, type LineEnds, type LineHold } from './bends';
import { isRelationship, type RelationshipElement } from './outline';

/** Where a relation is led, for a diagram's `layout`. */
export function positionOfLine(points: ReadonlyArray<PlanePoint>): Position {
  return { x: 0, y: 0, path: points.flatMap(({ x, y }) => [x, y]) };
}

export function pointsOf({ path }: Position): ReadonlyArray<PlanePoint> {
  const numbers = path ?? [];
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** Whether somebody can lead a relation: not one from an element to itself, nor one at which another begins. */
export function canBeLed(session: DiagramSession, { id, first, second }: RelationshipElement): boolean {
  const place = session.positions[id];
  return first !== second && place !== undefined && !place.width;
}

export function isSlanted(session: DiagramSession): boolean {
  return session.kind === 'usecase';
}

/** @param points From one end to the other. */
export function endsOf(session: DiagramSession, { first, second }: RelationshipElement, points: ReadonlyArray<PlanePoint>): LineEnds {
  const [one, other] = [boxOf(session, first), boxOf(session, second)];
  const [start, end] = [points[0], points[points.length - 1]];
  const isTurned =
    one && other && start && end && distanceToBox(start, one) + distanceToBox(end, other) > distanceToBox(start, other) + distanceToBox(end, one);
  return isTurned ? { first: other, last: one } : { first: one, last: other };
}

/** A relation whose longest piece across a direction is moved along that; null where there is none. */
export function movedLine(session: DiagramSession, element: RelationshipElement, x: number, y: number): Layout | null {
  const position = session.positions[element.id];
  if (!position || !canBeLed(session, element)) return null;
  const points = pointsOf(position);
  const pieces = points.slice(1).flatMap((b, index) => {
    const a = points[index];
    if (!a || (!isSlanted(session) && isUprightPiece(a, b) !== (x !== 0))) return [];
    return [{ index, middle: middleOf(a, b), length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y) }];
  });
  const [longest] = pieces.sort((one, other) => other.length - one.length);
  const hold: LineHold | null =
    isSlanted(session) && points.length > 2 ? { kind: 'turn', index: 1 } : longest ? { kind: 'piece', index: longest.index } : null;
  const from = hold?.kind === 'turn' ? points[1] : longest?.middle;
  if (!hold || !from) return null;
  const led = ledLine(points, hold, { x: from.x + x, y: from.y + y }, isSlanted(session), endsOf(session, element, points));
  return { [element.id]: positionOfLine(led) };
}

/** With the lines that somebody has led between elements which are moved together: they keep their form. */
export function withLedLines(session: DiagramSession, moved: Layout): Layout {
  const lines = session
    .current()
    .outline.elements.filter(isRelationship)
    .flatMap(({ id, first, second }) => {
      const place = session.positions[id];
      return place?.path && isPinned(place) && first in moved && second in moved ? [[id, place] as const] : [];
    });
  return lines.length === 0 ? moved : { ...moved, ...Object.fromEntries(lines) };
}

function boxOf(session: DiagramSession, id: string): Box | null {
  const place = session.positions[id];
  return place && !place.path ? { x: place.x, y: place.y, width: place.width ?? 0, height: place.height ?? 0 } : null;
}
