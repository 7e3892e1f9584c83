import type { Layout, PlanePoint } from '../../../engine/Layout';
import { boxAroundAll, grown, outlineOf, type Box, type Point } from '../../../picture/Geometry';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import { snapOf, type Guide } from '../../../picture/tools/snapping';
import type { DiagramSession } from '../../../session/DiagramSession';
import type { PackageDrop } from './PackageDrop';

/** A picture that takes longer is drawn when the element is let go, in milliseconds. */
const slow = 50;

/** What is moved by a drag. */
export type Moving = {
  /** Of the elements that are moved, as they are drawn. */
  readonly positions: Layout;
  readonly drop: PackageDrop;
  /** Gets why an edit was not made; null when it was. */
  readonly report: (error: string | null) => void;
};

/** Puts elements where they are let go; all else is shown around them meanwhile. They come into line with others, unless Alt is held. */
export class PutGesture implements Gesture {
  readonly name = 'put';
  private readonly start: PlanePoint;
  private readonly box: Box | null;
  private readonly others: ReadonlyArray<Box>;
  private moved: Layout | null = null;
  private at: PlanePoint;
  private isSlow = false;

  /** @param at Where they were taken hold of, on the picture. */
  constructor(
    private readonly session: DiagramSession,
    private readonly moving: Moving,
    at: Point,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.start = this.inPlane(at);
    this.at = this.start;
    this.box = boxAroundAll(boxesOf(moving.positions));
    this.others = boxesOf(Object.fromEntries(Object.entries(session.positions).filter(([id, one]) => !one.path && !(id in moving.positions))));
  }

  move(to: Point, { alt }: Modifiers): Preview {
    this.at = this.inPlane(to);
    const [x, y] = [Math.round(this.at.x - this.start.x), Math.round(this.at.y - this.start.y)];
    const { box } = this;
    const snap = box && !alt ? snapOf({ ...box, x: box.x + x, y: box.y + y }, this.others) : { x: 0, y: 0, guides: [] };
    this.moved = movedBy(this.moving.positions, x + snap.x, y + snap.y);
    if (!this.isSlow) {
      const began = this.now();
      this.session.preview(this.moved);
      this.isSlow = this.now() - began > slow;
    }
    return [...this.outlines(this.isSlow ? boxesOf(this.moved) : [], 'ghost'), ...this.guides(snap.guides), ...this.target()];
  }

  finish(): void {
    const { moved } = this;
    if (!moved) return;
    const command = this.moving.drop.command(this.at);
    const error = command && this.session.edit(command, { puts: moved });
    if (!command || error) this.session.put(moved);
    this.moving.report(error);
  }

  cancel(): void {
    this.session.preview(null);
  }

  /** The picture begins wherever its leftmost element is: that changes while one is moved. */
  private inPlane(at: Point): PlanePoint {
    const { origin } = this.session.current();
    return { x: at.x - origin.x, y: at.y - origin.y };
  }

  private target(): Preview {
    const target = this.moving.drop.target(this.at);
    return target ? this.outlines([grown(target.box, 4)], 'drop-box') : [];
  }

  /** @param boxes In the plane. */
  private outlines(boxes: ReadonlyArray<Box>, className: string): Preview {
    const { origin } = this.session.current();
    if (boxes.length === 0) return [];
    return [{ className, path: boxes.map((box) => outlineOf({ ...box, x: box.x + origin.x, y: box.y + origin.y })).join('') }];
  }

  private guides(guides: ReadonlyArray<Guide>): Preview {
    const { origin } = this.session.current();
    if (guides.length === 0) return [];
    const path = guides.map(({ x1, y1, x2, y2 }) => `M${x1 + origin.x} ${y1 + origin.y}L${x2 + origin.x} ${y2 + origin.y}`).join('');
    return [{ className: 'guide', path }];
  }
}

/** Whoever moves something has put it there. */
export function movedBy(positions: Layout, x: number, y: number): Layout {
  return Object.fromEntries(
    Object.entries(positions).map(([id, { width = 0, height = 0, ...one }]) => [id, { x: one.x + x, y: one.y + y, width, height }]),
  );
}

function boxesOf(positions: Layout): ReadonlyArray<Box> {
  return Object.values(positions).map(({ x, y, width, height }) => ({ x, y, width: width ?? 0, height: height ?? 0 }));
}
