import { contains, type Box, type Point } from './Geometry';
import { movedBy, originOf } from './originOf';

/** A line of words, and which of the element's it belongs to: see {@link Detail}. */
export type Text = { readonly box: Box; readonly detail: number };

/** What a line with words beside it consists of: a click in the box around it may be far from all of that. */
export type Strokes = { readonly lines: ReadonlyArray<ReadonlyArray<Point>>; readonly texts: ReadonlyArray<Text> };

/** @param group In the page. The engine draws lines as `M` and `L` (SVG 2, 9.3.3 and 9.3.4). */
export function strokesOf(group: SVGGElement): Strokes {
  const origin = originOf(group);
  const lines = [...group.querySelectorAll('path')].map((path) =>
    [...(path.getAttribute('d') ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => movedBy({ x: Number(x), y: Number(y) }, origin)),
  );
  const texts = [...group.querySelectorAll('text')].map((text) => {
    const { x, y, width, height } = text.getBBox();
    return { box: movedBy({ x, y, width, height }, origin), detail: Number(text.dataset['detail'] ?? 0) };
  });
  return { lines, texts };
}

/** Whether a place is on a line, or not farther from it than a margin, or on its words. */
export function isNear({ lines, texts }: Strokes, at: Point, margin: number): boolean {
  return (
    texts.some(({ box }) => contains(box, at, 0)) ||
    lines.some((points) => points.some((point, index) => distanceToPiece(at, points[Math.max(index - 1, 0)] ?? point, point) <= margin))
  );
}

/** From a place to a straight line between two points. */
export function distanceToPiece(at: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(Math.max(((at.x - start.x) * dx + (at.y - start.y) * dy) / length, 0), 1);
  return Math.hypot(at.x - start.x - along * dx, at.y - start.y - along * dy);
}
