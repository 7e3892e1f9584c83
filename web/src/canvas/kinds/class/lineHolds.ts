import type { Part, Point } from '../../picture/Geometry';
import type { Handle } from '../../picture/KindClient';
import { distanceToPiece } from '../../picture/Strokes';
import { isCoarse } from '../../picture/touch';
import { middleOf, type LineHold } from './bends';

/** How near to a line a press takes hold of it, and how long a piece is at which a point is shown for that; in pixels of the picture. */
const reach = isCoarse ? 22 : 8;
const shortest = 24;

/** The points of a relation's line, from one end to the other. */
export function linePointsOf({ strokes }: Part): ReadonlyArray<Point> {
  return strokes?.().lines[0] ?? [];
}

/** Where a line can be taken hold of to lead it another way. */
export function lineHoldsOf(line: Part): ReadonlyArray<Handle> {
  return piecesOf(line).flatMap(({ a, b }) => (Math.hypot(a.x - b.x, a.y - b.y) >= shortest ? [{ ...middleOf(a, b), form: 'piece' as const }] : []));
}

/** What of a line is at a place: of a slanted one its turns before its pieces. */
export function holdAt(line: Part, at: Point, isSlanted: boolean): LineHold | null {
  const points = linePointsOf(line);
  const turn = isSlanted
    ? points.findIndex((one, index) => index > 0 && index < points.length - 1 && Math.hypot(one.x - at.x, one.y - at.y) <= reach)
    : -1;
  if (turn > 0) return { kind: 'turn', index: turn };
  const [nearest] = piecesOf(line)
    .map(({ a, b, index }) => ({ index, distance: distanceToPiece(at, a, b) }))
    .sort((one, other) => one.distance - other.distance);
  return nearest && nearest.distance <= reach ? { kind: 'piece', index: nearest.index } : null;
}

function piecesOf(line: Part): ReadonlyArray<{ readonly a: Point; readonly b: Point; readonly index: number }> {
  const points = linePointsOf(line);
  return points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a ? [{ a, b, index }] : [];
  });
}
