import type { Box } from '../Geometry';

/** Where something is brought into line with others, and where they are in line. */
export type Snap = { readonly x: number; readonly y: number; readonly guides: ReadonlyArray<Guide> };

/** A straight line along which boxes are in line, or between two that stand as far from each other as others do. */
export type Guide = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

type Candidate = { readonly way: number; readonly guides: () => ReadonlyArray<Guide> };

/** From how far a box is brought into line, and half the length of the strokes at the ends of a distance, in pixels of the picture. */
const reach = 6;
const stroke = 4;

export const nowhere: Snap = { x: 0, y: 0, guides: [] };

/**
 * How far a box has to go for its edges or its middle to be in line with those of others, or for equal distances: each way by itself, the
 * nearest.
 *
 * @param grid Of what is in line with nothing else; in pixels of the plane in which the boxes are, null without one.
 */
export function snapOf(box: Box, others: ReadonlyArray<Box>, grid: number | null = null): Snap {
  const across = snapAlong(box, others, grid);
  const down = snapAlong(turned(box), others.map(turned), grid);
  const guides = down.guides().map(({ x1, y1, x2, y2 }) => ({ x1: y1, y1: x1, x2: y2, y2: x2 }));
  return { x: across.way, y: down.way, guides: [...across.guides(), ...guides] };
}

function turned({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

/** Rightwards. */
function snapAlong(box: Box, others: ReadonlyArray<Box>, grid: number | null): Candidate {
  const candidates = [inLine(box, others), ...evenly(box, others)].filter((one) => one !== null && Math.abs(one.way) <= reach);
  const [nearest] = (candidates as Candidate[]).sort((one, other) => Math.abs(one.way) - Math.abs(other.way));
  return nearest ?? { way: grid === null ? 0 : Math.round(box.x / grid) * grid - box.x, guides: () => [] };
}

function inLine(box: Box, others: ReadonlyArray<Box>): Candidate | null {
  let found: { way: number; at: number; other: Box } | null = null;
  for (const other of others) {
    for (const [own, at] of pairs(box, other)) {
      const way = at - own;
      if (Math.abs(way) <= reach && (!found || Math.abs(way) < Math.abs(found.way))) found = { way, at, other };
    }
  }
  if (!found) return null;
  const { way, at, other } = found;
  const [top, bottom] = [Math.min(box.y, other.y), Math.max(box.y + box.height, other.y + other.height)];
  return { way, guides: () => [{ x1: at, y1: top, x2: at, y2: bottom }] };
}

/** Middle to middle, and any edge to any. */
function pairs(box: Box, other: Box): ReadonlyArray<readonly [number, number]> {
  const [a, b, c, d] = [box.x, right(box), other.x, right(other)];
  return [
    [(a + b) / 2, (c + d) / 2],
    [a, c],
    [b, d],
    [a, d],
    [b, c],
  ];
}

/** Between its neighbours in a row, or as far from one of them as that is from the next one. */
function evenly(box: Box, others: ReadonlyArray<Box>): ReadonlyArray<Candidate> {
  const row = others.filter((one) => one.y < box.y + box.height && one.y + one.height > box.y);
  const middle = box.x + box.width / 2;
  const before = row.filter((one) => right(one) <= middle).sort((one, other) => right(other) - right(one));
  const behind = row.filter((one) => one.x >= middle).sort((one, other) => one.x - other.x);
  const [left, next] = [before[0], behind[0]];
  const farLeft = left && before.find((one) => right(one) < left.x);
  const farRight = next && behind.find((one) => one.x > right(next));
  const found: Candidate[] = [];
  const add = (x: number, gaps: ReadonlyArray<readonly [number, number]>) => {
    if (gaps.every(([start, end]) => end > start)) found.push({ way: x - box.x, guides: () => gaps.flatMap((gap) => distance(gap, box)) });
  };
  if (left && next) {
    const x = (right(left) + next.x - box.width) / 2;
    add(x, [
      [right(left), x],
      [x + box.width, next.x],
    ]);
  }
  if (left && farLeft) {
    const x = right(left) + left.x - right(farLeft);
    add(x, [
      [right(farLeft), left.x],
      [right(left), x],
    ]);
  }
  if (next && farRight) {
    const end = next.x - farRight.x + right(next);
    add(end - box.width, [
      [end, next.x],
      [right(next), farRight.x],
    ]);
  }
  return found;
}

/** A line as long as a gap, with a stroke at each end. */
function distance([start, end]: readonly [number, number], { y, height }: Box): ReadonlyArray<Guide> {
  const middle = y + height / 2;
  const across = (x: number) => ({ x1: x, y1: middle - stroke, x2: x, y2: middle + stroke });
  return [{ x1: start, y1: middle, x2: end, y2: middle }, across(start), across(end)];
}

function right({ x, width }: Box): number {
  return x + width;
}
