import type { Layout } from '../../../engine/Layout';
import { boxBetween, type Box, type Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { placeOf } from '../positions';

/** A package is not made smaller, in pixels of the picture; the engine keeps it around what is in it. */
const least = { width: 80, height: 60 };

/** Makes a package as large as one of its corners is dragged away from the opposite one. */
export class ResizeGesture implements Gesture {
  readonly name = 'resize';
  private positions: Layout | null = null;
  private readonly start: Point;

  /** @param opposite The corner that stays where it is. */
  constructor(
    private readonly parts: PictureParts,
    private readonly id: string,
    private readonly opposite: Point,
  ) {
    this.start = parts.session.current().origin;
  }

  move(to: Point): Preview {
    const { session } = this.parts;
    // The picture begins elsewhere when the package reaches beyond it.
    const { origin } = session.current();
    const opposite = { x: this.opposite.x - this.start.x + origin.x, y: this.opposite.y - this.start.y + origin.y };
    this.positions = { [this.id]: placeOf(session, boxBetween(opposite, awayFrom(opposite, to))) };
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

function awayFrom(opposite: Point, { x, y }: Point): Point {
  const far = (from: number, to: number, distance: number) => (Math.abs(to - from) >= distance ? to : from + (to < from ? -distance : distance));
  return { x: far(opposite.x, x, least.width), y: far(opposite.y, y, least.height) };
}

/** The corner of a box that is opposite to the one at a place; null beside its corners. */
export function oppositeCorner({ x, y, width, height }: Box, at: Point, reach: number): Point | null {
  const isRight = Math.abs(at.x - x - width) <= reach;
  const isBelow = Math.abs(at.y - y - height) <= reach;
  if (!isRight && Math.abs(at.x - x) > reach) return null;
  if (!isBelow && Math.abs(at.y - y) > reach) return null;
  return { x: isRight ? x : x + width, y: isBelow ? y : y + height };
}
