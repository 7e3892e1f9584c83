import type { Layout, PlanePoint } from '../../../engine/Layout';
import { boxAroundAll, outlineOf, type Box, type Point } from '../../../picture/Geometry';
import type { Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import { nowhere, snapOf, type Guide } from '../../../picture/tools/snapping';
import type { DiagramSession } from '../../../session/DiagramSession';
import { pointsOf, positionOfLine } from '../ledLines';

/** Where elements come to be that are dragged together: in line with others and with the grid, unless Ctrl is held. */
export class Shifting {
  private readonly start: PlanePoint;
  private readonly box: Box | null;
  private readonly others: ReadonlyArray<Box>;
  private lines: ReadonlyArray<Guide> = [];

  /**
   * @param positions Of what is dragged, as it is drawn.
   * @param from Where it was taken hold of, on the picture.
   * @param stays Whether it stays itself, so that it can be in line with itself.
   */
  constructor(
    private readonly session: DiagramSession,
    private readonly positions: Layout,
    private readonly grid: () => number | null,
    from: Point,
    stays = false,
  ) {
    this.start = this.inPlane(from);
    this.box = boxAroundAll(boxesOf(positions));
    const others = Object.entries(session.positions).filter(([id, one]) => !one.path && (stays || !(id in positions)));
    this.others = boxesOf(Object.fromEntries(others));
  }

  /** @returns Where the elements come to be. */
  to(at: Point, { control }: Modifiers): Layout {
    const plane = this.inPlane(at);
    const [x, y] = [Math.round(plane.x - this.start.x), Math.round(plane.y - this.start.y)];
    const { box } = this;
    const snap = box && !control ? snapOf({ ...box, x: box.x + x, y: box.y + y }, this.others, this.grid()) : nowhere;
    this.lines = snap.guides;
    return movedBy(this.positions, Math.round(x + snap.x), Math.round(y + snap.y));
  }

  /** The picture begins wherever its leftmost element is: that changes while one is moved. */
  inPlane(at: Point): PlanePoint {
    const { origin } = this.session.current();
    return { x: at.x - origin.x, y: at.y - origin.y };
  }

  /** The outlines of elements. */
  ghosts(moved: Layout): Preview {
    const { origin } = this.session.current();
    const boxes = boxesOf(moved).map((box) => outlineOf({ ...box, x: box.x + origin.x, y: box.y + origin.y }));
    return boxes.length === 0 ? [] : [{ className: 'ghost', path: boxes.join('') }];
  }

  /** What they have come into line with. */
  get guides(): Preview {
    const { origin } = this.session.current();
    if (this.lines.length === 0) return [];
    const path = this.lines.map(({ x1, y1, x2, y2 }) => `M${x1 + origin.x} ${y1 + origin.y}L${x2 + origin.x} ${y2 + origin.y}`).join('');
    return [{ className: 'guide', path }];
  }
}

/** Whoever moves something has put it there. */
export function movedBy(positions: Layout, x: number, y: number): Layout {
  return Object.fromEntries(
    Object.entries(positions).map(([id, { width = 0, height = 0, path, ...one }]) => [
      id,
      path ? positionOfLine(pointsOf({ ...one, path }).map((at) => ({ x: at.x + x, y: at.y + y }))) : { x: one.x + x, y: one.y + y, width, height },
    ]),
  );
}

function boxesOf(positions: Layout): ReadonlyArray<Box> {
  return Object.values(positions)
    .filter((one) => !one.path)
    .map(({ x, y, width, height }) => ({ x, y, width: width ?? 0, height: height ?? 0 }));
}
