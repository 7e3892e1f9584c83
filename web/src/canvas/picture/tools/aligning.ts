import type { Layout, Position } from '../../engine/Layout';

/** How elements are brought into line: by an edge, by their middles, or with equal distances between them. */
export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom', 'horizontally', 'vertically'] as const;
export type Alignment = (typeof alignments)[number];

type Side = 'x' | 'y';

/** Where elements stand when they are brought into line: along what is around all of them. */
export function aligned(positions: Layout, alignment: Alignment): Layout {
  if (alignment === 'horizontally') return distributed(positions, 'x');
  if (alignment === 'vertically') return distributed(positions, 'y');
  const side = alignment === 'left' || alignment === 'center' || alignment === 'right' ? 'x' : 'y';
  const all = Object.values(positions);
  const start = Math.min(...all.map((one) => one[side]));
  const end = Math.max(...all.map((one) => one[side] + lengthOf(one, side)));
  // The share of the room that is left over before an element.
  const share = alignment === 'left' || alignment === 'top' ? 0 : alignment === 'right' || alignment === 'bottom' ? 1 : 0.5;
  return moved(positions, side, (one) => start + (end - start - lengthOf(one, side)) * share);
}

/** The outermost stay where they are. */
function distributed(positions: Layout, side: Side): Layout {
  const middle = (one: Position) => one[side] + lengthOf(one, side) / 2;
  const all = Object.values(positions).sort((one, other) => middle(one) - middle(other));
  const [first, last] = [all[0], all[all.length - 1]];
  if (!first || !last || all.length < 3) return positions;
  const taken = all.reduce((sum, one) => sum + lengthOf(one, side), 0);
  const gap = (last[side] + lengthOf(last, side) - first[side] - taken) / (all.length - 1);
  const starts = new Map<Position, number>();
  let at = first[side];
  for (const one of all) {
    starts.set(one, at);
    at += lengthOf(one, side) + gap;
  }
  return moved(positions, side, (one) => starts.get(one) ?? one[side]);
}

function moved(positions: Layout, side: Side, to: (position: Position) => number): Layout {
  return Object.fromEntries(
    Object.entries(positions).map(([id, one]) => {
      const { x, y, width = 0, height = 0 } = one;
      const place = Math.round(to(one));
      return [id, side === 'x' ? { x: place, y, width, height } : { x, y: place, width, height }];
    }),
  );
}

function lengthOf({ width, height }: Position, side: Side): number {
  return (side === 'x' ? width : height) ?? 0;
}
