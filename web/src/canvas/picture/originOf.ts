import type { Point } from './Geometry';

/** Where an element of a picture begins: the engine counts its shapes from there, so that one that has moved looks as before in all else. */
export function originOf(group: SVGGElement): Point {
  const [, x, y] = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(group.getAttribute('transform') ?? '') ?? [];
  return { x: Number(x ?? 0), y: Number(y ?? 0) };
}

export function movedBy<Box extends Point>(box: Box, { x, y }: Point): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}
