import type { Box, Point } from '../../picture/Geometry';

/** How far from a box the points stand from which relations are drawn, and how near to one a press takes hold of it; in pixels of the picture. */
const distance = 16;
const reach = 11;

/** The points around a selected element from which relations are drawn to others. */
export function handlesOf({ x, y, width, height }: Box): ReadonlyArray<Point> {
  return [
    { x: x + width / 2, y: y - distance },
    { x: x + width + distance, y: y + height / 2 },
    { x: x + width / 2, y: y + height + distance },
    { x: x - distance, y: y + height / 2 },
  ];
}

export function isAtHandle(box: Box, at: Point): boolean {
  return handlesOf(box).some((handle) => Math.hypot(handle.x - at.x, handle.y - at.y) <= reach);
}
