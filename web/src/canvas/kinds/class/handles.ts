import type { OutlineElement } from '../../engine/Outline';
import { contains, distanceToBox, type Box, type Part, type Point } from '../../picture/Geometry';
import type { Handle } from '../../picture/KindClient';
import { isCoarse } from '../../picture/touch';
import type { RelationshipEnd } from './commands';
import { lineHoldsOf } from './lineHolds';
import { isPackage, isRelationship } from './outline';
import { holdsOf } from './tools/ResizeGesture';

/** How far from a box the points stand from which relations are drawn, and how near to one a press takes hold of it; in pixels of the picture. */
const distance = isCoarse ? 28 : 16;
export const handleReach = isCoarse ? 22 : 11;
const deep = 8;

/** The points around a selected element from which relations are drawn to others, or at which an end of a selected relation is taken hold of. */
export function handlesOf(element: OutlineElement, part: Part): ReadonlyArray<Handle> {
  if (isRelationship(element)) return [...endsOf(part), ...(element.first === element.second ? [] : lineHoldsOf(part))];
  if (isPackage(element)) return holdsOf(part.box).map(({ x, y }) => ({ x, y, form: 'size' }));
  return element.role === 'classifier' ? pointsAround(part.box) : [];
}

export function isAtHandle(box: Box, at: Point): boolean {
  return pointsAround(box).some((handle) => isNear(handle, at));
}

function pointsAround({ x, y, width, height }: Box): ReadonlyArray<Point> {
  return [
    { x: x + width / 2, y: y - distance },
    { x: x + width + distance, y: y + height / 2 },
    { x: x + width / 2, y: y + height + distance },
    { x: x - distance, y: y + height / 2 },
  ];
}

/** Where a relation meets what it connects. */
function endsOf({ strokes }: Part): ReadonlyArray<Point> {
  const line = strokes?.().lines[0] ?? [];
  const [start, end] = [line[0], line[line.length - 1]];
  return start && end ? [start, end] : [];
}

/** The end of a relation that is at a place, and where the other one is. */
export function endAt(line: Part, first: Part, second: Part, at: Point): { readonly end: RelationshipEnd; readonly other: Point } | null {
  // Deep in a box the box is meant.
  if (first.id === second.id || [first, second].some(({ box }) => contains(box, at, -deep))) return null;
  const [start, finish] = endPointsOf(line, first, second);
  if (!start || !finish) return null;
  if (isNear(start, at)) return { end: 'first', other: finish };
  return isNear(finish, at) ? { end: 'second', other: start } : null;
}

/** Where a relation meets its first and its second element: a line is drawn either way round. */
export function endPointsOf(line: Part, first: Part | null, second: Part | null): ReadonlyArray<Point | undefined> {
  const [start, finish] = endsOf(line);
  if (!start || !finish || !first || !second) return [];
  return distanceToBox(start, first.box) + distanceToBox(finish, second.box) <= distanceToBox(finish, first.box) + distanceToBox(start, second.box)
    ? [start, finish]
    : [finish, start];
}

function isNear(one: Point, other: Point): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) <= handleReach;
}
