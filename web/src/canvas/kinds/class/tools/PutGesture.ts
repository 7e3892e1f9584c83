import type { Layout } from '../../../engine/Layout';
import { outlineOf, type Point } from '../../../picture/Geometry';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { DiagramSession } from '../../../session/DiagramSession';

/** A picture that takes longer is drawn when the element is let go, in milliseconds. */
const slow = 50;

/** Puts elements where they are let go; all else is shown around them meanwhile. */
export class PutGesture implements Gesture {
  readonly name = 'put';
  private readonly start: Point;
  private moved: Layout | null = null;
  private isSlow = false;

  /**
   * @param positions Of the elements that are moved, as they are drawn.
   * @param at Where they were taken hold of, on the picture.
   */
  constructor(
    private readonly session: DiagramSession,
    private readonly positions: Layout,
    at: Point,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.start = this.inPlane(at);
  }

  move(to: Point): Preview {
    const { x, y } = this.inPlane(to);
    this.moved = movedBy(this.positions, Math.round(x - this.start.x), Math.round(y - this.start.y));
    if (this.isSlow) return [{ className: 'drop-box', path: this.outline(this.moved) }];
    const began = this.now();
    this.session.preview(this.moved);
    this.isSlow = this.now() - began > slow;
    return [];
  }

  finish(): void {
    if (this.moved) this.session.put(this.moved);
  }

  cancel(): void {
    this.session.preview(null);
  }

  /** The picture begins wherever its leftmost element is: that changes while one is moved. */
  private inPlane(at: Point): Point {
    const { origin } = this.session.current();
    return { x: at.x - origin.x, y: at.y - origin.y };
  }

  private outline(layout: Layout): string {
    const { origin } = this.session.current();
    return Object.values(layout)
      .map(({ x, y, width, height }) => outlineOf({ x: x + origin.x, y: y + origin.y, width: width ?? 0, height: height ?? 0 }))
      .join('');
  }
}

/** Whoever moves something has put it there. */
export function movedBy(positions: Layout, x: number, y: number): Layout {
  return Object.fromEntries(
    Object.entries(positions).map(([id, { width = 0, height = 0, ...one }]) => [id, { x: one.x + x, y: one.y + y, width, height }]),
  );
}
