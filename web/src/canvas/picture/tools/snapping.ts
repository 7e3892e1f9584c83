import type { Box } from '../Geometry';

/** Where something is brought into line with others, and where they are in line. */
export type Snap = { readonly x: number; readonly y: number; readonly guides: ReadonlyArray<Guide> };

/** A straight line along which boxes are in line. */
export type Guide = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** From how far a box is brought into line, in pixels of the picture. */
const reach = 6;

/** How far a box has to go for its edges or its middle to be in line with those of others: each way by itself, the nearest. */
export function snapOf(box: Box, others: ReadonlyArray<Box>): Snap {
  const across = nearest(
    box,
    others,
    (one) => [one.x, one.x + one.width],
    (at, one) => ({ x1: at, y1: Math.min(box.y, one.y), x2: at, y2: Math.max(box.y + box.height, one.y + one.height) }),
  );
  const down = nearest(
    box,
    others,
    (one) => [one.y, one.y + one.height],
    (at, one) => ({ x1: Math.min(box.x, one.x), y1: at, x2: Math.max(box.x + box.width, one.x + one.width), y2: at }),
  );
  return { x: across?.way ?? 0, y: down?.way ?? 0, guides: [across, down].flatMap((one) => one?.guide ?? []) };
}

type Edges = (box: Box) => readonly [first: number, last: number];

function nearest(
  box: Box,
  others: ReadonlyArray<Box>,
  edges: Edges,
  guideAt: (at: number, other: Box) => Guide,
): { readonly way: number; readonly guide: Guide } | null {
  let found: { way: number; at: number; other: Box } | null = null;
  for (const other of others) {
    for (const [own, at] of pairs(edges(box), edges(other))) {
      const way = at - own;
      if (Math.abs(way) <= reach && (!found || Math.abs(way) < Math.abs(found.way))) found = { way, at, other };
    }
  }
  return found && { way: found.way, guide: guideAt(found.at, found.other) };
}

/** Middle to middle, and any edge to any. */
function pairs([a, b]: readonly [number, number], [c, d]: readonly [number, number]): ReadonlyArray<readonly [number, number]> {
  return [
    [(a + b) / 2, (c + d) / 2],
    [a, c],
    [b, d],
    [a, d],
    [b, c],
  ];
}
