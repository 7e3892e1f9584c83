import { boxBetween, encloses, grown, outlineOf, type Box, type Point } from '../Geometry';
import type { Gesture, Preview } from './Gesture';

/** Selects all that lies within a rectangle. */
export class MarqueeGesture implements Gesture {
  readonly name = 'marquee';
  private box: Box | null = null;

  /**
   * @param onEnclosed Gets the rectangle, and what lies within it.
   * @param mark What is to be marked meanwhile, of what lies within it.
   */
  constructor(
    private readonly start: Point,
    private readonly onEnclosed: (isWithin: (box: Box) => boolean, drawn: Box) => void,
    private readonly mark: (isWithin: (box: Box) => boolean) => ReadonlyArray<Box> = () => [],
  ) {}

  move(to: Point): Preview {
    const box = boxBetween(this.start, to);
    this.box = box;
    const marked = this.mark((other) => encloses(box, other)).map((one) => outlineOf(grown(one, 3)));
    return [{ className: 'marquee', path: outlineOf(box) }, ...(marked.length > 0 ? [{ className: 'drop-box', path: marked.join('') }] : [])];
  }

  finish(): void {
    const { box } = this;
    if (box) this.onEnclosed((other) => encloses(box, other), box);
  }
}
