import { texts } from '../../../../texts';
import type { Point } from '../../../picture/Geometry';
import type { Preview } from '../../../picture/tools/Gesture';
import type { RelationshipKind } from '../commands';

/** How a relation will look: whether its line is dashed, and which symbol stands at which end. */
type Look = { readonly isDashed?: boolean; readonly symbol?: keyof typeof outlines; readonly end?: 'source' | 'target' };

const looks: Readonly<Record<RelationshipKind, Look>> = {
  association: {},
  directedAssociation: { symbol: 'arrow', end: 'target' },
  aggregation: { symbol: 'diamond', end: 'source' },
  composition: { symbol: 'filledDiamond', end: 'source' },
  generalization: { symbol: 'triangle', end: 'target' },
  realization: { symbol: 'triangle', end: 'target', isDashed: true },
  dependency: { symbol: 'arrow', end: 'target', isDashed: true },
  include: { symbol: 'arrow', end: 'target', isDashed: true },
  extend: { symbol: 'arrow', end: 'target', isDashed: true },
  nesting: { symbol: 'ring', end: 'source' },
};

/** Of symbols: how far back from the tip and how far aside, in pixels of the picture. */
const outlines = {
  arrow: {
    points: [
      [10, -5],
      [0, 0],
      [10, 5],
    ],
    className: 'drop-symbol drop-symbol-open',
    isClosed: false,
  },
  diamond: {
    points: [
      [0, 0],
      [8, -5],
      [16, 0],
      [8, 5],
    ],
    className: 'drop-symbol',
    isClosed: true,
  },
  filledDiamond: {
    points: [
      [0, 0],
      [8, -5],
      [16, 0],
      [8, 5],
    ],
    className: 'drop-symbol drop-symbol-filled',
    isClosed: true,
  },
  triangle: {
    points: [
      [0, 0],
      [13, -7],
      [13, 7],
    ],
    className: 'drop-symbol',
    isClosed: true,
  },
  ring: {
    points: [
      [0, 0],
      [3, -5],
      [9, -5],
      [12, 0],
      [9, 5],
      [3, 5],
    ],
    className: 'drop-symbol',
    isClosed: true,
  },
} as const;

/** A relation that is being drawn, with what it will have at its ends, and its name. */
export function relationPreview(kind: RelationshipKind, source: Point, target: Point): Preview {
  const { isDashed, symbol, end } = looks[kind];
  const line = {
    className: isDashed ? 'drop-line drop-dashed' : 'drop-line',
    path: `M${source.x} ${source.y}L${target.x} ${target.y}`,
    words: { text: texts.canvas.relationships[kind], at: target },
  };
  if (!symbol) return [line];
  const [tip, from] = end === 'source' ? [source, target] : [target, source];
  return [line, symbolAt(symbol, tip, from)];
}

/** With its tip away from where the line comes. */
function symbolAt(symbol: keyof typeof outlines, tip: Point, from: Point): Preview[number] {
  const { points, className, isClosed } = outlines[symbol];
  const length = Math.hypot(from.x - tip.x, from.y - tip.y) || 1;
  const [x, y] = [(from.x - tip.x) / length, (from.y - tip.y) / length];
  const corners = points.map(([back, aside]) => `${tip.x + x * back - y * aside} ${tip.y + y * back + x * aside}`);
  return { className, path: `M${corners.join('L')}${isClosed ? 'z' : ''}` };
}
