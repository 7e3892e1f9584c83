import type { Layout } from '../../../engine/Layout';
import type { Box, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { placeOf } from '../positions';

/** A package is not made smaller, in pixels of the picture; the engine keeps it around what is in it. */
const least = { width: 80, height: 60 };

/** Which sides of a box are dragged: -1 for the left or the upper one, 1 for the right or the lower one, 0 for neither. */
export type Hold = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };

/** Makes a package as large as its sides are dragged apart. */
export class ResizeGesture implements Gesture {
  readonly name = 'resize';
  private positions: Layout | null = null;
  private readonly start: Point;

  constructor(
    private readonly parts: PictureParts,
    private readonly id: string,
    private readonly box: Box,
    private readonly hold: Hold,
  ) {
    this.start = parts.session.current().origin;
  }

  move(to: Point): Preview {
    const { session } = this.parts;
    const { x: holdX, y: holdY } = this.hold;
    // The picture begins elsewhere when the package reaches beyond it.
    const { origin } = session.current();
    const [shiftX, shiftY] = [origin.x - this.start.x, origin.y - this.start.y];
    const [x, width] = stretched(this.box.x + shiftX, this.box.width, holdX, to.x, least.width);
    const [y, height] = stretched(this.box.y + shiftY, this.box.height, holdY, to.y, least.height);
    this.positions = { [this.id]: placeOf(session, { x, y, width, height }) };
    session.preview(this.positions);
    return [];
  }

  finish(): void {
    if (this.positions) this.parts.session.put(this.positions);
  }

  cancel(): void {
    this.parts.session.preview(null);
  }
}

function stretched(start: number, length: number, hold: Hold['x'], to: number, shortest: number): readonly [start: number, length: number] {
  if (hold === 0) return [start, length];
  const end = start + length;
  if (hold === 1) return [start, Math.max(to - start, shortest)];
  const moved = Math.min(to, end - shortest);
  return [moved, end - moved];
}

/** The places at which the sides of a box are taken hold of: its corners, and the middles of its sides. */
export function holdsOf({ x, y, width, height }: Box): ReadonlyArray<Point & { readonly hold: Hold }> {
  const steps = [-1, 0, 1] as const;
  return steps.flatMap((holdY) =>
    steps.flatMap((holdX) =>
      holdX === 0 && holdY === 0 ? [] : [{ x: x + (width * (holdX + 1)) / 2, y: y + (height * (holdY + 1)) / 2, hold: { x: holdX, y: holdY } }],
    ),
  );
}
