import type { Layout, PlanePoint } from '../../../engine/Layout';
import { boxAroundAll, grown, outlineOf, type Box, type Point } from '../../../picture/Geometry';
import type { Clock } from '../../../picture/tools/Clock';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import { snapOf, type Guide } from '../../../picture/tools/snapping';
import type { DiagramSession } from '../../../session/DiagramSession';
import type { PackageDrop } from './PackageDrop';

/** A picture that takes longer is drawn when the pointer rests, so that what is dragged keeps up with it; in milliseconds. */
const slow = 6;
const rest = 90;

/** What is moved by a drag. */
export type Moving = {
  /** Of the elements that are moved, as they are drawn. */
  readonly positions: Layout;
  readonly drop: PackageDrop;
  /** Lines from what is moved to what it is connected with: the middle of what stands there. */
  readonly links: ReadonlyArray<{ readonly moved: string; readonly other: PlanePoint }>;
  /** Gets why an edit was not made; null when it was. */
  readonly report: (error: string | null) => void;
  readonly clock: Clock;
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
  private callOff = (): void => undefined;

  /** @param at Where they were taken hold of, on the picture. */
  constructor(
    private readonly session: DiagramSession,
    private readonly moving: Moving,
    at: Point,
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
    const ghost = this.isSlow ? [...this.outlines(boxesOf(this.moved), 'ghost'), ...this.links(this.moved)] : [];
    this.preview(this.moved);
    return [...ghost, ...this.guides(snap.guides), ...this.target()];
  }

  private preview(moved: Layout): void {
    this.callOff();
    if (this.isSlow) {
      this.callOff = this.moving.clock.later(() => this.session.preview(moved), rest);
      return;
    }
    const began = this.moving.clock.now();
    this.session.preview(moved);
    this.isSlow = this.moving.clock.now() - began > slow;
  }

  finish(): void {
    const { moved } = this;
    this.callOff();
    if (!moved) return;
    const command = this.moving.drop.command(this.at);
    const error = command && this.session.edit(command, { puts: moved });
    if (!command || error) this.session.put(moved);
    this.moving.report(error);
  }

  cancel(): void {
    this.callOff();
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

  /** Straight, while there is no time to lead them around anything. */
  private links(moved: Layout): Preview {
    const { origin } = this.session.current();
    const path = this.moving.links.flatMap(({ moved: id, other }) => {
      const place = moved[id];
      if (!place) return [];
      const [x, y] = [place.x + (place.width ?? 0) / 2 + origin.x, place.y + (place.height ?? 0) / 2 + origin.y];
      return [`M${x} ${y}L${other.x + origin.x} ${other.y + origin.y}`];
    });
    return path.length === 0 ? [] : [{ className: 'ghost-line', path: path.join('') }];
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
