import type { PlanePoint } from '../../engine/Layout';
import type { Box } from '../../picture/Geometry';

/** The boxes at the ends of a line, as far as they are known. */
export type LineEnds = { readonly first: Box | null; readonly last: Box | null };

/** What of a line is taken hold of: a piece between two of its points, by the number of the first, or one of its turns. */
export type LineHold = { readonly kind: 'piece' | 'turn'; readonly index: number };

/** So near to a corner of a box nothing leads to it: as the engine has it. */
const inset = 4;
/** So near to a middle, or to another turn, a piece comes into line with it. */
const snap = 5;

/**
 * A line, from end to end, of which a piece or a turn is put elsewhere. Pieces of lines with right angles keep their directions; a slanted one
 * gets a turn there.
 *
 * @param points At least two.
 */
export function ledLine(
  points: ReadonlyArray<PlanePoint>,
  hold: LineHold,
  to: PlanePoint,
  isSlanted: boolean,
  ends: LineEnds,
): ReadonlyArray<PlanePoint> {
  const at = { x: Math.round(to.x), y: Math.round(to.y) };
  if (!isSlanted) return rightAngled(points, hold.index, at, ends);
  const isTurn = hold.kind === 'turn';
  return [...points.slice(0, hold.index + (isTurn ? 0 : 1)), at, ...points.slice(hold.index + 1)];
}

function rightAngled(points: ReadonlyArray<PlanePoint>, index: number, to: PlanePoint, ends: LineEnds): ReadonlyArray<PlanePoint> {
  const [start, a, b, end] = [points[0], points[index], points[index + 1], points[points.length - 1]];
  if (!start || !a || !b || !end) return points;
  const isUpright = isUprightPiece(a, b);
  const other = points.filter((_, number) => number !== index && number !== index + 1);
  const across = isUpright
    ? inLine(to.x, [...other.map(({ x }) => x), ...middlesOf(ends, 'x')])
    : inLine(to.y, [...other.map(({ y }) => y), ...middlesOf(ends, 'y')]);
  const moved = ({ x, y }: PlanePoint) => (isUpright ? { x: across, y } : { x, y: across });
  // An end that would come beside its box leads to the middle of its side.
  const leaving = (box: Box | null) => (box && isBeside(across, box, isUpright) ? [beside(across, box, isUpright)] : []);
  const before = index > 0 ? [...points.slice(1, index), moved(a)] : leaving(ends.first);
  const after = index + 2 < points.length ? [moved(b), ...points.slice(index + 2, -1)] : leaving(ends.last);
  const bends = [...before, ...after];
  return withoutStraight([start, ...(bends.length > 0 ? bends : [moved(middleOf(a, b))]), end]);
}

export function isUprightPiece(a: PlanePoint, b: PlanePoint): boolean {
  return Math.abs(a.x - b.x) < Math.abs(a.y - b.y);
}

export function middleOf(a: PlanePoint, b: PlanePoint): PlanePoint {
  return { x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
}

function inLine(value: number, others: ReadonlyArray<number>): number {
  return others.find((one) => Math.abs(one - value) <= snap) ?? value;
}

function middlesOf({ first, last }: LineEnds, axis: 'x' | 'y'): ReadonlyArray<number> {
  return [first, last].flatMap((box) => (box ? [Math.round(axis === 'x' ? box.x + box.width / 2 : box.y + box.height / 2)] : []));
}

function isBeside(across: number, box: Box, isUpright: boolean): boolean {
  const [start, length] = isUpright ? [box.x, box.width] : [box.y, box.height];
  return across < start + inset || across > start + length - inset;
}

function beside(across: number, box: Box, isUpright: boolean): PlanePoint {
  return isUpright ? { x: across, y: Math.round(box.y + box.height / 2) } : { x: Math.round(box.x + box.width / 2), y: across };
}

/** How far from a box a line turns that leaves it. */
const out = 24;

/**
 * The turns of a line that leaves a box by the side that is nearest to a place in it: straight out, and then past the box where what it leads
 * to lies behind.
 */
export function turnsOutOf(box: Box, at: PlanePoint, other: Box): ReadonlyArray<PlanePoint> {
  const isUpright = { left: false, right: false, top: true, bottom: true };
  const distances = { left: at.x - box.x, right: box.x + box.width - at.x, top: at.y - box.y, bottom: box.y + box.height - at.y };
  const names = ['left', 'right', 'top', 'bottom'] as const;
  const side = names.reduce((nearest, one) => (distances[one] < distances[nearest] ? one : nearest));
  const [start, length, goal] = isUpright[side] ? [box.y, box.height, other.y + other.height / 2] : [box.x, box.width, other.x + other.width / 2];
  const isFirst = side === 'left' || side === 'top';
  const away = Math.round(isFirst ? start - out : start + length + out);
  const place = (along: number): PlanePoint => (isUpright[side] ? { x: Math.round(along), y: away } : { x: away, y: Math.round(along) });
  const first = place(isUpright[side] ? at.x : at.y);
  const isBehind = isFirst ? goal > start : goal < start + length;
  return isBehind ? [first, place(past(box, at, other, isUpright[side]))] : [first];
}

/** Where a line passes a box: at the height of what it leads to, or as near to the box as it may where that is beside it. */
function past(box: Box, at: PlanePoint, other: Box, isUpright: boolean): number {
  const [start, length] = isUpright ? [box.x - out, box.width + 2 * out] : [box.y - out, box.height + 2 * out];
  const [goal, from] = isUpright ? [other.x + other.width / 2, at.x] : [other.y + other.height / 2, at.y];
  if (goal <= start || goal >= start + length) return goal;
  return from < start + length / 2 ? start : start + length;
}

/** Without turns that are none; one stays, so that the line keeps its place. */
function withoutStraight(points: ReadonlyArray<PlanePoint>): ReadonlyArray<PlanePoint> {
  const turns = points.slice(1, -1).filter((one, index, all) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    if (!before || !after) return true;
    return !((before.x === one.x && one.x === after.x) || (before.y === one.y && one.y === after.y));
  });
  return [...points.slice(0, 1), ...turns, ...points.slice(-1)];
}
