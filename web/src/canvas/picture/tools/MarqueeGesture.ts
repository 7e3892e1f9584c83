import { boxBetween, encloses, outlineOf, type Box, type Point } from '../Geometry';
import type { Gesture, Preview } from './Gesture';

/** Selects all that lies within a rectangle. */
export class MarqueeGesture implements Gesture {
  readonly name = 'marquee';
  private box: Box | null = null;

  /** @param onEnclosed Gets the rectangle, and what lies within it. */
  constructor(
    private readonly start: Point,
    private readonly onEnclosed: (isWithin: (box: Box) => boolean, drawn: Box) => void,
  ) {}

  move(to: Point): Preview {
    const box = boxBetween(this.start, to);
    this.box = box;
    return [{ className: 'marquee', path: outlineOf(box) }];
  }

  finish(): void {
    const { box } = this;
    if (box) this.onEnclosed((other) => encloses(box, other), box);
  }
}
